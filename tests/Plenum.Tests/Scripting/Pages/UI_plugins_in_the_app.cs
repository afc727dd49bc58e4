using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Plugins;

namespace Plenum.Tests.Scripting.Pages;

/// <summary>What goes beyond the page that they come from: nothing is lost or twice, faults are named, and messages to the page itself.</summary>
[Collection(nameof(A_browser))]
public sealed class UI_plugins_in_the_app(Ada_and_Bob two) : IClassFixture<Ada_and_Bob>
{
    [Fact]
    public async Task Whoever_was_away_hears_everything_once_and_in_order_and_is_heard_once()
    {
        two.Ada.Complaints.MayHear("ERR_INTERNET_DISCONNECTED");
        await two.Listen("heard", new JsonObject { ["type"] = "uiPlugin", ["plugin"] = "probe", ["event"] = "heard", ["script"] = "log(event.data)" });
        var ada = await two.Ada.Page.EvaluateAsync<string>("() => PEX.selfUUID");
        await two.Ada.LosesTheNetwork();
        await two.Ada.Page.EvaluateAsync("() => { for (const number of [1, 2, 3]) probe.service.sendEvent('heard', number); }");
        await two.Run($"for (var n = 1; n <= 5; n++) sys.ui.sendMessage({{scope: 'uiService:probe', name: 'ask', target: 'users', targetUsers: ['{ada}'], number: n, answer: true, callbacks: {{answer(m, d) {{ log(m.number, d.number) }}}}}})");
        await two.Ada.FindsTheNetwork();
        await two.Run($"sys.ui.sendMessage({{scope: 'uiService:probe', name: 'ask', target: 'conference', conference: '{two.Alias}', number: 6}})");
        await two.Ada.Page.WaitForFunctionAsync("() => probe.heard.includes(6)", null, new() { PollingInterval = 20 });
        Assert.Equal("1 2 3 4 5 6", await two.Ada.Page.EvaluateAsync<string>("() => probe.heard.filter(number => number < 9).join(' ')"));
        Assert.Equal("6", await two.Bob.Page.EvaluateAsync<string>("() => probe.heard.filter(number => number < 9).join(' ')"));
        await Until.Holds(async () => Assert.Equal(["1 1", "2 2", "3 3", "4 4", "5 5"], await two.Log("listener=probe.ask.answer")));
        await Until.Holds(async () => Assert.Equal(["1", "2", "3"], await two.Log("listener=heard")));
    }

    [Fact]
    public async Task What_fails_is_named_and_harms_nobody_else()
    {
        var id = await two.Run($"return sys.ui.sendMessage({{scope: 'uiService:probe', name: 'ask', target: 'conference', conference: '{two.Alias}', number: 9, fail: true}})");
        await two.Bob.Page.WaitForFunctionAsync("() => probe.heard.includes(9)", null, new() { PollingInterval = 20 });
        await two.Bob.Chooses("Settings");
        await two.Bob.Page.GetByRole(AriaRole.Tab, new() { Name = "Plugins" }).ClickAsync();
        ILocator Card(string name) => two.Bob.Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });
        await Assertions.Expect(Card("broken").GetByText("There is no window.ethereum").First).ToBeVisibleAsync();
        await Assertions.Expect(Card("unreadable").GetByText("cannot be read as JavaScript").First).ToBeVisibleAsync();
        await Assertions.Expect(Card("probe").GetByText("message ask: Error: The probe was told to fail").First).ToBeVisibleAsync();
        await Assertions.Expect(Card("Telephone").GetByText("Running")).ToBeVisibleAsync();
        await Until.Holds(async () => Assert.Contains((await two.Get("plugin-faults?plugin=ui:probe")).AsArray(), fault => (string)fault!["message"]! == "Error: The probe was told to fail"));
        Assert.NotNull(id);

        // Off it is not entered, and what it had put into the page is gone; on again it runs anew.
        await Card("Sample").GetByRole(AriaRole.Switch).SetCheckedAsync(false);
        await Assertions.Expect(two.Bob.Page.Locator("#applicationHost button", new() { HasText = "Send event1" })).ToHaveCountAsync(0);
        await Card("Sample").GetByRole(AriaRole.Switch).SetCheckedAsync(true);
        await Assertions.Expect(two.Bob.Page.Locator("#applicationHost button", new() { HasText = "Send event1" })).ToHaveCountAsync(1);
        await two.Bob.PutsDialogsAway();
    }

    [Fact]
    public async Task Scripts_show_lead_and_tell_how_far_something_is()
    {
        Task<JsonNode?> Global(string message) => two.Run($"sys.ui.sendMessage(Object.assign({{target: 'conference', conference: '{two.Alias}'}}, {message}))");
        var notes = two.Ada.Page.GetByRole(AriaRole.Region, new() { Name = "Notifications" });
        await Global("{name: 'showMessage', title: 'Order 1234', message: 'It is <b>on its way</b><img src=x onerror=\"window.evil=1\">', type: 'success', keepVisible: true}");
        await Assertions.Expect(notes.Locator("b", new() { HasText = "on its way" })).ToBeVisibleAsync();
        await Global("{scope: 'global', name: 'startTask', taskId: 't', taskTitle: 'Import', taskMessage: 'begun'}");
        await Assertions.Expect(notes.GetByText("begun")).ToBeVisibleAsync();
        await Global("{name: 'updateTask', taskId: 't', taskProgress: 40, taskMessage: '40 of 100'}");
        await Assertions.Expect(notes.GetByRole(AriaRole.Progressbar, new() { Name = "Import" })).ToHaveJSPropertyAsync("value", 0.4);
        await Global("{name: 'updateTask', taskId: 't', taskStatus: 'error', taskMessage: 'The file is damaged'}");
        await Assertions.Expect(notes.GetByText("The file is damaged")).ToBeVisibleAsync();
        await Assertions.Expect(notes.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);

        var opened = await two.Ada.Page.Context.RunAndWaitForPageAsync(() => Global("{name: 'openExternalLink', url: '/docs/'}"));
        await opened.WaitForURLAsync("**/docs/");
        Assert.True(await opened.EvaluateAsync<bool>("() => window.opener === null"));
        await opened.CloseAsync();
        await Global("{name: 'navigate', view: 'settings', recordId: 'plugins'}");
        await Assertions.Expect(two.Ada.Page.GetByRole(AriaRole.Tab, new() { Name = "Plugins" })).ToBeVisibleAsync();
        await two.Ada.PutsDialogsAway();
        await two.Bob.PutsDialogsAway();
        Assert.False(await two.Ada.Page.EvaluateAsync<bool>("() => 'evil' in window"));
    }

    [Fact]
    public async Task Plugins_of_a_branding_have_the_same_channel()
    {
        await two.Bob.Page.EvaluateAsync("""
            () => {
              window.channel = PEX.pluginAPI.backend('probe');
              window.got = [];
              channel.messages$.filter((message) => message.name === 'late').subscribe((message) => { got.push(message.number); channel.callback(message, 'answer', { from: 'branding' }); });
            }
            """);
        await two.Run($"sys.ui.sendMessage({{scope: 'plugin:probe', name: 'late', target: 'conference', conference: '{two.Alias}', number: 7, callbacks: {{answer(m, d) {{ log(m.number, d.from) }}}}}})");
        await Until.Holds(async () => Assert.Equal(["7 branding"], await two.Log("listener=probe.late.answer")));
        await two.Listen("heardToo", new JsonObject { ["type"] = "uiPlugin", ["plugin"] = "probe", ["event"] = "heard", ["script"] = "log(JSON.stringify(event.data))" });
        Assert.True(await two.Bob.Page.EvaluateAsync<bool>("() => channel.sendEvent('heard', { a: 1 })"));
        two.Bob.Complaints.MayHear("400 (Bad Request)");
        Assert.False(await two.Bob.Page.EvaluateAsync<bool>("() => channel.sendEvent('undeclared', { a: 1 })"));
        await Until.Holds(async () => Assert.Contains("""{"a":1}""", await two.Log("listener=heardToo")));
    }
}
