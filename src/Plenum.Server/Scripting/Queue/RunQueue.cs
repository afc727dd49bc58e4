using System.Data.Common;
using Dapper;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Scripting.Queue;

/// <summary>What waits to be run, in the database: it outlives the server, and is in one node's hands at a time, for as long as that node says so.</summary>
internal sealed class RunQueue(Database database, TimeProvider time)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private const string Columns = "SELECT id AS Id, listener AS Listener, kind AS Kind, queue AS Queue, body AS Body, tries AS Tries, due AS Due FROM script_queue";

    /// <summary>This program, as long as it runs.</summary>
    private readonly string me = $"{Guid.NewGuid():N}";

    /// <summary>Something was added here, and is due when it says.</summary>
    public event Action<DateTimeOffset>? Added;

    /// <summary>As part of what caused it.</summary>
    public async Task Add(DbTransaction transaction, QueuedRun run)
    {
        await transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO script_queue (id, listener, kind, queue, body, tries, due, taken_by, taken_until, place)
            VALUES (@Id, @Listener, @Kind, @Queue, @Body, 0, @Due, '', 0, @Place) ON CONFLICT (id) DO NOTHING
            """,
            new { Id = Stored.Id(run.Id), run.Listener, run.Kind, run.Queue, Body = Stored.Text(run.Body), Due = Stored.Time(run.Due), run.Place },
            transaction);
        Added?.Invoke(run.Due);
    }

    public Task Add(QueuedRun run, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            await Add(transaction, run);
            return true;
        },
        cancellation);

    /// <summary>A file that only this program uses holds nothing in other hands: what it was doing when it fell is free at once.</summary>
    public async Task Begin(CancellationToken cancellation)
    {
        if (database.Shared) return;
        await database.Write(transaction => transaction.Connection!.ExecuteAsync("UPDATE script_queue SET taken_by = '', taken_until = 0", transaction: transaction), cancellation);
    }

    /// <summary>What is due and in nobody's hands, the oldest first.</summary>
    public async Task<IReadOnlyList<QueuedRun>> Due(int take, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return [.. (await connection.QueryAsync<Row>($"{Columns} WHERE due <= @Now AND taken_until < @Now ORDER BY due, place, id LIMIT @take", new { Now, take })).Select(row => row.ToRun())];
    }

    /// <summary>When the next of them is due, or null.</summary>
    public async Task<DateTimeOffset?> Next(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long?>("SELECT MIN(due) FROM script_queue WHERE due > @Now", new { Now }) is { } due ? Stored.Time(due) : null;
    }

    public async Task<bool> Take(QueuedRun run, CancellationToken cancellation) => await database.Write(
        transaction => transaction.Connection!.ExecuteAsync(
            "UPDATE script_queue SET taken_by = @me, taken_until = @until WHERE id = @Id AND taken_until < @Now", new { me, until = Until, Id = Stored.Id(run.Id), Now }, transaction),
        cancellation) > 0;

    /// <summary>Says that this program still has them in hand.</summary>
    public Task Hold(CancellationToken cancellation) => database.Write(
        transaction => transaction.Connection!.ExecuteAsync("UPDATE script_queue SET taken_until = @until WHERE taken_by = @me", new { me, until = Until }, transaction), cancellation);

    public Task Done(QueuedRun run) => database.Write(
        transaction => transaction.Connection!.ExecuteAsync("DELETE FROM script_queue WHERE id = @Id", new { Id = Stored.Id(run.Id) }, transaction), CancellationToken.None);

    /// <summary>Gives it back for later, when it failed; a further try is another run.</summary>
    public Task Later(QueuedRun run, TimeSpan pause) => database.Write(
        transaction => transaction.Connection!.ExecuteAsync(
            "UPDATE script_queue SET taken_by = '', taken_until = 0, tries = tries + 1, due = @due WHERE id = @Id",
            new { Id = Stored.Id(run.Id), due = Stored.Time(time.GetUtcNow() + pause) },
            transaction),
        CancellationToken.None);

    public async Task<long> Waiting(string listener, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM script_queue WHERE listener = @listener", new { listener });
    }

    private long Now => Stored.Time(time.GetUtcNow());

    private long Until => Stored.Time(time.GetUtcNow() + Lease);

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Listener { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Queue { get; init; } = "";

        public string Body { get; init; } = "";

        public long Tries { get; init; }

        public long Due { get; init; }

        public QueuedRun ToRun() => new(Guid.Parse(Id), Listener, Kind, Queue, Body, Tries, Stored.Time(Due));
    }
}
