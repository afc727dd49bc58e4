using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Plugins.Guides;
using Plenum.Tests.Running;

namespace Plenum.Tests.Branding;

/// <summary>Each paragraph of the guides' troubleshooting: what used to fail in silence says what is wrong.</summary>
[Collection(nameof(A_browser))]
public sealed class Troubles_that_the_guides_name(A_browser browser, A_server_to_brand branded) : In_a_browser(browser), IClassFixture<A_server_to_brand>
{
    [Sentence("v22-243 connect-242")]
    public async Task An_incorrect_structure_of_settings_with_several_plugins_is_refused_with_its_line()
    {
        using var answer = await branded.Admin.PostAsync("brandings", Packages.Form(Packages.Of("trouble",
            ("settings.json", "{\n  \"plugins\": [\n    { \"id\": \"a\", \"srcURL\": \"a.json\", \"enabled\": true }\n    { \"id\": \"b\", \"srcURL\": \"b.json\", \"enabled\": true }\n  ]\n}"))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["problems"]![0]!;
        Assert.Equal(("settings.json", 4), ((string)problem["file"]!, (int)problem["line"]!));
        Assert.Contains("a comma or a closing bracket is missing", (string)problem["message"]!, StringComparison.Ordinal);
    }

    [Sentence("v22-244 connect-243 v22-032 connect-032 v22-048 connect-048 v22-049 connect-049")]
    public async Task A_brandingID_that_did_not_change_is_a_warning_and_the_change_appears_all_the_same()
    {
        await branded.Admin.Activate(await branded.Admin.Id(Packages.Of("same-id")));
        var update = await branded.Admin.Upload(Packages.Of("same-id", ("plugins/mark/mark.plugin.js", "window.mark = 'updated'; window.PEX.pluginAPI.registerPlugin({ id: 'mark', load: () => {}, unload: () => {} });")));
        Assert.Contains(update["problems"]!.AsArray(), problem => ((string)problem!["message"]!).Contains("brandingID same-id is that of", StringComparison.Ordinal));
        await branded.Admin.Activate((string)update["id"]!);
        var person = await (await SomebodyAt(branded.Server.Address)).Enters(Furniture.Open.Alias(1), "Anna");
        await person.Page.WaitForFunctionAsync("() => window.mark === 'updated'");
    }

    [Sentence("v22-245 connect-244")]
    public async Task A_script_of_another_site_that_is_blocked_is_named_under_Settings()
    {
        await branded.Admin.Activate(await branded.Admin.Id(Plugin("csp", "const script = document.createElement('script'); script.src = 'https://cdn.example/lib.js'; document.head.append(script);")));
        var person = await SomebodyAt(branded.Server.Address);
        person.Complaints.MayHear("");
        await person.Enters(Furniture.Open.Alias(2), "Anna");
        await person.LooksAtPlugins();
        await person.Sees("It was not allowed to use https://cdn.example, so something of it may be missing.");
    }

    [Sentence("v22-247 connect-246")]
    public async Task A_call_that_mixes_secure_and_insecure_is_named_before_anybody_makes_it()
    {
        var told = await branded.Admin.Upload(Plugin("mixed", "\n\nfetch('http://intranet.example/phone-book');"));
        Assert.Contains(told["problems"]!.AsArray(), problem => (int?)problem!["line"] == 4 && ((string)problem["message"]!).Contains("use https:", StringComparison.Ordinal));
    }

    [Sentence("v22-249 connect-248")]
    public async Task An_error_in_a_plugin_ends_no_meeting_and_its_trace_is_under_Settings()
    {
        await branded.Admin.Activate(await branded.Admin.Id(Plugin("oops", "throw new Error('the phone book is empty');")));
        var person = await SomebodyAt(branded.Server.Address);
        person.Complaints.MayHear("");
        await person.Enters(Furniture.Open.Alias(3), "Anna");
        await person.LooksAtPlugins();
        await Assertions.Expect(person.Page.Locator("section[aria-label=Mark]")).ToContainTextAsync("the phone book is empty");
    }

    private static byte[] Plugin(string mark, string load) => Packages.Of(mark, ("plugins/mark/mark.plugin.js",
        $"window.PEX.pluginAPI.registerPlugin({{ id: 'mark',\n load: () => {{ {load} }}, unload: () => {{}} }});"));
}

/// <summary>Where plugins are told of.</summary>
internal static class SettingsOfPlugins
{
    public static async Task LooksAtPlugins(this Person person)
    {
        await person.Chooses("Settings");
        await person.Page.GetByRole(AriaRole.Tab, new() { Name = "Plugins" }).ClickAsync();
    }
}
