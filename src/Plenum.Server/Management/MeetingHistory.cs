using System.Collections.Concurrent;
using Dapper;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Hosting.Storage;

namespace Plenum.Server.Management;

/// <summary>The meetings of every conference. A page that is drawn every few seconds reads only what was appended since.</summary>
internal sealed class MeetingHistory(Database database, ConferenceLog log)
{
    /// <summary>Somebody looks at one or two at a time.</summary>
    private const int Most = 50;

    private readonly ConcurrentDictionary<ConferenceId, ToldMeetings> _told = new();

    /// <summary>Oldest first; null when the log has nothing of this conference.</summary>
    public async Task<IReadOnlyList<MeetingLine>?> Of(ConferenceId conference, CancellationToken cancellation)
    {
        if (await First(conference, cancellation) is not { } first)
        {
            _told.TryRemove(conference, out _);
            return null;
        }

        var told = _told.GetValueOrDefault(conference, ToldMeetings.None);
        told = told.With(await log.Read(conference, Math.Max(told.Version, first - 1), cancellation));
        // At worst those that are looked at are read whole once more.
        if (_told.Count >= Most) _told.Clear();
        _told[conference] = told;
        return [.. told.From(first)];
    }

    /// <summary>What one meeting consists of, after a version.</summary>
    public async Task<IReadOnlyList<LogEntry>> Entries(ConferenceId conference, MeetingLine meeting, long after, CancellationToken cancellation) =>
        [.. (await log.Read(conference, Math.Max(after, meeting.FirstVersion - 1), cancellation)).Where(meeting.Has)];

    /// <summary>Where the log begins, since trimming takes what is old.</summary>
    private async Task<long?> First(ConferenceId conference, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await connection.ExecuteScalarAsync<long?>("SELECT MIN(version) FROM events WHERE conference_id = @conference", new { conference = $"{conference}" });
    }
}
