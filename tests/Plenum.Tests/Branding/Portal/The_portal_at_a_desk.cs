using System.Net;
using Plenum.Tests.Management.Pages;

namespace Plenum.Tests.Branding.Portal;

/// <summary>The pages without a script: every step is a form, and says what is wrong where it is wrong.</summary>
[Collection(nameof(A_portal))]
public sealed class The_portal_at_a_desk(A_portal portal)
{
    [Fact]
    public async Task Moves_plugins_turns_them_off_and_takes_them_out()
    {
        var id = await portal.WithPhoneBook("Desk");
        var official = (string)(await portal.Admin.Get("customizations/plugins"))[0]!["id"]!;
        Assert.Contains("Added at the end", (await portal.Desk.Press($"portal/{id}/pick", new() { ["plugin"] = official, ["branding"] = "" })).Text, StringComparison.Ordinal);
        var page = await Arranged(id, ("plugin", A_phone_book.Id), ("roles.0", "guest"), ("platforms.0", "web"), ("plugin", official), ("on.1", "true"), ("roles.1", "chair"), ("platforms.1", "web"), ("do", $"up:{official}"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var told = (await portal.Admin.Get($"customizations/{id}"))["plugins"]!.AsArray();
        Assert.Equal([(official, true), (A_phone_book.Id, false)], told.Select(plugin => ((string)plugin!["id"]!, (bool)plugin["enabled"]!)));
        Assert.Equal("""["guest"]""", told[1]!["roles"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Arranged(id, ("plugin", official), ("plugin", A_phone_book.Id))).Status);
        await Arranged(id, ("plugin", official), ("roles.0", "chair"), ("platforms.0", "web"), ("plugin", A_phone_book.Id), ("roles.1", "chair"), ("platforms.1", "web"), ("do", $"drop:{A_phone_book.Id}"));
        Assert.Single((await portal.Admin.Get($"customizations/{id}"))["plugins"]!.AsArray());
    }

    [Fact]
    public async Task Asks_before_a_plugin_is_taken_out_where_no_script_does()
    {
        var id = await portal.WithPhoneBook("Asking");
        var page = await portal.Desk.Open($"portal/{id}");
        var fields = page.Hidden($"/admin/portal/{id}").Append(new("on.0", "true")).Append(new("roles.0", "guest")).Append(new("platforms.0", "web")).Append(new("do", $"drop:{A_phone_book.Id}"));

        var asked = await portal.Desk.SendAll($"portal/{id}", fields);
        Assert.Contains("with its settings and its files?", asked.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/admin/portal/{id}\">Cancel", asked.Text, StringComparison.Ordinal);
        Assert.Single((await portal.Admin.Get($"customizations/{id}"))["plugins"]!.AsArray());

        var done = await portal.Desk.SendAll($"portal/{id}", asked.Hidden($"/admin/portal/{id}"));
        Assert.Contains("Taken out.", done.Text, StringComparison.Ordinal);
        Assert.Empty((await portal.Admin.Get($"customizations/{id}"))["plugins"]!.AsArray());
    }

    [Fact]
    public async Task Lists_every_mistake_at_its_field_and_keeps_what_was_typed()
    {
        var id = await portal.WithPhoneBook("Typed");
        var settings = $"portal/{id}/settings?plugin={A_phone_book.Id}";
        var wrong = await portal.Desk.Press(settings, new() { ["f0"] = "Halls", ["f1"] = "nowhere", ["f5"] = "many", ["f11.rows"] = "1", ["f11.0.0"] = "Anna", ["f11.0.1"] = "a b" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        foreach (var said in (string[])["3 settings do not fit yet", "This is a whole address", "This must be a whole number", "value=\"many\"", "value=\"a b\"", "value=\"Halls\"", "entries[0].address"])
            Assert.Contains(said, wrong.Text, StringComparison.Ordinal);

        var more = await portal.Desk.Press(settings, new() { ["f11.rows"] = "1", ["f11.0.0"] = "Anna", ["f11.0.1"] = "anna", ["add"] = "f11" });
        Assert.Contains("name=\"f11.1.0\"", more.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Anna\"", more.Text, StringComparison.Ordinal);
        var less = await portal.Desk.Press(settings, new() { ["f11.rows"] = "1", ["f11.0.0"] = "Anna", ["f11.0.1"] = "anna", ["remove"] = "f11.0" });
        Assert.DoesNotContain("value=\"Anna\"", less.Text, StringComparison.Ordinal);

        var saved = await portal.Desk.Press(settings, new()
        {
            ["f0"] = "Halls",
            ["f1"] = "https://a.b",
            ["f8"] = "1",
            ["f9"] = "one\r\ntwo\r\n",
            ["f10"] = "1",
            ["f11.rows"] = "2",
            ["f11.0.0"] = "Anna",
            ["f11.0.1"] = "anna",
            ["f11.0.2"] = "1",
            ["f11.1.2"] = "0",
            ["f12"] = "hush-hush",
        });
        Assert.Contains("The settings are saved.", saved.Text, StringComparison.Ordinal);
        var told = (await portal.Admin.Get($"customizations/{id}"))["plugins"]![0]!;
        Assert.Equal(
            """{"title":"Halls","server":"https://a.b","tint":"","loud":false,"order":"number","words":["one","two"],"days":["Tu"],"entries":[{"name":"Anna","address":"anna","protocol":"rtmp"}]}""",
            told["settings"]!.ToJsonString());
        Assert.Contains("It is set; write to replace it.", (await portal.Desk.Open(settings)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_name_colours_and_words_and_warns_of_contrast()
    {
        var id = await portal.Begin("Look");
        var look = await portal.Desk.Press($"portal/{id}/look", new() { ["brandName"] = "Corp", ["text.light"] = "#eeeeee", ["accent.light"] = "#0a6b5a" });
        Assert.Contains("Writing on panels and cards (light): 1.16 to 1", look.Text, StringComparison.Ordinal);
        Assert.Contains("--pl-text: #eeeeee;", (await portal.Desk.Open($"portal/{id}/look/colours.css")).Text, StringComparison.Ordinal);
        Assert.Equal("""{"text":{"light":"#eeeeee","dark":null}}""", (await portal.Admin.Get($"customizations/{id}"))["colours"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Desk.Press($"portal/{id}/look", new() { ["text.light"] = "pink" })).Status);
        var words = await portal.Desk.Press($"portal/{id}/words", new() { ["en:joining.join"] = "Come in", ["de:others"] = "joining.home = Anfang\r\n" });
        Assert.Contains("Saved.", words.Text, StringComparison.Ordinal);
        var wrong = await portal.Desk.Press($"portal/{id}/words", new() { ["en:joining.join"] = "Do come in", ["de:others"] = "nonsense" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Do come in", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("Anfang", (string)(await portal.Admin.Get($"customizations/{id}"))["texts"]!["de"]!["joining.home"]!);
    }

    [Fact]
    public async Task Renames_doubles_deletes_and_takes_that_back()
    {
        var begun = await portal.Desk.Press("portal", new() { ["name"] = "Pages", ["branding"] = portal.Stored });
        var id = begun.Address.Split('/', '?')[3];
        await portal.Desk.Press($"portal/{id}/name", new() { ["name"] = "Sheets" });
        Assert.Contains("Copy of Sheets", (await portal.Desk.Press($"portal/{id}/duplicate")).Text, StringComparison.Ordinal);
        Assert.Contains("The customization is deleted.", (await portal.Desk.Press($"portal/{id}/delete")).Text, StringComparison.Ordinal);
        Assert.Contains("is back as it was", (await portal.Desk.Press($"portal/{id}/restore")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Desk.Press("portal", new() { ["name"] = "  " })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Desk.Press($"portal/{Guid.NewGuid()}/build")).Status);
    }

    [Fact]
    public async Task Changes_nothing_without_a_seal_or_the_rank()
    {
        var id = await portal.Begin("Sealed");
        foreach (var step in (string[])["", "/name", "/pick", "/look", "/words", "/build", "/build/preview", "/delete", "/duplicate"])
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.Desk.Send($"portal/{id}{step}", new() { ["name"] = "Stolen", ["do"] = "activate" })).Status);
        var account = await portal.Admin.Post("accounts", new { name = "paula", rank = "viewer" });
        using var viewer = await A_desk.SignedIn(portal.Server, "paula", (string)account["password"]!);
        var page = await viewer.Open($"portal/{id}/build");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Store and activate", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Press($"portal/{id}/delete")).Status);
        Assert.Equal("Sealed", (string)(await portal.Admin.Get($"customizations/{id}"))["name"]!);
    }

    [Fact]
    public async Task Takes_as_many_lines_as_a_table_may_have_and_no_more()
    {
        var files = A_phone_book.Files();
        files[A_phone_book.File] = A_phone_book.Package("""{"properties": {"entries": {"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}, "c": {"type": "string"}}}}}}""");
        var id = await portal.Begin("Long", await portal.Http.Id(A_portal.Zipped(files)));
        var settings = $"portal/{id}/settings?plugin={A_phone_book.Id}";
        Assert.Contains("The settings are saved.", (await portal.Desk.Press(settings, Lines(500))).Text, StringComparison.Ordinal);
        Assert.Equal(500, (await portal.Admin.Get($"customizations/{id}"))["plugins"]![0]!["settings"]!["entries"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.OK, (await portal.Desk.Open(settings)).Status);
        var more = await portal.Desk.Press(settings, Lines(600));
        Assert.Contains("There may be 500; there are 501.", more.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await portal.Desk.Press(settings, Lines(7_000))).Status);

        static Dictionary<string, string> Lines(int count) => Enumerable.Range(0, count)
            .SelectMany(row => Enumerable.Range(0, 3).Select(field => KeyValuePair.Create($"f0.{row}.{field}", "x"))).Append(KeyValuePair.Create("f0.rows", $"{count}")).ToDictionary();
    }

    private async Task<Page> Arranged(string id, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. fields.Append(("seal", await portal.Desk.Seal())).Select(field => KeyValuePair.Create(field.Item1, field.Item2))]);
        return await portal.Desk.Post($"portal/{id}", form);
    }
}
