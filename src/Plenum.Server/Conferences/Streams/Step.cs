using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Streams;

/// <summary>One event with the conference on both sides of it: all that is needed to tell anybody about it.</summary>
internal sealed record Step(Conference Before, ConferenceEvent Happened, Conference After, string? Text)
{
    public long Version => After.Version;
}

/// <summary>What the streams are told of a step.</summary>
internal sealed class Telling
{
    public List<Frame> Frames { get; } = [];

    /// <summary>Whose view of the conference has changed so much that they are told everything anew.</summary>
    public HashSet<ParticipantId> Resync { get; } = [];

    /// <summary>Whose streams end, after a last event where there is one.</summary>
    public List<Ending> Endings { get; } = [];
}

/// <summary>A stream's end. Who left by itself is told nothing.</summary>
internal sealed record Ending(ParticipantId Id, string? Reason);
