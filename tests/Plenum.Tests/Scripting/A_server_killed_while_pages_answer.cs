using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Scripting;

public sealed class A_server_killed_while_pages_answer
{
    private const int Replies = 30;

    /// <summary>
    /// Each reply causes one message, each line of the chat one run: as many as there were, none lost, none twice, and in order,
    /// whatever was killed when: the server three times, and the process of scripts in the middle of runs.
    /// </summary>
    [Fact]
    public async Task Does_what_each_answer_asks_for_once()
    {
        await using var server = await PlenumProcess.Start();
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Visitor.Patience };
        using var admin = Administration.Of(server);
        await admin.Ask(HttpMethod.Put, "ui-plugins/once", """{"script": "1"}""");
        await admin.Ask(HttpMethod.Put, "listeners/ask", """
            {"type": "manual", "script": "return sys.ui.sendMessage({scope: 'plugin:once', name: 'ask', target: 'conference', conference: 'meet.open', callbacks: {answer(m, d) { sys.utils.script.wait(15); sys.ui.sendMessage({scope: 'plugin:once', name: 'answered', n: d.n}); sys.storage.increment('answers') }}})"}
            """);
        await admin.Ask(HttpMethod.Put, "listeners/hears", """
            {"type": "conference", "events": ["chat"], "script": "const heard = sys.storage.get('heard') ?? []; sys.utils.script.wait(15); sys.storage.put('heard', [...heard, +event.data.text]); sys.storage.increment('lines')"}
            """);
        var page = new Page(await Visitor.Join(http, "meet.open", "Ada"));
        await page.Announce();
        await admin.Post("listeners/ask/runs", "{}");
        var asked = Assert.Single((await page.Announce()).GetProperty("messages").EnumerateArray());
        for (var number = 1; number <= Replies; number++)
        {
            (await page.Reply(asked, "answer", new { n = number })).Ok();
            (await page.Visitor.Say($"{number}")).Ok();
            if (number % 10 is 3) Assert.True(await server.KillScripts() > 0, "No process of scripts was there to be killed");
            if (number % 10 is not 7) continue;
            server.Kill();
            await server.Restart();
        }

        await Messages_to_pages.Until(async () => (await admin.Get("runs?listener=once.ask.answer&take=100")).AsArray().Count == Replies && (await admin.Get("runs?listener=hears&take=100")).AsArray().Count == Replies);
        var answered = (await page.Announce(since: 1)).GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("message").GetProperty("n").GetInt32()).ToList();
        Assert.Equal(Enumerable.Range(1, Replies), answered);
        await admin.Ask(HttpMethod.Put, "listeners/tells", """{"type": "manual", "script": "return [sys.storage.get('answers'), sys.storage.get('lines'), sys.storage.get('heard')]"}""");
        var told = (await admin.Post("listeners/tells/runs", "{}"))["value"]!.AsArray();
        Assert.Equal((Replies, Replies), ((int)told[0]!, (int)told[1]!));
        Assert.Equal(Enumerable.Range(1, Replies), told[2]!.AsArray().Select(line => (int)line!));
        Assert.All((await admin.Get("runs?listener=once.ask.answer&take=100")).AsArray(), run => Assert.Equal("returned", (string)run!["outcome"]!));
    }
}
