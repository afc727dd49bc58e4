using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage.Sqlite;

/// <summary>The log in the embedded file: one process, one writer, any number of readers.</summary>
internal sealed class SqliteConferenceLog(SqliteWriter writer, SqliteReaders readers, TimeProvider clock) : ConferenceLog
{
    private readonly Followers followers = new();

    public CommitTally Tally => writer.Tally;

    public override async Task<AppendOutcome> Append(NewEntries entries, CancellationToken cancellation)
    {
        if (!entries.Gapless)
            throw new ArgumentException("The entries do not continue the expected version.", nameof(entries));
        var outcome = await writer.Write(
            statements => new SqliteAppend(entries, clock.GetUtcNow()).Do(statements),
            outcome => Tell(entries, outcome),
            cancellation);
        return outcome is AppendOutcome.Conflict
            ? new AppendOutcome.Conflict(await Read(entries.Conference, entries.Expected, cancellation))
            : outcome;
    }

    public override Task<IReadOnlyList<LogEntry>> Read(ConferenceId conference, long after, CancellationToken cancellation) =>
        Task.FromResult(readers.Read(reader => reader.Entries(conference, after)));

    public override Task<LogSnapshot?> LatestSnapshot(ConferenceId conference, string stamp, CancellationToken cancellation) =>
        Task.FromResult(readers.Read(reader => reader.Snapshot(conference, stamp)));

    public override Task Keep(LogSnapshot snapshot, CancellationToken cancellation) =>
        writer.Write(
            statements => statements.Keep.Run(Stored.Id(snapshot.Conference), snapshot.Version, snapshot.Stamp, snapshot.Body),
            _ => { },
            cancellation);

    public override Task<IReadOnlyList<ConferenceId>> Occupied(CancellationToken cancellation) =>
        Task.FromResult(readers.Read(reader => reader.Occupied()));

    public override IAsyncEnumerable<Moved> Follow(CancellationToken cancellation) => followers.Follow(cancellation);

    public override Task<Trimmed> Trim(Retention retention, CancellationToken cancellation) =>
        new SqliteTrim(writer, readers, retention).Run(cancellation);

    private void Tell(NewEntries entries, AppendOutcome outcome)
    {
        if (outcome is AppendOutcome.Appended { Version: var version })
            followers.Tell(new Moved(entries.Conference, version));
    }
}
