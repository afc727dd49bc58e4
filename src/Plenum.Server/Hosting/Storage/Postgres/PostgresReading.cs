using Npgsql;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>What can be asked about one conference's log.</summary>
internal sealed class PostgresReading(ConferenceId conference)
{
    public Func<NpgsqlConnection, CancellationToken, Task<IReadOnlyList<LogEntry>>> Entries(long after) =>
        async (connection, cancellation) =>
        {
            await using var command = connection.Say(
                """
                SELECT e.version, e.at, e.kind, e.body, e.cause, t.text
                FROM events e LEFT JOIN texts t ON t.conference_id = e.conference_id AND t.version = e.version
                WHERE e.conference_id = $1 AND e.version > $2 ORDER BY e.version
                """,
                Stored.Id(conference),
                after);
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            var entries = new List<LogEntry>();
            while (await rows.ReadAsync(cancellation))
                entries.Add(Stored.Entry(rows));
            return entries;
        };

    public Func<NpgsqlConnection, CancellationToken, Task<LogSnapshot?>> Snapshot(string stamp) =>
        async (connection, cancellation) =>
        {
            await using var command = connection.Say(
                "SELECT version, body FROM snapshots WHERE conference_id = $1 AND stamp = $2", Stored.Id(conference), stamp);
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            return await rows.ReadAsync(cancellation)
                ? new LogSnapshot(conference, rows.GetInt64(0), stamp, rows.GetString(1))
                : null;
        };

    public static async Task<IReadOnlyList<ConferenceId>> Occupied(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.Say("SELECT conference_id FROM heads WHERE occupied");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var occupied = new List<ConferenceId>();
        while (await rows.ReadAsync(cancellation))
            occupied.Add(ConferenceId.Parse(rows.GetString(0)));
        return occupied;
    }
}
