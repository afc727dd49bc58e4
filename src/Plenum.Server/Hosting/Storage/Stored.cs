using System.Data.Common;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Hosting.Storage;

/// <summary>How the log's values look in a row: lower-case ids, Unix milliseconds.</summary>
internal static class Stored
{
    public static string Id(ConferenceId conference) => conference.ToString();

    public static string Id(Guid participant) => participant.ToString("D");

    public static long Time(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    public static DateTimeOffset Time(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);

    /// <summary>Columns: version, at, kind, body, cause, text.</summary>
    public static LogEntry Entry(DbDataReader row) => new(
        row.GetInt64(0),
        Time(row.GetInt64(1)),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.IsDBNull(5) ? null : row.GetString(5));
}
