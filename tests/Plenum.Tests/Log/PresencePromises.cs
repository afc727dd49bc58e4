using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Tests.Log;

public abstract class PresencePromises(StoragePlace place) : LogPromises(place)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task What_was_written_last_about_a_participant_is_read()
    {
        var conference = ConferenceId.New();
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        await Presences.Write([Alive(conference, one), Alive(conference, two), Alive(ConferenceId.New(), Guid.NewGuid())], Cancellation);

        await Presences.Write([Alive(conference, one) with { Generation = 7, Node = "elsewhere" }], Cancellation);

        var read = await Presences.Of(conference, Cancellation);
        Assert.Equal(new[] { one, two }.Order(), read.Select(presence => presence.Participant).Order());
        var renewed = read.Single(presence => presence.Participant == one);
        Assert.Equal((7, "elsewhere"), (renewed.Generation, renewed.Node));
        Assert.InRange(renewed.ValidUntil, Now + Life - TimeSpan.FromSeconds(20), Now + Life + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Nobody_who_was_heard_from_expires()
    {
        var conference = await Conference(1);
        var (alive, gone) = (Guid.NewGuid(), Guid.NewGuid());
        await Presences.Write([Alive(conference, alive), Overdue(conference, gone)], Cancellation);

        var outcome = await Append(Next(conference, 1) with { Expiring = [alive, gone] });

        Assert.Equal([alive], Assert.IsType<AppendOutcome.StillPresent>(outcome).Participants);
        Assert.Single(await Read(conference));
        Assert.Equal(2, (await Presences.Of(conference, Cancellation)).Count);
    }

    [Fact]
    public async Task The_overdue_and_the_absent_expire_with_their_rows()
    {
        var conference = await Conference(1);
        var overdue = Guid.NewGuid();
        await Presences.Write([Overdue(conference, overdue)], Cancellation);

        var outcome = await Append(Next(conference, 1) with { Expiring = [overdue, Guid.NewGuid()], Occupied = false });

        Assert.Equal(new AppendOutcome.Appended(2), outcome);
        Assert.Empty(await Presences.Of(conference, Cancellation));
    }

    [Fact]
    public async Task Whoever_leaves_takes_the_row_along_however_alive()
    {
        var conference = await Conference(1);
        var (leaving, staying) = (Guid.NewGuid(), Guid.NewGuid());
        await Presences.Write([Alive(conference, leaving), Alive(conference, staying)], Cancellation);

        await Append(Next(conference, 1) with { Leaving = [leaving] });

        Assert.Equal([staying], (await Presences.Of(conference, Cancellation)).Select(presence => presence.Participant));
    }

    [Fact]
    public async Task A_conflict_removes_nobody()
    {
        var conference = await Conference(2);
        var participant = Guid.NewGuid();
        await Presences.Write([Overdue(conference, participant)], Cancellation);

        Assert.IsType<AppendOutcome.Conflict>(await Append(Next(conference, 1) with { Expiring = [participant], Leaving = [participant] }));

        Assert.Single(await Presences.Of(conference, Cancellation));
    }

    [Fact]
    public async Task A_refresh_of_somebody_removed_is_told_and_brings_nobody_back()
    {
        var conference = await Conference(1);
        var (here, gone) = (Guid.NewGuid(), Guid.NewGuid());
        await Presences.Write([Overdue(conference, here)], Cancellation);

        var missing = await Presences.Refresh([Alive(conference, here), Alive(conference, gone)], Cancellation);

        Assert.Equal([gone], missing);
        Assert.Equal(here, Assert.Single(await Presences.Of(conference, Cancellation)).Participant);
    }

    [Fact]
    public async Task Either_the_refresh_or_the_departure_wins_never_both()
    {
        var rounds = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Conference(1)));

        foreach (var conferences in rounds.Chunk(10))
            await Task.WhenAll(conferences.Select(Race));
    }

    private async Task Race(ConferenceId conference)
    {
        var participant = Guid.NewGuid();
        await Presences.Write([Overdue(conference, participant)], Cancellation);

        var departure = Task.Run(() => Append(Next(conference, 1) with { Expiring = [participant] }));
        var refresh = Task.Run(() => Presences.Refresh([Alive(conference, participant)], Cancellation));

        var departed = await departure is AppendOutcome.Appended;
        var refreshed = (await refresh).Count == 0;
        Assert.NotEqual(departed, refreshed);
        Assert.Equal(refreshed ? 1 : 0, (await Presences.Of(conference, Cancellation)).Count);
        Assert.Equal(departed ? 2 : 1, (await Read(conference)).Count);
    }

    private Presence Alive(ConferenceId conference, Guid participant) => new(participant, conference, 1, "here", Now + Life);

    private Presence Overdue(ConferenceId conference, Guid participant) => new(participant, conference, 0, "here", Now - Life);
}
