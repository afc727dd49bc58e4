using System.Collections.Immutable;
using Plenum.Server.Conferences;
using Plenum.Server.Conferences.Log;
using Plenum.Server.Conferences.Record;
using Plenum.Server.Participants;

namespace Plenum.Server.Management;

/// <summary>The meetings that a log tells of, as far as it was read; what is appended later is added to what is known.</summary>
internal sealed record ToldMeetings
{
    public static readonly ToldMeetings None = new();

    /// <summary>The entry that was read last.</summary>
    public long Version { get; private init; }

    private ImmutableList<MeetingLine> Ended { get; init; } = [];

    private MeetingLine? Running { get; init; }

    private ImmutableHashSet<ParticipantId> People { get; init; } = [];

    /// <summary>Oldest first. A meeting whose beginning is before the given version was trimmed, and is not told of.</summary>
    public IEnumerable<MeetingLine> From(long first)
    {
        var all = Running is null ? Ended : Ended.Add(Running with { Participants = People.Count, LastVersion = Version });
        return all.Where(line => line.FirstVersion >= first);
    }

    public ToldMeetings With(IEnumerable<LogEntry> entries) => entries.Aggregate(this, (told, entry) => told.With(entry) with { Version = entry.Version });

    private ToldMeetings With(LogEntry entry) => entry.Kind switch
    {
        nameof(MeetingBegan) => this with { Running = new MeetingLine(((MeetingBegan)EventRecord.Read(entry)).Meeting, entry.At, null, 0) { FirstVersion = entry.Version }, People = [] },
        nameof(MeetingEnded) when Running is not null => this with { Ended = Ended.Add(Running with { Ended = entry.At, Participants = People.Count, LastVersion = entry.Version }), Running = null, People = [] },
        nameof(ParticipantJoined) or nameof(ParticipantAdmitted) or nameof(Calls.DialAnswered) when Inside(entry) is { } who => this with { People = People.Add(who) },
        _ => this,
    };

    /// <summary>Who came in; nobody while they wait or are only being called.</summary>
    private static ParticipantId? Inside(LogEntry entry) => EventRecord.Read(entry) switch
    {
        ParticipantJoined joined => joined.Participant.In ? joined.Participant.Id : null,
        ParticipantAdmitted admitted => admitted.Id,
        Calls.DialAnswered answered => answered.Id,
        _ => null,
    };
}
