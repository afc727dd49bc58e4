using Dapper;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Hosting;
using Plenum.Server.Hosting.Settings;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Conferences.Live;

/// <summary>
/// Meetings and chat text that are older than the operator keeps. Entries go only where a snapshot covers them, and a
/// conference in which nothing happens makes none by itself, so those with old entries are given one first.
/// </summary>
internal sealed class OldMeetings(ConferenceLog log, Database database, LiveConferences conferences) : IForgets
{
    public async Task<IReadOnlyList<Forgotten>> Forget(RetentionSettings kept, DateTimeOffset now, CancellationToken cancellation)
    {
        var trimmed = await Trim(kept, now, cancellation);
        return [new("chat texts", trimmed.Texts), new("entries of meetings", trimmed.Entries)];
    }

    internal async Task<Trimmed> Trim(RetentionSettings kept, DateTimeOffset now, CancellationToken cancellation)
    {
        var rule = new Log.Retention(now - TimeSpan.FromHours(kept.ChatHours), now - TimeSpan.FromDays(kept.TimelineDays));
        foreach (var id in await Uncovered(rule.EntriesBefore, cancellation)) await (await conferences.Get(id)).KeepSnapshot();
        return await log.Trim(rule, cancellation);
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
}
