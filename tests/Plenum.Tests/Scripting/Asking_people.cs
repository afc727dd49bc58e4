using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting;

[Collection(nameof(A_running_server))]
public sealed class Asking_people(A_running_server running) : IAsyncLifetime
{
    private readonly Administration _admin = Administration.Of(running.Server);
    private readonly string _plugin = $"ask{Guid.NewGuid():N}", _alias = running.Take(Furniture.Open);

    public async ValueTask InitializeAsync() => await _admin.Ask(HttpMethod.Put, $"ui-plugins/{_plugin}", """{"script": "1", "functions": [{"name": "ask", "callbacks": ["yes", "no"]}]}""");

    [Fact]
    public async Task The_answer_comes_as_a_promise_and_the_script_goes_on()
    {
        await using var ada = await Open("Ada");
        var asking = Run("const told = await sys.ui.ask({MESSAGE}); const again = await sys.ui.ask({MESSAGE, callbacks: ['maybe']}); return [told.callback, told.data.n, told.user.name, again.callback]");
        (await ada.Reply(await ada.Next(), "yes", new { n = 5 })).Ok();
        (await ada.Reply(await ada.Next(), "maybe")).Ok();
        Assert.Equal("""["yes",5,"Ada","maybe"]""", (await asking)["value"]!.ToJsonString());
    }

    [Fact]
    public async Task Many_are_asked_and_those_who_answered_in_time_count()
    {
        await using var ada = await Open("Ada");
        await using var bob = await Open("Bob");
        await using var eve = await Open("Eve");
        var asking = Run("const all = await sys.ui.gather({MESSAGE, timeout: 1500}); return [all.complete, all.answers.map(one => one.user.name).sort(), all.missing]");
        (await ada.Reply(await ada.Next(), "yes")).Ok();
        (await bob.Reply(await bob.Next(), "no")).Ok();
        Assert.Equal($$"""[false,["Ada","Bob"],["{{eve.Visitor.Id}}"]]""", (await asking)["value"]!.ToJsonString());
        Assert.Contains("no answers any more", (await eve.Reply(await eve.Next(), "yes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_answered_nobody_is_waited_for()
    {
        await using var ada = await Open("Ada");
        await using var bob = await Open("Bob");
        var asking = Run("const all = await sys.ui.gather({MESSAGE, timeout: 25000}); return [all.complete, all.answers.length]");
        foreach (var page in new[] { ada, bob }) (await page.Reply(await page.Next(), "yes")).Ok();
        var run = await asking;
        Assert.Equal("[true,2]", run["value"]!.ToJsonString());
        Assert.True((long)run["tookMs"]! < 20_000, $"{run["tookMs"]}");
    }

    [Fact]
    public async Task Nobody_who_answers_is_a_timeout_that_may_be_caught()
    {
        await using var ada = await Open("Ada");
        Assert.Equal("\"timeout\"", (await Run("try { await sys.ui.ask({MESSAGE, timeout: 100}) } catch (e) { return sys.exceptions.getCode(e) }"))["value"]!.ToJsonString());
    }

    [Fact]
    public async Task Questions_side_by_side_are_answered_in_any_order()
    {
        await using var ada = await Open("Ada");
        var asking = Run("const both = [1, 2].map(n => sys.ui.ask({MESSAGE, n})); const first = await Promise.race(both); const all = await Promise.all(both); return [first.data, all.map(one => one.data)]");
        var (one, two) = (await ada.Next(), await ada.Next());
        (await ada.Reply(two, "yes", "second")).Ok();
        await Messages_to_pages.Until(async () => ((string?)(await _admin.Get($"messages/{Text(two, "id")}"))["closed"]) == "answered");
        (await ada.Reply(one, "yes", "first")).Ok();
        Assert.Equal("""["second",["first","second"]]""", (await asking)["value"]!.ToJsonString());
    }

    [Fact]
    public async Task OnTimeout_is_run_once_when_nobody_answered_and_late_answers_are_refused()
    {
        await using var ada = await Open("Ada");
        var run = await Run("return sys.ui.sendMessage({MESSAGE, call: 'abc', timeout: 300, onTimeout(m, told) { log('nobody', m.call, told.deliveries.length) }, callbacks: {yes() { log('never') }}})");
        var message = await ada.Next();
        Assert.DoesNotContain("onTimeout", message.GetRawText(), StringComparison.Ordinal);
        await Messages_to_pages.Until(async () => (await _admin.Get($"runs?listener={_plugin}.ask.onTimeout")).AsArray().Count == 1);
        Assert.Contains("no answers any more", (await ada.Reply(message, "yes")).Text, StringComparison.Ordinal);
        Assert.Equal("nobody abc 1", (string)(await _admin.Get($"logs?listener={_plugin}.ask.onTimeout&level=info"))["items"]![0]!["text"]!);
        var life = await _admin.Get($"messages/{run["value"]}");
        Assert.Equal(("timeout", true, "expired"), ((string)life["closed"]!, (bool)life["hasOnTimeout"]!, (string)life["deliveries"]![0]!["state"]!));
    }

    [Fact]
    public async Task Who_answers_in_time_is_not_late()
    {
        await using var ada = await Open("Ada");
        await Run("sys.ui.sendMessage({MESSAGE, timeout: 400, onTimeout() { log('late') }, callbacks: {yes() { log('yes') }}})");
        (await ada.Reply(await ada.Next(), "yes")).Ok();
        await Messages_to_pages.Until(async () => (await _admin.Get($"runs?listener={_plugin}.ask.yes")).AsArray().Count == 1);
        // Something that is due later than the timeout, and waited for, stands behind it in the queue.
        await Run("sys.ui.sendMessage({MESSAGE, name: 'ask', timeout: 500, onTimeout() { log('the other') }})");
        await Messages_to_pages.Until(async () => (await _admin.Get($"runs?listener={_plugin}.ask.onTimeout")).AsArray().Count > 0);
        Assert.Equal("the other", (string)Assert.Single((await _admin.Get($"logs?listener={_plugin}.ask.onTimeout&level=info"))["items"]!.AsArray())!["text"]!);
    }

    [Fact]
    public async Task A_message_goes_to_one_connection_or_to_the_app_itself()
    {
        await using var ada = await Open("Ada");
        await using var twin = await Page.Open(ada.Visitor);
        await Run($"sys.ui.sendMessage({{scope: 'plugin:{_plugin}', name: 'ask', target: 'connection', connection: '{twin.Tab}'}})");
        Assert.Equal(twin.Tab, Text(await twin.Next(), "tab"));
        await Run($"sys.ui.sendMessage({{name: 'showMessage', title: 'Hello', message: 'You', target: 'users', targetUsers: ['{ada.Visitor.Id}']}})");
        // The newest page of a participant has taken the place of the one before.
        var shown = await twin.Next();
        Assert.Equal(("", "global", "showMessage", 2), (Text(shown, "plugin"), Text(shown.GetProperty("message"), "scope"), Text(shown.GetProperty("message"), "name"), shown.GetProperty("seq").GetInt32()));
    }

    public ValueTask DisposeAsync()
    {
        _admin.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private async Task<Page> Open(string name) => await Page.Open(await running.Join(_alias, name));

    private async Task<JsonNode> Run(string script)
    {
        var name = $"asks{Guid.NewGuid():N}";
        var whole = script.Replace("{MESSAGE", $"{{scope: 'plugin:{_plugin}', name: 'ask', target: 'conference', conference: '{_alias}'", StringComparison.Ordinal);
        await _admin.Ask(HttpMethod.Put, $"listeners/{name}", new JsonObject { ["type"] = "manual", ["script"] = whole }.ToJsonString());
        return await _admin.Post($"listeners/{name}/runs", "{}");
    }
}
