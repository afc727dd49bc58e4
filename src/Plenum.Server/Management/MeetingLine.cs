using System.Text.Json.Serialization;
using Plenum.Server.Conferences.Log;

namespace Plenum.Server.Management;

/// <summary>One meeting as the log tells of it. It runs where it has not ended.</summary>
public sealed record MeetingLine(Guid Id, DateTimeOffset Began, DateTimeOffset? Ended, int Participants)
{
    [JsonIgnore]
    public long FirstVersion { get; init; }

    [JsonIgnore]
    public long LastVersion { get; init; }

    /// <summary>Whether an entry belongs to it.</summary>
    public bool Has(LogEntry entry) => entry.Version >= FirstVersion && entry.Version <= LastVersion;
}
