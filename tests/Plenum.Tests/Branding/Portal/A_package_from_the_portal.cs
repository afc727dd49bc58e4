using System.Text;
using System.Text.Json.Nodes;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Intake;
using Plenum.Server.Branding.Portal;
using Plenum.Tests.Plugins.Guides;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding.Portal;

public sealed class A_package_from_the_portal
{
    private static readonly OfficialPlugins Official = new(Path.Combine(Repository.Root, "plugins"));

    [Fact]
    public void Has_nothing_that_the_checker_minds_when_it_is_made_of_every_official_plugin()
    {
        var draft = Draft.Empty(new Customization(Guid.CreateVersion7(), "All") { Plugins = [.. Official.All.Select(plugin => PickedPlugin.Of(plugin.Card, official: true))] });
        var built = Built(draft, Official);
        Assert.Empty(built.Findings);
        Assert.True(built.Checked!.Plugins.Count >= 12);
        Assert.All(Official.All, plugin => Assert.True(plugin.Card.Description.Length > 0));
    }

    [Fact]
    public void Has_its_plugins_in_order_on_or_off_for_whom_and_where()
    {
        var (first, second) = (Official.All[1], Official.All[0]);
        var draft = Draft.Empty(new Customization(Guid.CreateVersion7(), "Two")
        {
            Plugins = [PickedPlugin.Of(first.Card, official: true) with { Roles = ["guest"], Platforms = ["web"] }, PickedPlugin.Of(second.Card, official: true) with { Enabled = false }],
        });
        var files = Built(draft, Official).Files!.Files;
        Assert.Equal([(first.Card.Id, true), (second.Card.Id, false)], Json(files, "settings.json")["plugins"]!.AsArray().Select(entry => ((string)entry!["id"]!, (bool)entry["enabled"]!)));
        Assert.Equal("""["guest"]""", Json(files, first.Card.File)["participantRoles"]!.ToJsonString());
        Assert.Equal("""["web"]""", Json(files, first.Card.File)["platforms"]!.ToJsonString());
        Assert.Equal(Official.Find(second.Card.Id)!.Files[second.Card.File], files[second.Card.File]);
    }

    [Sentence("v22-050 connect-050")]
    public void Has_flags_that_are_true_for_what_is_there_and_an_id_that_follows_the_content()
    {
        var plain = Built(A_phone_book.Draft(null, ("plugins/phone-book/settings.json", """{"server": "https://a.b"}""")));
        var manifest = Json(plain.Files!.Files, "manifest.json");
        Assert.Equal((true, false, false, 7), ((bool)manifest["isSettingsBranded"]!, (bool)manifest["isWatermarkBranded"]!, (bool)manifest["isStylesBranded"]!, (int)manifest["mark"]!));
        var again = Built(A_phone_book.Draft(null, ("plugins/phone-book/settings.json", """{"server": "https://a.b"}""")));
        Assert.Equal(plain.Files.Hash, again.Files!.Hash);

        var draft = A_phone_book.Draft(null, ("plugins/phone-book/settings.json", """{"server": "https://a.b"}"""), ("watermark/watermark.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
        var coloured = Json(Built(draft with { Value = draft.Value with { BrandName = "X" } }).Files!.Files, "manifest.json");
        Assert.Equal((true, true), ((bool)coloured["isWatermarkBranded"]!, (bool)coloured["isStylesBranded"]!));
        Assert.NotEqual((string)manifest["brandingID"]!, (string)coloured["brandingID"]!);
    }

    [Fact]
    public void Has_settings_beside_each_plugin_and_no_secret_anywhere()
    {
        var set = PluginSettings.On(A_phone_book.Draft(null, ("plugins/phone-book/settings.json", """{"unknown": 1, "token": "in-the-file"}""")), A_phone_book.Id, A_phone_book.Values("""{"server": "https://a.b", "token": "hush-hush"}"""), A_phone_book.NoOfficial);
        Assert.Equal("hush-hush", set.Secrets[A_phone_book.Id]["token"]);
        var built = Built(set);
        Assert.True(built.Usable, string.Join('\n', built.Findings));
        var settings = Json(built.Files!.Files, "plugins/phone-book/settings.json");
        Assert.Equal(("https://a.b", "Rooms", 10, 1), ((string)settings["server"]!, (string)settings["title"]!, (int)settings["most"]!, (int)settings["unknown"]!));
        Assert.All(built.Files.Files.Values, bytes => Assert.DoesNotContain("hush", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal));
        Assert.False(settings.AsObject().ContainsKey("token"));
    }

    [Fact]
    public void Is_not_made_while_a_plugin_that_is_on_needs_a_setting()
    {
        var draft = A_phone_book.Draft();
        var refused = Built(draft);
        Assert.False(refused.Usable);
        Assert.Contains(refused.Findings, finding => finding is { File: "plugins/phone-book/settings.json", Severity: Severity.Error } && finding.Message.Contains("server of Phone book: Fill this in", StringComparison.Ordinal));
        Assert.True(Built(draft.With(draft.Find(A_phone_book.Id)! with { Enabled = false })).Usable);
    }

    [Fact]
    public void Is_not_made_of_a_plugin_that_the_program_does_not_have() => Assert.Contains(
        Built(Draft.Empty(new Customization(Guid.CreateVersion7(), "Old") { Plugins = [new PickedPlugin("gone", "plugins/gone/gone.plugin.package.json", true) { Name = "Gone" }] })).Findings,
        finding => finding.Message.Contains("The plugin Gone does not come with this version", StringComparison.Ordinal));

    [Fact]
    public void Warns_of_colours_that_cannot_be_read() => Assert.Contains(
        Built(Draft.Empty(new Customization(Guid.CreateVersion7(), "Pale") { Colours = new Dictionary<string, Shade> { ["text"] = new("#eeeeee", null) } })).Findings,
        finding => finding is { File: PortalStyle.File, Severity: Severity.Warning } && finding.Message.Contains("WCAG AA", StringComparison.Ordinal));

    [Fact]
    public void Is_refused_when_it_is_too_large() => Assert.Contains(
        BuiltPackage.Of(A_phone_book.Draft(), A_phone_book.NoOfficial, mostBytes: 100).Findings, finding => finding.Severity is Severity.Error && finding.Message.Contains("MB packed", StringComparison.Ordinal));

    [Fact]
    public void Taken_apart_and_made_again_loses_nothing()
    {
        var draft = A_phone_book.Draft(
            null, ("plugins/phone-book/settings.json", """{"server": "https://a.b", "title": "Halls"}"""), ("languages/en.json", """{"joining": {"join": "Come in"}}"""), ("languages/de.json", """{"joining": 5}"""),
            ("styles/own.css", "a {}"), ("images/photo.txt", "picture"), ("watermark/mine.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
        Assert.Equal("Halls", draft.Find(A_phone_book.Id)!.Settings["title"].GetString());
        Assert.Equal("Come in", draft.Value.Texts["en"]["joining.join"]);
        draft = draft with { Value = draft.Value with { BrandName = "Corp", Colours = new Dictionary<string, Shade> { ["accent"] = new("#7a1fa2", null) } } };
        var built = Built(draft);
        Assert.True(built.Usable, string.Join('\n', built.Findings));
        foreach (var path in (string[])["styles/own.css", "images/photo.txt", "watermark/mine.svg", "languages/de.json", "plugins/phone-book/assets/book.svg"]) Assert.Contains(path, built.Files!.Files.Keys);
        var settings = Json(built.Files!.Files, "settings.json");
        Assert.Equal(("x", "ours"), ((string)settings["theme"]!, (string)settings["plugins"]![0]!["note"]!));

        var again = TakenApart.Of(new Customization(draft.Value.Id, "Again"), built.Files.Files, A_phone_book.NoOfficial);
        Assert.Equal("Corp", again.Value.BrandName);
        Assert.Equal(new Shade("#7a1fa2", null), again.Value.Colours["accent"]);
        var second = Built(again).Files!;
        Assert.Equal(built.Files.Files.Keys.Order(), second.Files.Keys.Order());
        Assert.Equal(second.Hash, Built(TakenApart.Of(new Customization(draft.Value.Id, "Once more"), second.Files, A_phone_book.NoOfficial)).Files!.Hash);
    }

    [Fact]
    public void Taken_apart_knows_the_official_plugins_in_it()
    {
        var card = Official.All[0].Card;
        var made = Built(Draft.Empty(new Customization(Guid.CreateVersion7(), "One") { Plugins = [PickedPlugin.Of(card, official: true) with { Roles = ["guest"] }] }), Official).Files!.Files;
        var again = TakenApart.Of(new Customization(Guid.CreateVersion7(), "Again"), made, Official);
        var picked = Assert.Single(again.Value.Plugins);
        Assert.True(picked.Official);
        Assert.Equal(["guest"], picked.Roles!);
        Assert.DoesNotContain(again.Files.Keys, path => path.StartsWith("plugins/", StringComparison.Ordinal));

        var script = Official.All[0].Files.Keys.First(path => path.EndsWith(".js", StringComparison.Ordinal));
        var changed = TakenApart.Of(new Customization(Guid.CreateVersion7(), "Changed"), new Dictionary<string, byte[]>(made) { [script] = [.. made[script], .. "// ours"u8] }, Official);
        Assert.False(Assert.Single(changed.Value.Plugins).Official);
        Assert.Contains(script, changed.Files.Keys);
    }

    [Fact]
    public void Taken_apart_keeps_out_what_its_manifest_kept_out()
    {
        var draft = A_phone_book.Draft(null, ("manifest.json", """{"brandingID": 1, "isSettingsBranded": false, "isStylesBranded": false}"""), ("styles/own.css", "a {}"));
        Assert.False(Assert.Single(draft.Value.Plugins).Enabled);
        Assert.Contains("unused/styles/own.css", draft.Files.Keys);
        Assert.False((bool)Json(Built(draft).Files!.Files, "manifest.json")["isStylesBranded"]!);
    }

    private static IncomingPackage Built(Draft draft, OfficialPlugins? official = null) => BuiltPackage.Of(draft, official ?? A_phone_book.NoOfficial, 50_000_000);

    private static JsonNode Json(IReadOnlyDictionary<string, byte[]> files, string path) => JsonNode.Parse(files[path])!;
}
