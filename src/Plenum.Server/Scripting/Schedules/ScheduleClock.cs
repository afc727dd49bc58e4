using System.Data.Common;
using System.Text.Json.Nodes;
using Dapper;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Queue;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Schedules;

/// <summary>Queues what schedules want, each time once on whichever node. Times that passed while no node ran are made up for by one run, which is told how many they were.</summary>
internal sealed partial class ScheduleClock(Database database, ListenerShelf listeners, RunQueue queue, TimeProvider time, ILogger<ScheduleClock> logger) : BackgroundService
{
    private const int MostCounted = 1_000;
    private static readonly TimeSpan Looks = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(Looks);
        try
        {
            while (await looks.WaitForNextTickAsync(stoppingToken)) await Look(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    internal async Task Look(CancellationToken cancellation)
    {
        try
        {
            foreach (var kept in await listeners.Of(ListenerType.Schedule, cancellation)) await Look(kept, cancellation);
        }
        catch (Exception away) when (away is DbException or TimeoutException or IOException)
        {
            Later(away.Message);
        }
    }

    private async Task Look(KeptListener kept, CancellationToken cancellation)
    {
        var listener = kept.Listener;
        if (!Timetable.TryParse(listener.Cron ?? "", listener.TimeZone, out var table, out _)) return;
        var last = await Last(listener.Name, cancellation);
        // A changed timetable counts from its change.
        var since = last is { } before && before > kept.At ? before : kept.At;
        var now = time.GetUtcNow();
        if (table.After(since) is not { } due || due > now) return;
        var (missed, newest) = (0, due);
        while (missed < MostCounted && table.After(newest) is { } next && next <= now) (missed, newest) = (missed + 1, next);
        await Queue(kept, newest, missed, last, cancellation);
    }

    private Task<bool> Queue(KeptListener kept, DateTimeOffset due, int missed, DateTimeOffset? last, CancellationToken cancellation) => database.Write(
        async transaction =>
        {
            var row = new { kept.Listener.Name, Last = last is { } before ? Stored.Time(before) : 0, Due = Stored.Time(due) };
            await transaction.Connection!.ExecuteAsync("INSERT INTO script_ticks (listener, last) VALUES (@Name, 0) ON CONFLICT (listener) DO NOTHING", row, transaction);
            if (await transaction.Connection!.ExecuteAsync("UPDATE script_ticks SET last = @Due WHERE listener = @Name AND last = @Last", row, transaction) == 0) return false;
            var happened = new JsonObject { ["type"] = "TIME", ["date"] = due.ToUnixTimeMilliseconds(), ["schedule"] = kept.Listener.Name, ["missed"] = missed };
            await queue.Add(transaction, QueuedRun.Of(kept.Listener, new Occasion("schedule", happened), $"{kept.Listener.Name}\n{row.Due}", due));
            return true;
        },
        cancellation);

    private async Task<DateTimeOffset?> Last(string name, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long?>("SELECT last FROM script_ticks WHERE listener = @name", new { name }) is { } last ? Stored.Time(last) : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Schedules cannot be looked at now, and will be later: {Why}")]
    private partial void Later(string why);
}
