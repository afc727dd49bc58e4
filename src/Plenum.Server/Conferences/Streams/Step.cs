using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Streams;

/// <summary>One event with the conference on both sides of it: all that is needed to tell anybody about it.</summary>
internal sealed record Step(Conference Before, ConferenceEvent Happened, Conference After, string? Text)
{
    public long Version => After.Version;
}

/// <summary>What the streams are told of a step.</summary>
internal sealed class Telling(Step step)
{
    public List<Frame> Frames { get; } = [];

    /// <summary>Whose view of the conference has changed so much that they are told everything anew.</summary>
    public HashSet<ParticipantId> Resync { get; } = [];

    /// <summary>Whose streams end, after a last event where there is one.</summary>
    public List<Ending> Endings { get; } = [];

    public Ending? EndingOf(ParticipantId id)
    {
        foreach (var ending in Endings)
        {
            if (ending.Id == id) return ending;
        }

        return null;
    }

    /// <summary>Tells one stream, and says from where it looks at the conference afterwards.</summary>
    public Seat WriteTo(IEventSink sink, Seat seat, RosterLines lines)
    {
        foreach (var frame in Frames) frame.WriteTo(sink, seat);
        if (!Resync.Contains(seat.Id)) return seat;
        var anew = Seat.Of(step.After.Participants[seat.Id]);
        Sync.Anew(step, seat, anew, lines, sink);
        return anew;
    }
}

/// <summary>A stream's end. Who left by itself is told nothing.</summary>
internal sealed record Ending(ParticipantId Id, string? Reason);
