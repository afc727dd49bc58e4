using System.Runtime.CompilerServices;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Postgres;

/// <summary>The log that several nodes share; they agree by expected version alone.</summary>
internal sealed class PostgresConferenceLog : ConferenceLog, IAsyncDisposable
{
    private readonly PostgresServer server;
    private readonly PostgresDoorbell doorbell;

    // Two, so that one's commit overlaps the other's round trips; a conference always goes to the same one.
    private readonly PostgresWriter[] writers;

    public PostgresConferenceLog(PostgresServer server)
    {
        this.server = server;
        doorbell = new PostgresDoorbell(server);
        writers = [new(server, Tally, doorbell.Ring), new(server, Tally, doorbell.Ring)];
    }

    public CommitTally Tally { get; } = new();

    public override async Task<AppendOutcome> Append(NewEntries entries, CancellationToken cancellation)
    {
        if (!entries.Gapless)
            throw new ArgumentException("The entries do not continue the expected version.", nameof(entries));
        var writer = writers[(uint)entries.Conference.GetHashCode() % (uint)writers.Length];
        var outcome = await writer.Append(entries, cancellation);
        return outcome is AppendOutcome.Conflict
            ? new AppendOutcome.Conflict(await Read(entries.Conference, entries.Expected, cancellation))
            : outcome;
    }

    public override Task<IReadOnlyList<LogEntry>> Read(ConferenceId conference, long after, CancellationToken cancellation) =>
        server.Ask(new PostgresReading(conference).Entries(after), cancellation);

    public override Task<LogSnapshot?> LatestSnapshot(ConferenceId conference, string stamp, CancellationToken cancellation) =>
        server.Ask(new PostgresReading(conference).Snapshot(stamp), cancellation);

    public override Task Keep(LogSnapshot snapshot, CancellationToken cancellation) =>
        server.Ask(
            async (connection, stop) =>
            {
                await using var command = connection.Say(
                    """
                    INSERT INTO snapshots (conference_id, version, stamp, body) VALUES ($1, $2, $3, $4)
                    ON CONFLICT (conference_id) DO UPDATE SET version = excluded.version, stamp = excluded.stamp, body = excluded.body
                    WHERE excluded.version >= snapshots.version
                    """,
                    Stored.Id(snapshot.Conference),
                    snapshot.Version,
                    snapshot.Stamp,
                    snapshot.Body);
                return await command.ExecuteNonQueryAsync(stop);
            },
            cancellation);

    public override Task<IReadOnlyList<ConferenceId>> Occupied(CancellationToken cancellation) =>
        server.Ask(PostgresReading.Occupied, cancellation);

    public override async IAsyncEnumerable<Moved> Follow([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var listener = new PostgresListener(server);
        while (true)
        {
            foreach (var moved in await listener.Next(cancellation))
                yield return moved;
        }
    }

    public override Task<IAsyncDisposable> Turn(ConferenceId conference, CancellationToken cancellation) =>
        PostgresTurn.Take(server, conference, cancellation);

    public override Task<Trimmed> Trim(Retention retention, CancellationToken cancellation) =>
        server.Ask((connection, stop) => new PostgresTrim(connection, retention).Run(stop), cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in writers)
            await writer.DisposeAsync();
        await doorbell.DisposeAsync();
    }
}
