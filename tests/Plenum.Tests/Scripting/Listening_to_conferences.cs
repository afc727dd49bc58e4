using System.Text.Json.Nodes;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting;

[Collection(nameof(A_running_server))]
public sealed class Listening_to_conferences(A_running_server running) : IDisposable
{
    private readonly Administration _admin = Administration.Of(running.Server);
    private readonly string _name = $"hears{Guid.NewGuid():N}", _alias = running.Take(Furniture.Hosted);

    [Fact]
    public async Task What_happens_is_told_in_order_with_who_it_was()
    {
        await Listen("log(event.event, record.label(), JSON.stringify(event.data))");
        var host = await running.Host(_alias);
        var guest = await running.Guest(_alias);
        (await host.Post("lock")).Ok();
        (await guest.Post(guest, "buzz")).Ok();
        (await guest.Say("Hello")).Ok();
        var late = await running.Guest(_alias, "Late");
        (await host.Post(late, "unlock")).Ok();
        (await host.Post("dial", new { destination = "demo:bob", role = "guest" })).Ok();
        await Messages_to_pages.Until(async () => (await Lines()).Any(line => line.Contains("\"answered\"", StringComparison.Ordinal)));
        (await host.Post(late, "disconnect")).Ok();
        await Messages_to_pages.Until(async () => (await Lines()).Any(line => line.StartsWith("left", StringComparison.Ordinal)));
        Assert.Equal(
            [
                "joined Hanna {}",
                "joined Gus {}",
                """lock NAME {"locked":true,"breakout":null}""",
                """hand Gus {"raised":true}""",
                """chat Gus {"text":"Hello","type":"text/plain","to":null,"breakout":null}""",
                "waiting Late {}",
                "joined Late {}",
            ],
            (await Lines()).Take(7).Select(line => line.StartsWith("lock", StringComparison.Ordinal) ? $"lock NAME {line[line.IndexOf('{')..]}" : line));
        Assert.Contains(await Lines(), line => line.StartsWith("dial", StringComparison.Ordinal) && line.Contains("\"connecting\",\"destination\":\"demo:bob\"", StringComparison.Ordinal));
        Assert.Contains(await Lines(), line => line.StartsWith("left Late {\"reason\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_happened_before_or_while_it_was_switched_off_is_not_told()
    {
        await running.Host(_alias, "Before");
        await Listen("log(record.label())");
        await running.Guest(_alias, "Heard");
        await Messages_to_pages.Until(async () => (await Lines()).Count == 1);
        await Listen("log(record.label())", enabled: false);
        await running.Guest(_alias, "Unheard");
        await Listen("log(record.label())");
        await running.Guest(_alias, "Again");
        await Messages_to_pages.Until(async () => (await Lines()).Count == 2);
        Assert.Equal(["Heard", "Again"], await Lines());
    }

    [Fact]
    public async Task A_run_that_failed_is_made_again_as_often_as_was_wished()
    {
        await Listen($"if (sys.storage.increment('{_name}') < 3) throw new Error('not yet'); log('at last')", more: ", \"retries\": 3");
        await running.Host(_alias);
        await Messages_to_pages.Until(async () => (await Lines()).Contains("at last"));
        Assert.Equal(["returned", "threw", "threw"], (await _admin.Get($"runs?listener={_name}")).AsArray().Select(run => (string)run!["outcome"]!));
    }

    public void Dispose() => _admin.Dispose();

    private Task Listen(string script, bool enabled = true, string more = "") => _admin.Ask(
        HttpMethod.Put,
        $"listeners/{_name}",
        $$"""{"type": "conference", "events": ["joined", "left", "waiting", "chat", "hand", "lock", "dial"], "conference": "{{_alias}}", "enabled": {{(enabled ? "true" : "false")}}, "script": {{JsonValue.Create(script).ToJsonString()}}{{more}}}""");

    private async Task<List<string>> Lines() => [.. (await _admin.Get($"logs?listener={_name}&level=info"))["items"]!.AsArray().Select(line => (string)line!["text"]!).Reverse()];
}
