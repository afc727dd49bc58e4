using System.Collections.Concurrent;
using Dapper;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Participants;

namespace Plenum.Server.Scripting.Conferences;

/// <summary>Who a log speaks of by id alone: as they came in, remembered, or read again from the log.</summary>
internal sealed class WhoWasThere(Database database)
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<(ConferenceId, ParticipantId), Participant> known = [];

    public Participant Came(ConferenceId conference, Participant participant)
    {
        if (known.Count > Most) known.Clear();
        known[(conference, participant.Id)] = participant;
        return participant;
    }

    /// <summary>Null when the log has forgotten it.</summary>
    public async Task<Participant?> Find(ConferenceId conference, long before, ParticipantId id, CancellationToken cancellation)
    {
        if (known.TryGetValue((conference, id), out var there)) return there;
        await using var connection = await database.Open(cancellation);
        // Newest first: who was called and answered came in twice.
        var row = await connection.QueryFirstOrDefaultAsync<Row>(
            """
            SELECT kind AS Kind, body AS Body FROM events WHERE conference_id = @conference AND version <= @before
                AND kind IN ('ParticipantJoined', 'DialAnswered') AND body LIKE @like ORDER BY version DESC LIMIT 1
            """,
            new { conference = Stored.Id(conference), before, like = $"%{id}%" });
        if (row is null) return null;
        return EventRecord.Read(new LogEntry(0, default, row.Kind, row.Body, "{}", null)) switch
        {
            ParticipantJoined joined when joined.Participant.Id == id => Came(conference, joined.Participant),
            Calls.DialAnswered { Came: { } came } => Came(conference, came),
            Calls.DialAnswered => await Called(conference, id, connection),
            _ => null,
        };
    }

    private async Task<Participant?> Called(ConferenceId conference, ParticipantId id, System.Data.Common.DbConnection connection)
    {
        var body = await connection.QueryFirstOrDefaultAsync<string>(
            "SELECT body FROM events WHERE conference_id = @conference AND kind = 'ParticipantJoined' AND body LIKE @like ORDER BY version DESC LIMIT 1", new { conference = Stored.Id(conference), like = $"%{id}%" });
        return body is not null && EventRecord.Read(new LogEntry(0, default, nameof(ParticipantJoined), body, "{}", null)) is ParticipantJoined joined
            ? Came(conference, joined.Participant with { Connecting = false }) : null;
    }

    private sealed class Row
    {
        public string Kind { get; init; } = "";

        public string Body { get; init; } = "";
    }
}
