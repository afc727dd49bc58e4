using Plenum.Tests.Log;
using Plenum.Tests.Running;

namespace Plenum.Tests.Faults;

/// <summary>Two servers share one PostgreSQL: whoever asks whichever, there is one history.</summary>
public sealed class Two_servers_on_one_database(PostgresDatabaseForTests database) : IClassFixture<PostgresDatabaseForTests>
{
    [Fact]
    public async Task What_one_decides_the_other_tells_and_a_token_counts_at_both_even_when_its_own_is_killed()
    {
        await using var first = await PlenumProcess.Start("--database", await database.Address());
        await using var second = await PlenumProcess.Start("--database", await database.Address());
        using var here = new HttpClient { BaseAddress = first.Address };
        using var there = new HttpClient { BaseAddress = second.Address };
        var ann = await Visitor.Join(here, "meet.open", "Ann");
        var bob = await Visitor.Join(there, "meet.open", "Bob");
        await using var anns = await ann.Listen();
        await using var bobs = await bob.Listen();
        await anns.Until("layout");
        await bobs.Until("layout");

        var words = Guid.NewGuid().ToString();
        (await bob.Say(words)).Accepted();
        await anns.Until("message_received", message => message.GetProperty("payload").GetString() == words);
        (await ann.Post(bob, "mute")).Accepted();
        await bobs.Until("participant_update", update => update.GetProperty("uuid").GetString() == bob.Id && update.GetProperty("is_muted").GetString() == "YES");

        // Both lock and unlock at once, again and again; the log lets one of them win each time and the other try again.
        await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(_ => new[] { ann.Post("lock"), bob.Post("unlock") }));
        first.Kill();
        var moved = new Visitor(there, "meet.open", ann.Token, ann.Id);
        (await moved.Get("conference_status")).Accepted();
        var inside = (await moved.Get("participants")).Accepted().EnumerateArray().Select(line => line.GetProperty("uuid").GetString()).ToList();
        // On a slow storage somebody who was refused and knocked again may leave a trace for two minutes.
        Assert.Superset(new HashSet<string?> { ann.Id, bob.Id }, inside.ToHashSet());
        (await moved.Refresh()).Accepted();
    }
}
