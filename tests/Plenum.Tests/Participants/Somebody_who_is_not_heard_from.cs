using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Live;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Participants;
using Plenum.Tests.Log;
using Plenum.Tests.Running;

namespace Plenum.Tests.Participants;

/// <summary>The caretaker at work on a real log, one round at a time on a clock that the test moves.</summary>
public sealed class Somebody_who_is_not_heard_from : IAsyncLifetime
{
    private readonly SqlitePlace place = new();
    private readonly ManualClock clock = new();
    private readonly ConferenceId id = ConferenceId.New();
    private Database database = null!;
    private ConferenceLog log = null!;
    private Presences presences = null!;

    public async ValueTask InitializeAsync()
    {
        await place.Make();
        database = place.Choose();
        await database.Migrate(CancellationToken.None);
        (log, presences) = (database.Log(clock), database.Presences(clock));
    }

    [Fact]
    public async Task Leaves_after_120_seconds_and_not_before()
    {
        var (conferences, caretaker) = Begin();
        var somebody = await Join(conferences);
        await Round(conferences, caretaker, after: 119);
        Assert.Contains(somebody, await Roster(conferences));
        await Round(conferences, caretaker, after: 2);
        Assert.DoesNotContain(somebody, await Roster(conferences));
        Assert.Contains((await log.Read(id, 0, CancellationToken.None)), entry => entry.Body.Contains(Reasons.TimerExpired, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stays_as_long_as_its_token_is_refreshed()
    {
        var (conferences, caretaker) = Begin();
        var somebody = await Join(conferences);
        var conference = await conferences.Get(id);
        for (var generation = 1; generation < 6; generation++)
        {
            await Round(conferences, caretaker, after: 100);
            Assert.Equal(generation + 1, conference.Pulses.Refresh(somebody, generation));
        }

        Assert.Contains(somebody, await Roster(conferences));
    }

    [Fact]
    public async Task Has_120_seconds_more_when_a_node_takes_over()
    {
        var somebody = await Join(Begin().Conferences);
        clock.Advance(TimeSpan.FromHours(1));
        var (conferences, caretaker) = Begin();
        await conferences.Get(id);
        await Round(conferences, caretaker, after: 119);
        Assert.Contains(somebody, await Roster(conferences));
        await Round(conferences, caretaker, after: 2);
        Assert.DoesNotContain(somebody, await Roster(conferences));
    }

    [Fact]
    public async Task Stays_when_another_node_heard_from_it()
    {
        var (conferences, caretaker) = Begin();
        var somebody = await Join(conferences);
        await Round(conferences, caretaker, after: 60);
        await presences.Write([new Presence(somebody.Value, id, 2, "other", clock.GetUtcNow() + Pulse.Lifetime)], CancellationToken.None);
        await Round(conferences, caretaker, after: 61);
        Assert.Contains(somebody, await Roster(conferences));
        await Round(conferences, caretaker, after: 121);
        Assert.DoesNotContain(somebody, await Roster(conferences));
    }

    /// <summary>Bad input 79 in its short form.</summary>
    [Fact]
    public async Task Leaves_no_trace_in_memory_however_many_there_were()
    {
        var (conferences, caretaker) = Begin();
        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Join(conferences)));
        Assert.Equal(300, (await Roster(conferences)).Count);
        await Round(conferences, caretaker, after: 121);
        Assert.Empty(await Roster(conferences));
        await caretaker.GoRound(60, CancellationToken.None);
        Assert.Empty(conferences.Loaded);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await place.Remove();
    }

    private (LiveConferences Conferences, Caretaker Caretaker) Begin()
    {
        var node = new Node(database, clock);
        return (node.Conferences, node.Caretaker);
    }

    private async Task<ParticipantId> Join(LiveConferences conferences)
    {
        var newcomer = new Newcomer(ParticipantId.New(), "Nobody", Role.Host);
        Assert.IsType<Decision.Accepted>(await (await conferences.Get(id)).Tell(new Join(newcomer), Actor.Of(newcomer.Id)));
        return newcomer.Id;
    }

    private async Task Round(LiveConferences conferences, Caretaker caretaker, int after)
    {
        // What is known so far is written down first, as it is every second.
        await caretaker.GoRound(1, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(after));
        await caretaker.GoRound(1, CancellationToken.None);
        await (await conferences.Get(id)).Do(() => { });
    }

    private async Task<IReadOnlyCollection<ParticipantId>> Roster(LiveConferences conferences) =>
        [.. (await conferences.Get(id)).Now.Participants.Keys];
}
