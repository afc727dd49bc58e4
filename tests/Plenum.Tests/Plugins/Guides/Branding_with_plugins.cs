using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>What settings.json and manifest.json do, changed while the server runs; each time Ada opens the app anew and meets Ben.</summary>
[Collection(nameof(GuidesCollection))]
public sealed class Branding_with_plugins(A_browser browser, A_folder_of_branding folder) : In_a_browser(browser), IClassFixture<A_folder_of_branding>
{
    private const string Numbered = """{"brandingID": 17, "isSettingsBranded": true}""";
    private const string Unbranded = """{"brandingID": "1521829718680", "isSettingsBranded": false}""";

    private static readonly string Two = A_folder_of_branding.Settings.Replace(
        "  ]", """
              ,{ "id": "screenshot-plugin-1.0", "srcURL": "plugins/screenshot/screenshot.plugin.package.json", "enabled": true }
              ]
            """, StringComparison.Ordinal);

    [Sentence("v22-031 connect-031 v22-052 connect-052")]
    public async Task The_example_of_a_manifest_lets_the_plugins_in()
    {
        await folder.Becomes(A_folder_of_branding.Settings, A_folder_of_branding.Manifest);
        await Offers(await Ada(), "Marker on-web", 1);
    }

    [Sentence("v22-045 connect-045 v22-047 connect-047")]
    public async Task Without_isSettingsBranded_no_plugin_is_used()
    {
        await folder.Becomes(A_folder_of_branding.Settings, Unbranded);
        var ada = await Ada();
        await HasNoPlugins(ada);
        await Offers(ada, "Marker on-web", 0);
        Assert.DoesNotContain(ada.Asked, asked => asked.Url.EndsWith("on-web.plugin.js", StringComparison.Ordinal));
    }

    [Sentence("v22-046 connect-046")]
    public async Task A_changed_manifest_and_settings_are_taken_up_by_whoever_opens_the_app()
    {
        await folder.Becomes(A_folder_of_branding.Settings, A_folder_of_branding.Manifest);
        folder.Put("screenshot");
        var before = await Ada();
        await Offers(before, "Marker on-web", 1);
        await Offers(before, "take screenshot of videos", 0);
        await folder.Becomes(Two, A_folder_of_branding.Manifest.Replace("679", "690", StringComparison.Ordinal));
        await Offers(await Ada(), "take screenshot of videos", 1);
        // Who is in the meeting keeps what they came with.
        await Offers(before, "take screenshot of videos", 0);
    }

    [Sentence("v22-051 connect-051")]
    public async Task Any_number_serves_as_brandingID()
    {
        await folder.Becomes(A_folder_of_branding.Settings, Numbered);
        await Offers(await Ada(), "Marker on-web", 1);
    }

    [Sentence("v22-243 connect-242")]
    public async Task Wrong_JSON_keeps_the_plugins_away_and_is_named_with_its_line()
    {
        await folder.Becomes(A_folder_of_branding.Settings.Replace("\"plugins/on-web/on-web.plugin.package.json\",", "\"plugins/on-web/on-web.plugin.package.json\"", StringComparison.Ordinal), A_folder_of_branding.Manifest);
        var ada = await Ada();
        await HasNoPlugins(ada, "settings.json is not JSON");
        await Offers(ada, "Marker on-web", 0);
    }

    private async Task<Person> Ada()
    {
        var alias = folder.Take();
        await Visitor.Join(folder.Http, alias, "Ben");
        var ada = await (await SomebodyAt(folder.Server.Address)).Enters(alias, "Ada");
        await ada.TurnsTo("People");
        await Assertions.Expect(ada.Row("Ben").First).ToBeVisibleAsync();
        return ada;
    }

    /// <summary>The page of plugins comes when the branding has been looked at, and not before.</summary>
    private static async Task HasNoPlugins(Person person, string? because = null)
    {
        await person.Chooses("Settings");
        await person.Page.GetByRole(AriaRole.Tab, new() { Name = "Plugins" }).ClickAsync();
        await person.Sees("This server has no plugins.");
        if (because is not null) await person.Sees(because);
        await person.PutsDialogsAway();
    }

    private static async Task Offers(Person person, string entry, int times)
    {
        await person.Tool("More").ClickAsync();
        await Assertions.Expect(person.Entry("Settings")).ToBeVisibleAsync();
        await Assertions.Expect(person.Entry(entry)).ToHaveCountAsync(times);
        await person.PutsMenusAway();
    }
}
