using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting;

[Collection(nameof(A_running_server))]
public sealed class Messages_to_pages(A_running_server running) : IAsyncLifetime
{
    /// <summary>As the guide has it, to the letter, but for the plugin's name.</summary>
    private const string FromTheGuide = """
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

    private readonly Administration _admin = Administration.Of(running.Server);
    private readonly string _plugin = $"sample{Guid.NewGuid():N}";
    private readonly string _alias = running.Take(Furniture.Open);

    public async ValueTask InitializeAsync() => await _admin.Ask(HttpMethod.Put, $"ui-plugins/{_plugin}", """
        {"script": "1", "functions": [{"name": "event1", "callbacks": ["callback1", "callback2", "callback3"]}], "events": [{"name": "event1"}, {"name": "dialled"}],
         "schema": [{"name": "key", "type": "password"}, {"name": "loud", "type": "toggle", "defaultValue": true}, {"name": "greeting", "type": "text"}],
         "settings": {"key": "not-for-browsers", "greeting": "Hello"}}
        """);

    [Fact]
    public async Task The_example_of_the_guide_works_to_the_letter()
    {
        await using var page = await Open("Ada");
        await Listen("first", "event1", FromTheGuide.Replace("plugin:sample", $"plugin:{_plugin}", StringComparison.Ordinal));
        (await page.Send(_plugin, "event1")).Ok();
        var message = await page.Next();
        Assert.Equal(("event1", page.Visitor.Id, _plugin), (Text(message.GetProperty("message"), "name"), Text(message.GetProperty("message"), "companyId"), Text(message, "plugin")));
        Assert.DoesNotContain("function", message.GetRawText(), StringComparison.Ordinal);
        (await page.Reply(message, "callback1", new { number = 1234, text = "hello" })).Ok();
        (await page.Reply(message, "callback2")).Ok();
        await Until(async () => (await Runs($"{_plugin}.event1.callback2")).Count == 1);
        var run = Assert.Single(await Runs($"{_plugin}.event1.callback1"))!;
        Assert.Equal(
            [
                "Here is the original message for callback 1",
                $$"""{"scope":"plugin:{{_plugin}}","name":"event1","companyId":"{{page.Visitor.Id}}"}""",
                "Here is the callback data for callback 1",
                """{"number":1234,"text":"hello"}""",
            ],
            (await _admin.Get($"logs?run={run["id"]}&level=debug"))["items"]!.AsArray().Select(line => (string)line!["text"]!).Reverse());

        var life = await _admin.Get($"messages/{Text(message, "id")}");
        Assert.Equal(("answered", 2), ((string)Assert.Single(life["deliveries"]!.AsArray())!["state"]!, life["replies"]!.AsArray().Count));
        Assert.Equal("returned", (string)(await _admin.Get($"runs/{life["run"]}"))["outcome"]!);
    }

    [Fact]
    public async Task A_page_is_told_its_plugins_and_no_secret()
    {
        await using var page = await Open("Ada");
        var told = (await page.Announce()).GetProperty("plugins").EnumerateArray().Single(one => Text(one, "name") == _plugin);
        Assert.Equal("""{"loud":true,"greeting":"Hello"}""", told.GetProperty("configuration").GetRawText());
        Assert.DoesNotContain("not-for-browsers", told.GetRawText(), StringComparison.Ordinal);
        var script = await running.Http.GetAsync(Text(told, "script"));
        Assert.Equal("document.currentScript.plenumPlugin = function (plugin, uiService, service, sys) { 1\n};\n", await script.Content.ReadAsStringAsync());
        Assert.Equal(("text/javascript", true), (script.Content.Headers.ContentType!.MediaType, script.Headers.CacheControl!.Public));
    }

    [Fact]
    public async Task Everybody_in_a_conference_gets_one_and_each_answer_is_run_on_its_own()
    {
        await using var ada = await Open("Ada");
        await using var bob = await Open("Bob");
        var id = await Send($"target: 'conference', conference: '{_alias}', callbacks: {{callback1(m, d) {{ log(sys.context.getCurrentUserRecord().label(), d.data.n) }}}}");
        var (first, second) = (await ada.Next(), await bob.Next());
        Assert.Equal((id, id), (Text(first, "id"), Text(second, "id")));
        foreach (var number in new[] { 1, 2, 3 }) (await ada.Reply(first, "callback1", new { n = number })).Ok();
        (await bob.Reply(second, "callback1", new { n = 7 })).Ok();
        await Until(async () => (await Runs($"{_plugin}.event1.callback1")).Count == 4);
        var lines = (await _admin.Get($"logs?listener={_plugin}.event1.callback1"))["items"]!.AsArray().Select(line => (string)line!["text"]!).Reverse().ToList();
        Assert.Equal(["Ada 1", "Ada 2", "Ada 3"], lines.Where(line => line.StartsWith("Ada", StringComparison.Ordinal)));
        Assert.Single(lines, "Bob 7");
    }

    [Fact]
    public async Task Somebody_who_was_away_finds_them_in_order_and_each_once()
    {
        var page = new Page(await running.Join(_alias, "Ada"));
        await page.Announce();
        foreach (var number in new[] { 1, 2, 3 }) await Send($"target: 'users', targetUsers: ['{page.Visitor.Id}'], number: {number}");
        var missed = (await page.Announce()).GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal([1, 2, 3], missed.Select(message => message.GetProperty("message").GetProperty("number").GetInt32()));
        Assert.Equal([1, 2, 3], missed.Select(message => message.GetProperty("seq").GetInt32()));
        (await page.Visitor.Post("plenum/taken", new { tab = page.Tab, through = 2 })).Ok();
        Assert.Equal(3, Assert.Single((await page.Announce(since: 2)).GetProperty("messages").EnumerateArray()).GetProperty("seq").GetInt32());
        Assert.Equal("delivered", (string)(await _admin.Get($"messages/{Text(missed[0], "id")}"))["deliveries"]![0]!["state"]!);
        Assert.Equal("stored", (string)(await _admin.Get($"messages/{Text(missed[2], "id")}"))["deliveries"]![0]!["state"]!);
    }

    [Fact]
    public async Task What_is_said_twice_happens_once()
    {
        await using var page = await Open("Ada");
        await Listen("counting", "dialled", "log('dialled', event.data)");
        foreach (var _ in Enumerable.Range(0, 5)) (await page.Send(_plugin, "dialled", 5, seq: 1)).Ok();
        (await page.Send(_plugin, "dialled", 6, seq: 2)).Ok();
        await Until(async () => (await Runs(ListenerName("counting"))).Count == 2);
        Assert.Equal(["dialled 6", "dialled 5"], (await _admin.Get($"logs?listener={ListenerName("counting")}"))["items"]!.AsArray().Select(line => (string)line!["text"]!));
    }

    [Fact]
    public async Task A_listener_hears_callbacks_as_the_guide_shows_them()
    {
        await using var page = await Open("Ada");
        await Listen("all", "event1", "log(JSON.stringify(event.data), event.type, event.plugin === undefined, event.event, event.callback)");
        await Listen("other", "event1", "log('never')", callback: "callback2");
        await Send($"target: 'conference', conference: '{_alias}', companyId: 'ABC'");
        (await page.Reply(await page.Next(), "callback1", new { number = 1234 })).Ok();
        await Until(async () => (await Runs(ListenerName("all"))).Count == 1);
        Assert.Contains("\"companyId\":\"ABC\"},\"callbackData\":{\"number\":1234}} PLUGIN false event1 callback1", (string)(await _admin.Get($"logs?listener={ListenerName("all")}"))["items"]![0]!["text"]!, StringComparison.Ordinal);
        Assert.Empty(await Runs(ListenerName("other")));
    }

    [Fact]
    public async Task Nobody_answers_what_did_not_go_to_them()
    {
        await using var ada = await Open("Ada");
        await using var eve = await Open("Eve");
        await Send($"target: 'users', targetUsers: ['{ada.Visitor.Id}'], callbacks: {{callback1() {{ log('ran') }}}}");
        var message = await ada.Next();
        foreach (var refused in new[]
        {
            await eve.Reply(message, "callback1"),
            await ada.Reply(message, "callback9"),
            await ada.Reply(message, "__proto__"),
            await ada.Reply(message, "callback1", new string('x', 70_000)),
            await eve.Visitor.Post("plenum/said", new { tab = ada.Tab, seq = 1, message = Text(message, "id"), callback = "callback1" }),
            await eve.Visitor.Post("plenum/said", new { tab = new string('z', 30), seq = 1, message = Text(message, "id"), callback = "callback1" }),
            await eve.Visitor.Post("plenum/tabs", new { tab = ada.Tab }),
            await eve.Visitor.Post("plenum/tabs", new { tab = "short" }),
            await ada.Visitor.Post("plenum/said", new { tab = ada.Tab, seq = 0, message = Text(message, "id"), callback = "callback1" }),
            await ada.Visitor.Post("plenum/said", new { tab = ada.Tab, seq = 1.5, message = Text(message, "id"), callback = "callback1" }),
            await ada.Visitor.Post("plenum/said", new { tab = ada.Tab, seq = 1, message = $"{Guid.NewGuid()}", callback = "callback1" }),
            await ada.Send(_plugin, "undeclared"),
            await ada.Send("nobody", "event1"),
        })
            Assert.True((int)refused.Status >= 400, refused.Text);
        Assert.Empty(await Runs($"{_plugin}.event1.callback1"));
    }

    [Theory]
    [InlineData("null", "badRequest", "A message is an object")]
    [InlineData("{name: 'event1'}", "badRequest", "There is no message event1 in the scope global")]
    [InlineData("{scope: 5, name: 'event1'}", "badRequest", "scope is a text")]
    [InlineData("{scope: 'plugin:', name: 'event1'}", "badRequest", "The scope plugin: is not offered")]
    [InlineData("{name: 'goToLogin'}", "badRequest", "goToLogin has no meaning here")]
    [InlineData("{name: 'showMessage', title: 'T'}", "badRequest", "message is required")]
    [InlineData("{name: 'showMessage', title: 'T', message: 'M', type: 'shout'}", "badRequest", "type is one of")]
    [InlineData("{name: 'openExternalLink', url: 'javascript:alert(1)'}", "badRequest", "url is an address that begins with")]
    [InlineData("{name: 'openExternalLink', url: ' jAvAsCrIpT:alert(1)'}", "badRequest", "url is an address that begins with")]
    [InlineData("{name: 'openExternalLink', url: '//evil.example/'}", "badRequest", "url is an address that begins with")]
    [InlineData("{name: 'downloadFile', fileId: 'data:text/html,x'}", "badRequest", "fileId is an address that begins with")]
    [InlineData("{name: 'navigate', view: 'cellar'}", "badRequest", "view is one of")]
    [InlineData("{name: 'navigate', view: 'conference'}", "badRequest", "recordId is required")]
    [InlineData("{name: 'updateTask', taskId: '1', taskStatus: 'lost'}", "badRequest", "taskStatus is one of")]
    [InlineData("{name: 'startTask', taskId: '1', taskTitle: 'T', taskProgress: 101}", "badRequest", "taskProgress is a number")]
    [InlineData("{scope: 'view', name: 'refresh', views: []}", "badRequest", "The scope view is not offered")]
    [InlineData("{scope: 'action', entity: 'x'}", "badRequest", "name is required")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event1', target: 'groups'}", "badRequest", "targetGroups is required")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event1', target: 'connection'}", "badRequest", "connection is required")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event1', ttl: -1}", "badRequest", "ttl is in milliseconds")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event1', timeout: 'soon'}", "badRequest", "timeout is in milliseconds")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event1', onTimeout() {}}", "badRequest", "onTimeout needs timeout")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event1', timeout: 5, onTimeout: 'x'}", "badRequest", "onTimeout is not a function")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event1', callbacks: ['a']}", "badRequest", "callbacks is an object")]
    [InlineData("{scope: 'plugin:PLUGIN'}", "badRequest", "name is required")]
    [InlineData("{scope: 'plugin:nobody', name: 'event1'}", "badRequest", "There is no UI plugin nobody")]
    [InlineData("{scope: 'kitchen', name: 'event1'}", "badRequest", "The scope kitchen is not offered")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event9'}", "badRequest", "declares no function event9")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event1', target: 'moon'}", "badRequest", "target is one of")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event1', target: 'conference'}", "badRequest", "conference is required")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event1', target: 'conference', conference: 'not.here'}", "badRequest", "There is no conference not.here")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event1', targetUsers: 'ada'}", "badRequest", "targetUsers is a list")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event1', callbacks: {callback1: 'text'}}", "badRequest", "The callback callback1 is not a function")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event1', callbacks: {callback1: Math.max}}", "badRequest", "cannot be kept as text")]
    [InlineData("{scope: 'plugin:PLUGIN', name: 'event1', big: 'x'.repeat(70000)}", "badRequest", "at most 65536 characters")]
    public async Task What_cannot_be_sent_is_a_bad_request(string message, string code, string why)
    {
        var run = await Once($"try {{ sys.ui.sendMessage({message.Replace("PLUGIN", _plugin, StringComparison.Ordinal)}) }} catch (e) {{ return [sys.exceptions.getCode(e), sys.exceptions.getMessage(e)] }}");
        Assert.Equal(code, (string?)run["value"]?[0]);
        Assert.Contains(why, (string)run["value"]![1]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_reaches_nobody_says_so_in_the_log()
    {
        var run = await Once($"return sys.ui.sendMessage({{scope: 'uiService:phones.{_plugin}', name: 'event1', target: 'users', targetUsers: ['ada@example.org']}})");
        Assert.Equal(
            [$"The message event1 to the plugin {_plugin} reaches nobody: {run["value"]}", "Nobody is here as ada@example.org"],
            (await _admin.Get($"logs?run={run["id"]}&level=warn"))["items"]!.AsArray().Select(line => (string)line!["text"]!));
        Assert.Empty((await _admin.Get($"messages/{run["value"]}"))["deliveries"]!.AsArray());
        Assert.Equal(404, (await _admin.Refused(HttpMethod.Get, $"messages/{Guid.NewGuid()}")).Status);
    }

    public ValueTask DisposeAsync()
    {
        _admin.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static async Task Until(Func<Task<bool>> condition)
    {
        for (var patience = System.Diagnostics.Stopwatch.StartNew(); !await condition(); await Task.Delay(30))
            Assert.True(patience.Elapsed < Visitor.Patience, "It never came to be");
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private string ListenerName(string which) => $"{which}{_plugin}";

    private async Task<Page> Open(string name) => await Page.Open(await running.Join(_alias, name));

    private Task Listen(string which, string name, string script, string? callback = null) => _admin.Ask(
        HttpMethod.Put, $"listeners/{ListenerName(which)}", new JsonObject { ["type"] = "uiPlugin", ["plugin"] = _plugin, ["event"] = name, ["callback"] = callback, ["script"] = script }.ToJsonString());

    private async Task<JsonArray> Runs(string listener) => (await _admin.Get($"runs?listener={listener}")).AsArray();

    /// <summary>Runs a script by hand.</summary>
    private async Task<JsonNode> Once(string script)
    {
        await _admin.Ask(HttpMethod.Put, $"listeners/{ListenerName("once")}", new JsonObject { ["type"] = "manual", ["script"] = script }.ToJsonString());
        return await _admin.Post($"listeners/{ListenerName("once")}/runs", "{}");
    }

    /// <summary>Sends event1 and gives the id of the message.</summary>
    private async Task<string> Send(string more) => (string)(await Once($"return sys.ui.sendMessage({{scope: 'plugin:{_plugin}', name: 'event1', {more}}})"))["value"]!;
}
