using Plenum.Server.Participants;

namespace Plenum.Server.Conferences;

/// <summary>
/// What must follow when somebody came, went or changed role, or a door opened: nobody is left in a meeting that none
/// sustains, nobody waits who need not, and the time without a host runs exactly while there is none.
/// </summary>
internal static class Aftermath
{
    /// <summary>Adds to the events whatever the conference then owes.</summary>
    public static IReadOnlyList<ConferenceEvent> Settle(
        this Conference before, IEnumerable<ConferenceEvent> events, Circumstances circumstances)
    {
        var all = events.ToList();
        var now = Follow(before, all);
        if (Ending(now) is { Count: > 0 } ending) now = Owe(ending);
        while (Due(now, circumstances) is { Count: > 0 } due) now = Owe(due);

        var gone = circumstances.Terms.GuestsNeedHost && now.Main.Started && !now.AnyHost;
        if (now.Meeting is { } meeting && gone != meeting.HostsGoneAt.HasValue) all.Add(new HostsGone(gone));
        return all;

        Conference Owe(List<ConferenceEvent> owed)
        {
            all.AddRange(owed);
            return Follow(now, owed);
        }

        Conference Follow(Conference from, List<ConferenceEvent> steps) =>
            steps.Aggregate(from, (conference, happened) => conference.Apply(happened, circumstances.Now));
    }

    private static List<ConferenceEvent> Ending(Conference now)
    {
        if (now.Meeting is not { } meeting) return [];
        var inside = now.Participants.Values.Where(p => !p.Waiting).ToList();
        if (inside.Exists(p => p.In && Sustains(p, inside))) return [];
        return [.. inside.Select(p => new ParticipantLeft(p.Id, Reasons.NobodyKeepsAlive)), new MeetingEnded(meeting.Id)];
    }

    /// <summary>A host who is in starts the meeting; whoever need not wait comes in, and begins one where there is none.</summary>
    private static List<ConferenceEvent> Due(Conference now, Circumstances circumstances)
    {
        if (now.Meeting is not null && !now.Main.Started && now.AnyHost) return [new MeetingStarted()];
        var admissions = Admission.OfThoseWaiting(now, circumstances.Terms).ToList();
        return admissions.Count > 0 && now.Meeting is null ? [MeetingBegan.Under(circumstances)] : admissions;
    }

    private static bool Sustains(Participant participant, List<Participant> inside) => participant.KeepsAlive switch
    {
        KeepAlive.Always => true,
        KeepAlive.IfMultiple => inside.Count(p => p.In && p.KeepsAlive is not KeepAlive.Never) > 1,
        _ => false,
    };
}
