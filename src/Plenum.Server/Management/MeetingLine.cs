using System.Text.Json.Serialization;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Participants;

namespace Plenum.Server.Management;

/// <summary>One meeting as the log tells of it. It runs where it has not ended.</summary>
public sealed record MeetingLine(Guid Id, DateTimeOffset Began, DateTimeOffset? Ended, int Participants)
{
    [JsonIgnore]
    public long FirstVersion { get; init; }

    [JsonIgnore]
    public long LastVersion { get; init; }

    /// <summary>Oldest first. A meeting whose beginning was trimmed is not told of.</summary>
    public static IEnumerable<MeetingLine> In(IReadOnlyList<LogEntry> entries)
    {
        MeetingLine? meeting = null;
        var people = new HashSet<ParticipantId>();
        foreach (var entry in entries)
        {
            switch (entry.Kind)
            {
                case nameof(MeetingBegan):
                    people.Clear();
                    meeting = new MeetingLine(((MeetingBegan)EventRecord.Read(entry)).Meeting, entry.At, null, 0) { FirstVersion = entry.Version };
                    break;
                case nameof(MeetingEnded) when meeting is not null:
                    yield return meeting with { Ended = entry.At, Participants = people.Count, LastVersion = entry.Version };
                    meeting = null;
                    break;
                case nameof(ParticipantJoined) or nameof(ParticipantAdmitted) or nameof(Calls.DialAnswered) when Inside(entry) is { } who:
                    people.Add(who);
                    break;
            }
        }

        if (meeting is not null) yield return meeting with { Participants = people.Count, LastVersion = entries[^1].Version };
    }

    /// <summary>Who came in; nobody while they wait or are only being called.</summary>
    private static ParticipantId? Inside(LogEntry entry) => EventRecord.Read(entry) switch
    {
        ParticipantJoined joined => joined.Participant.In ? joined.Participant.Id : null,
        ParticipantAdmitted admitted => admitted.Id,
        Calls.DialAnswered answered => answered.Id,
        _ => null,
    };
}
