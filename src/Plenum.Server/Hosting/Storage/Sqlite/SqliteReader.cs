using Microsoft.Data.Sqlite;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Sqlite;

/// <summary>One connection that only reads, with its statements prepared.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private readonly Statement entries = new(connection,
        """
        SELECT e.version, e.at, e.kind, e.body, e.cause, t.text
        FROM events e LEFT JOIN texts t ON t.conference_id = e.conference_id AND t.version = e.version
        WHERE e.conference_id = @conference AND e.version > @after ORDER BY e.version
        """);

    private readonly Statement snapshot = new(connection,
        "SELECT version, body FROM snapshots WHERE conference_id = @conference AND stamp = @stamp");

    private readonly Statement occupied = new(connection, "SELECT conference_id FROM heads WHERE occupied = 1");

    private readonly Statement presences = new(connection,
        "SELECT participant_id, generation, node, valid_until FROM presence WHERE conference_id = @conference");

    // Times never fall within a conference: if its oldest entry is young, there is nothing to forget.
    private readonly Statement forgettable = new(connection,
        """
        SELECT s.conference_id, s.version FROM snapshots s
        WHERE (SELECT e.at FROM events e WHERE e.conference_id = s.conference_id ORDER BY e.version LIMIT 1) < @before
        """);

    public IReadOnlyList<LogEntry> Entries(ConferenceId conference, long after) =>
        entries.Rows(Stored.Entry, Stored.Id(conference), after);

    public LogSnapshot? Snapshot(ConferenceId conference, string stamp) =>
        snapshot.Rows(
            row => new LogSnapshot(conference, row.GetInt64(0), stamp, row.GetString(1)),
            Stored.Id(conference),
            stamp).SingleOrDefault();

    public IReadOnlyList<(string Conference, long Version)> Forgettable(DateTimeOffset before) =>
        forgettable.Rows(row => (row.GetString(0), row.GetInt64(1)), Stored.Time(before));

    public IReadOnlyList<ConferenceId> Occupied() => occupied.Rows(row => ConferenceId.Parse(row.GetString(0)));

    public IReadOnlyList<Presence> Presences(ConferenceId conference) =>
        presences.Rows(
            row => new Presence(
                Guid.Parse(row.GetString(0)),
                conference,
                row.GetInt32(1),
                row.GetString(2),
                Stored.Time(row.GetInt64(3))),
            Stored.Id(conference));

    public void Dispose()
    {
        entries.Dispose();
        snapshot.Dispose();
        forgettable.Dispose();
        occupied.Dispose();
        presences.Dispose();
        connection.Dispose();
    }
}
