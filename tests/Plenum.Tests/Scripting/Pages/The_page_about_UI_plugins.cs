using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Plugins;
using Plenum.Tests.Plugins.Guides;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting.Pages;

/// <summary>What that page promises, seen at browsers in a meeting.</summary>
[Collection(nameof(A_browser))]
public sealed class The_page_about_UI_plugins(Ada_and_Bob two) : IClassFixture<Ada_and_Bob>
{
    /// <summary>As the page has it, to the letter.</summary>
    private const string Example = """
        sys.ui.sendMessage({
            scope: 'plugin:sample',
            name: 'event1',
            companyId: record.id(),
            callbacks: {
              callback1: function(originalMessage, callbackData) {
                sys.logs.debug("Here is the original message for callback 1");
                sys.logs.debug(JSON.stringify(originalMessage));
                sys.logs.debug("Here is the callback data for callback 1");
                sys.logs.debug(JSON.stringify(callbackData));
              },
              callback2: function(originalMessage, callbackData) {
                //do something
              }
            }
        });
        """;

    [Sentence("ui-002 ui-013 ui-014 ui-015 ui-016 ui-018 ui-019")]
    public async Task An_event_of_a_plugin_runs_the_example_and_its_callbacks()
    {
        await two.Listen("onEvent1", new JsonObject { ["type"] = "uiPlugin", ["plugin"] = "sample", ["event"] = "event1", ["script"] = Example });
        await two.Listen("answers", new JsonObject { ["type"] = "uiPlugin", ["plugin"] = "sample", ["event"] = "event1", ["script"] = "log(event.type, event.plugin, event.event, event.callback ?? 'event')" });
        await two.Ada.Page.Locator("#applicationHost button", new() { HasText = "Send event1" }).ClickAsync();
        await Until.Holds(async () => Assert.Single((await two.Get("runs?listener=sample.event1.callback2")).AsArray()));

        var run = Assert.Single((await two.Get("runs?listener=sample.event1.callback1")).AsArray())!;
        var ada = await two.Ada.Page.EvaluateAsync<string>("() => PEX.selfUUID");
        Assert.Equal(
            [
                "Here is the original message for callback 1",
                $$"""{"scope":"plugin:sample","name":"event1","companyId":"{{ada}}"}""",
                "Here is the callback data for callback 1",
                """{"number":1234,"text":"hello"}""",
            ],
            await two.Log($"run={run["id"]}&level=debug"));
        Assert.Equal("returned", (string)(await two.Get("runs?listener=sample.event1.callback2"))[0]!["outcome"]!);
        await Until.Holds(async () => Assert.Equal(["PLUGIN sample event1 event", "PLUGIN sample event1 callback1", "PLUGIN sample event1 callback2"], await two.Log("listener=answers")));
        // Its own answers do not run it again.
        Assert.Single((await two.Get("runs?listener=onEvent1")).AsArray());
    }

    [Sentence("ui-003 ui-004")]
    public async Task A_call_comes_in_by_a_web_hook_and_is_answered_in_the_browser()
    {
        var shipped = Path.Combine(Repository.Root, "plugins", "phone", "listeners");
        await two.Listen("incomingCall", new JsonObject { ["type"] = "webhook", ["secret"] = "of-the-provider", ["script"] = await File.ReadAllTextAsync(Path.Combine(shipped, "incomingCall.js")) });
        await two.Listen("hungUp", new JsonObject { ["type"] = "uiPlugin", ["plugin"] = "phone", ["event"] = "hungUp", ["script"] = await File.ReadAllTextAsync(Path.Combine(shipped, "hungUp.js")) });
        var body = new JsonObject { ["callId"] = "c1", ["caller"] = "+41 44 123 45 67", ["conference"] = two.Alias }.ToJsonString();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/incomingCall") { Content = new StringContent(body, null, "application/json") };
        request.Headers.Add("X-Plenum-Signature", "sha256=" + Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("of-the-provider"u8, System.Text.Encoding.UTF8.GetBytes(body))));
        using var answered = await two.House.Http.SendAsync(request);
        Assert.True(answered.IsSuccessStatusCode, await answered.Content.ReadAsStringAsync());

        ILocator Card(Person person, string kind) => person.Page.GetByRole(AriaRole.Alertdialog, new() { Name = $"{kind}: +41 44 123 45 67" });
        await Assertions.Expect(Card(two.Bob, "Incoming call")).ToBeVisibleAsync();
        await Card(two.Ada, "Incoming call").GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Assertions.Expect(Card(two.Bob, "Incoming call")).ToHaveCountAsync(0);
        await Card(two.Ada, "On the telephone").GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await Until.Holds(async () => Assert.Equal(["Call c1 with +41 44 123 45 67 is over"], await two.Log("listener=hungUp")));
        Assert.Equal("Call c1 was answered by Ada", (await two.Log("listener=phone.incomingCall.answered"))[0]);
    }

    [Sentence("ui-005 ui-006 ui-007 ui-020")]
    public async Task Official_plugins_are_listed_with_settings_and_documentation()
    {
        var packages = (await two.Get("ui-plugin-packages")).AsArray();
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "plugins", "README.md"));
        foreach (var package in packages)
        {
            var name = (string)package!["name"]!;
            Assert.Contains($"]({name}/README.md)", readme, StringComparison.Ordinal);
            var own = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "plugins", name, "README.md"));
            foreach (var field in package["schema"]?.AsArray() ?? []) Assert.Contains($"`{field!["name"]}`", own, StringComparison.Ordinal);
        }

        Assert.Superset(new HashSet<string> { "phone", "sample", "utils" }, packages.Select(package => (string)package!["name"]!).ToHashSet());
        var sample = await two.Get("ui-plugins/sample");
        Assert.Equal(("Sample", "sample", true), ((string)sample["label"]!, (string)sample["name"]!, (bool)sample["settings"]!["button"]!));
        var listeners = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "ui-plugins", "reference.md"));
        Assert.Contains("## Listeners", listeners, StringComparison.Ordinal);
    }

    [Sentence("ui-009 ui-010 ui-011 ui-012")]
    public async Task A_label_is_for_people_and_a_name_for_scripts()
    {
        await two.Put("old", new JsonObject { ["label"] = "For people alone", ["script"] = (string)(await two.Get("ui-plugins/old"))["script"]!, ["settings"] = new JsonObject { ["greeting"] = "Hello" } });
        await two.Run($"sys.ui.sendMessage({{scope: 'plugin:old', name: 'anything', target: 'conference', conference: '{two.Alias}', callbacks: {{done(m, d) {{ log(d.name, d.greeting, d.data.errors) }}}}}})");
        await Until.Holds(async () => Assert.Equal(["old Hello 1", "old Hello 1"], await two.Log("listener=old.anything.done")));
        await two.Bob.Chooses("Settings");
        await two.Bob.Page.GetByRole(AriaRole.Tab, new() { Name = "Plugins" }).ClickAsync();
        var card = two.Bob.Page.GetByRole(AriaRole.Region, new() { Name = "Telephone", Exact = true });
        await Assertions.Expect(card.GetByText("Running")).ToBeVisibleAsync();
        await two.Bob.PutsDialogsAway();
        Assert.Contains("There is no UI plugin Sample", (string)(await two.Run("try { sys.ui.sendMessage({scope: 'plugin:Sample', name: 'event1'}) } catch (e) { return e.message }"))!, StringComparison.Ordinal);
        foreach (var name in (string[])["my plugin", "my-plugin", "a.b"]) Assert.Contains("letters (a to z) and digits", await Refusal(name), StringComparison.Ordinal);
    }

    private async Task<string> Refusal(string name)
    {
        using var admin = Management.Administration.Of(two.House.Server);
        return (await admin.Refused(HttpMethod.Put, $"ui-plugins/{Uri.EscapeDataString(name)}", """{"script": "1"}""")).Detail;
    }
}
