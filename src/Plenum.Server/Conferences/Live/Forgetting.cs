using Dapper;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Conferences.Live;

/// <summary>
/// Forgets once an hour what is older than the operator keeps. Entries go only where a snapshot covers them, and a
/// conference in which nothing happens makes none by itself, so those with old entries are given one first.
/// </summary>
internal sealed partial class Forgetting(
    ConferenceLog log, Database database, LiveConferences conferences, ServerSettings settings, TimeProvider time, ILogger<Forgetting> logger)
    : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Attempt(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    internal async Task<Trimmed> Forget(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var rule = new Log.Retention(
            now - TimeSpan.FromHours(settings.Retention.ChatHours), now - TimeSpan.FromDays(settings.Retention.TimelineDays));
        foreach (var id in await Uncovered(rule.EntriesBefore, cancellation)) await (await conferences.Get(id)).KeepSnapshot();
        return await log.Trim(rule, cancellation);
    }

    /// <summary>What cannot be done now is done an hour later.</summary>
    private async Task Attempt(CancellationToken cancellation)
    {
        try
        {
            var trimmed = await Forget(cancellation);
            if (trimmed != default) Forgot(logger, trimmed.Texts, trimmed.Entries);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Kept(logger, e);
        }
    }

    /// <summary>Conferences with old entries that no snapshot of this version of the program covers.</summary>
    private async Task<IReadOnlyList<ConferenceId>> Uncovered(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var ids = await connection.QueryAsync<string>(
            """
            SELECT heads.conference_id FROM heads
            LEFT JOIN snapshots ON snapshots.conference_id = heads.conference_id AND snapshots.stamp = @stamp
            WHERE EXISTS (SELECT 1 FROM events WHERE events.conference_id = heads.conference_id
                AND events.at < @before AND events.version > COALESCE(snapshots.version, 0))
            """,
            new { stamp = FoldedConference.Stamp, before = before.ToUnixTimeMilliseconds() });
        return [.. ids.Select(id => ConferenceId.Parse(id))];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Forgot {Texts} chat texts and {Entries} entries that are older than is kept")]
    private static partial void Forgot(ILogger logger, long texts, long entries);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing was forgotten; it is tried again in an hour")]
    private static partial void Kept(ILogger logger, Exception e);
}
