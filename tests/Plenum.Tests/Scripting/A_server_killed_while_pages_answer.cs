using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting;

public sealed class A_server_killed_while_pages_answer
{
    private const int Replies = 30;

    /// <summary>Each reply causes one message: as many as replies, none lost, none twice, whatever was killed when.</summary>
    [Fact]
    public async Task Does_what_each_answer_asks_for_once()
    {
        await using var server = await PlenumProcess.Start();
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Visitor.Patience };
        using var admin = Administration.Of(server);
        await admin.Ask(HttpMethod.Put, "ui-plugins/sample", """{"script": "1"}""");
        await admin.Ask(HttpMethod.Put, "listeners/ask", """
            {"type": "manual", "script": "return sys.ui.sendMessage({scope: 'plugin:sample', name: 'ask', target: 'conference', conference: 'meet.open', callbacks: {answer(m, d) { sys.ui.sendMessage({scope: 'plugin:sample', name: 'answered', n: d.n}) }}})"}
            """);
        var page = new Page(await Visitor.Join(http, "meet.open", "Ada"));
        await page.Announce();
        await admin.Post("listeners/ask/runs", "{}");
        var asked = Assert.Single((await page.Announce()).GetProperty("messages").EnumerateArray());
        for (var number = 1; number <= Replies; number++)
        {
            (await page.Reply(asked, "answer", new { n = number })).Ok();
            if (number % 10 is not 7) continue;
            server.Kill();
            await server.Restart();
        }

        await Messages_to_pages.Until(async () => (await admin.Get("runs?listener=sample.ask.answer")).AsArray().Count == Replies);
        var answered = (await page.Announce(since: 1)).GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("message").GetProperty("n").GetInt32()).ToList();
        Assert.Equal(Enumerable.Range(1, Replies), answered);
    }
}
