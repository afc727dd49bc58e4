using Dapper;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Management;
using Plenum.Server.Participants;
using Plenum.Tests.Running;

namespace Plenum.Tests.Stores;

/// <summary>The meetings of a conference as its page shows them every few seconds.</summary>
public abstract class MeetingPromises(SharedStorage storage) : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly ConferenceId _conference = ConferenceId.New();
    private Database _database = null!;
    private ConferenceLog _log = null!;
    private MeetingHistory _history = null!;
    private long _version;

    public async ValueTask InitializeAsync()
    {
        _database = await storage.Database;
        _log = _database.Log(_clock);
        _history = new MeetingHistory(_database, _log);
    }

    [Fact]
    public async Task Nothing_is_told_of_a_conference_that_nobody_was_in() => Assert.Null(await _history.Of(_conference, default));

    [Fact]
    public async Task What_was_read_once_is_not_read_again_and_what_came_since_is()
    {
        var meeting = Guid.NewGuid();
        await Append(Began(meeting), Joined(), Joined(waiting: true));
        Assert.Equal(1, Assert.Single((await Told())).Participants);
        await _database.Write(transaction => transaction.Connection!.ExecuteAsync("UPDATE events SET body = '{' WHERE conference_id = @id", new { id = $"{_conference}" }, transaction), default);
        await Append(Joined(), new MeetingEnded(meeting), Began(Guid.NewGuid()), Joined());

        var told = await Told();
        Assert.Equal([(2, false), (1, true)], told.Select(line => (line.Participants, line.Ended is null)));
        Assert.Equal([(1L, 5L), (6L, 7L)], told.Select(line => (line.FirstVersion, line.LastVersion)));
        await Assert.ThrowsAsync<UnknownEvent>(() => new MeetingHistory(_database, _log).Of(_conference, default));
    }

    [Fact]
    public async Task A_meeting_whose_beginning_was_trimmed_is_told_of_no_more()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await Append(Began(first), Joined(), new MeetingEnded(first), Began(second), Joined());
        Assert.Equal([first, second], (await Told()).Select(line => line.Id));
        await _database.Write(transaction => transaction.Connection!.ExecuteAsync("DELETE FROM events WHERE conference_id = @id AND version < 3", new { id = $"{_conference}" }, transaction), default);
        Assert.Equal([second], (await Told()).Select(line => line.Id));
        Assert.Equal((await Told()).Select(line => line.LastVersion), (await new MeetingHistory(_database, _log).Of(_conference, default))!.Select(line => line.LastVersion));
    }

    [Fact]
    public async Task The_entries_of_one_meeting_are_its_own_and_those_after_a_version_alone()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await Append(Began(first), Joined(), new MeetingEnded(first), Began(second), Joined());
        var lines = await Told();
        Assert.Equal([1, 2, 3], (await _history.Entries(_conference, lines[0], 0, default)).Select(entry => entry.Version));
        Assert.Equal([5], (await _history.Entries(_conference, lines[1], 4, default)).Select(entry => entry.Version));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<MeetingLine>> Told() => (await _history.Of(_conference, default))!;

    private static MeetingBegan Began(Guid meeting) => new(meeting, true, new ConferenceTerms());

    private ParticipantJoined Joined(bool waiting = false) =>
        new(new Participant(new ParticipantId(Guid.NewGuid()), "Anna", Role.Guest, RoomId.Main, _clock.GetUtcNow()) { Waiting = waiting }, null);

    private async Task Append(params ConferenceEvent[] events)
    {
        var entries = events.Select((happened, place) => EventRecord.Write(happened, _version + place + 1, _clock.GetUtcNow(), Actor.Clock, null)).ToList();
        Assert.Equal(new AppendOutcome.Appended(_version + events.Length), await _log.Append(new NewEntries(_conference, _version, entries, true, [], []), default));
        _version += events.Length;
    }
}
