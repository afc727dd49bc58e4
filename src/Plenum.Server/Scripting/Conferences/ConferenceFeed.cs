using System.Data.Common;
using System.Threading.Channels;
using Dapper;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Queue;

namespace Plenum.Server.Scripting.Conferences;

/// <summary>
/// Tells listeners what happens in conferences, out of their logs: what is durable there is queued here, in order, and how far
/// that went is written in the same transaction. So nothing is lost when a node falls, and nothing happens twice.
/// </summary>
internal sealed partial class ConferenceFeed(ConferenceLog log, Database database, ListenerShelf listeners, ConferenceTold told, RunQueue queue, ILogger<ConferenceFeed> logger) : BackgroundService
{
    private const int Together = 200;
    private static readonly TimeSpan Looks = TimeSpan.FromSeconds(2);
    private readonly Channel<ConferenceId> moved = Channel.CreateBounded<ConferenceId>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(Hear(stoppingToken), LookAround(stoppingToken), Follow(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task Hear(CancellationToken cancellation)
    {
        await foreach (var one in log.Follow(cancellation)) moved.Writer.TryWrite(one.Conference);
    }

    /// <summary>At the start, and for what no bell was heard of.</summary>
    private async Task LookAround(CancellationToken cancellation)
    {
        using var looks = new PeriodicTimer(Looks);
        do
        {
            if (await Try(() => Behind(cancellation)) is not { } behind) continue;
            foreach (var id in behind) moved.Writer.TryWrite(ConferenceId.Parse(id));
        }
        while (await looks.WaitForNextTickAsync(cancellation));
    }

    private async Task Follow(CancellationToken cancellation)
    {
        while (await moved.Reader.WaitToReadAsync(cancellation))
        {
            var ids = new HashSet<ConferenceId>();
            while (ids.Count < Together && moved.Reader.TryRead(out var id)) ids.Add(id);
            await Try(async () =>
            {
                var waiting = await listeners.Of(ListenerType.Conference, cancellation);
                foreach (var id in waiting.Count > 0 ? ids : []) await Tell(id, waiting, cancellation);
                return waiting;
            });
        }
    }

    /// <summary>Null when the storage is away.</summary>
    private async Task<T?> Try<T>(Func<Task<T>> work)
        where T : class
    {
        try
        {
            return await work();
        }
        catch (Exception away) when (away is DbException or TimeoutException or IOException or LogUnavailable or UnknownEvent)
        {
            Later(away.Message);
            return null;
        }
    }

    private async Task<IReadOnlyList<string>> Behind(CancellationToken cancellation)
    {
        if ((await listeners.Of(ListenerType.Conference, cancellation)).Count == 0) return [];
        await using var connection = await database.Open(cancellation);
        return [.. await connection.QueryAsync<string>(
            "SELECT heads.conference_id FROM heads LEFT JOIN script_cursors ON script_cursors.conference_id = heads.conference_id WHERE heads.version > COALESCE(script_cursors.version, 0)")];
    }

    private async Task Tell(ConferenceId id, IReadOnlyList<KeptListener> waiting, CancellationToken cancellation)
    {
        var since = waiting.Min(kept => kept.Since);
        var (cursor, from) = await Cursor(id, since, cancellation);
        var entries = await log.Read(id, from, cancellation);
        if (entries.Count == 0) return;
        var runs = new List<QueuedRun>();
        foreach (var entry in entries.Where(entry => entry.At >= since)) runs.AddRange(await told.Of(id, entry, waiting, cancellation));
        await database.Write(
            async transaction =>
            {
                // Another node may have told of it in the same moment: then it did all of this.
                if (!await Advance(transaction, id, cursor, entries[^1].Version)) return false;
                foreach (var run in runs) await queue.Add(transaction, run);
                return true;
            },
            cancellation);
    }

    /// <summary>Where the telling stands, and from where to read: what happened before anybody listened is passed over.</summary>
    private async Task<(long Cursor, long From)> Cursor(ConferenceId id, DateTimeOffset since, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var row = new { Id = Stored.Id(id), Since = Stored.Time(since) };
        var cursor = await connection.ExecuteScalarAsync<long?>("SELECT version FROM script_cursors WHERE conference_id = @Id", row) ?? 0;
        var first = await connection.ExecuteScalarAsync<long?>("SELECT MIN(version) FROM events WHERE conference_id = @Id AND version > @cursor AND at >= @Since", new { row.Id, row.Since, cursor });
        return (cursor, first is { } version ? version - 1 : await connection.ExecuteScalarAsync<long?>("SELECT MAX(version) - 1 FROM events WHERE conference_id = @Id AND version > @cursor", new { row.Id, cursor }) ?? cursor);
    }

    private static async Task<bool> Advance(DbTransaction transaction, ConferenceId id, long from, long to)
    {
        var row = new { Id = Stored.Id(id), from, to };
        await transaction.Connection!.ExecuteAsync("INSERT INTO script_cursors (conference_id, version) VALUES (@Id, 0) ON CONFLICT (conference_id) DO NOTHING", row, transaction);
        return await transaction.Connection!.ExecuteAsync("UPDATE script_cursors SET version = @to WHERE conference_id = @Id AND version = @from", row, transaction) > 0;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Listeners cannot be told of conferences now, and will be later: {Why}")]
    private partial void Later(string why);
}
