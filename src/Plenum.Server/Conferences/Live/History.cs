using Plenum.Server.Conferences.Streams;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Live;

/// <summary>The last steps of a conference, for streams that go on from where they were.</summary>
internal sealed class History
{
    public const int Longest = 256;
    private readonly Queue<Step> steps = new(16);

    public void Add(Step step)
    {
        if (steps.Count == Longest) steps.Dequeue();
        steps.Enqueue(step);
    }

    /// <summary>
    /// The steps after a version, or null where anything is doubtful: a version that is too old or not yet there, or a
    /// participant whose role or room has changed in between.
    /// </summary>
    public IReadOnlyList<Step>? Since(long version, long head, ParticipantId who)
    {
        if (version == head) return [];
        if (version > head || steps.Count == 0 || steps.Peek().Version > version + 1) return null;
        var missed = steps.Where(step => step.Version > version).ToList();
        return missed.Exists(step => Unsettles(step, who)) ? null : missed;
    }

    private static bool Unsettles(Step step, ParticipantId who) => step.Happened switch
    {
        RoleChanged e => e.Id == who,
        ParticipantAdmitted e => e.Id == who,
        ParticipantJoined e => e.Participant.Id == who,
        Breakouts.ParticipantMoved e => e.Id == who,
        GuestsSee or MeetingBegan or MeetingEnded => true,
        _ => false,
    };
}
