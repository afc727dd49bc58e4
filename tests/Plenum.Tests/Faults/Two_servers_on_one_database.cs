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

    [Fact]
    public async Task One_that_stood_still_while_the_other_went_on_finds_that_out_before_it_decides_anything()
    {
        await using var zombie = await PlenumProcess.Start("--database", await database.Address());
        await using var living = await PlenumProcess.Start("--database", await database.Address());
        using var here = new HttpClient { BaseAddress = zombie.Address };
        using var there = new HttpClient { BaseAddress = living.Address };
        var ann = await Visitor.Join(here, "meet.demo", "Ann", "1234");
        var bob = await Visitor.Join(there, "meet.demo", "Bob", "1234");
        await using var anns = await ann.Listen();
        await anns.Until("participant_create", p => p.GetProperty("uuid").GetString() == bob.Id);

        zombie.StandStill();
        var late = ann.Post("lock");
        (await bob.Post(bob, "mute")).Accepted();
        (await bob.Post(ann, "overlaytext", new { text = "Moved on" })).Accepted();
        (await bob.Post("release_token")).Accepted();
        zombie.GoOn();

        // What it was asked while it stood still is decided on what is true now, not on what it remembers.
        (await late).Accepted();
        await anns.Until("participant_delete", p => p.GetProperty("uuid").GetString() == bob.Id);
        Assert.Equal(1, (await ann.Get("participants")).Accepted().EnumerateArray().Count(p => p.GetProperty("uuid").GetString() == bob.Id || p.GetProperty("overlay_text").GetString() == "Moved on"));
        var moved = new Visitor(there, "meet.demo", ann.Token, ann.Id);
        await using var moveds = await moved.Listen();
        await moveds.Until("conference_update", update => update.GetProperty("locked").GetBoolean());
        var versions = (await moved.Get("plenum/timeline")).Accepted().EnumerateArray().Select(line => line.GetProperty("version").GetInt64()).ToList();
        Assert.Equal(Enumerable.Range(0, versions.Count).Select(step => versions[0] + step), versions);
    }
}
