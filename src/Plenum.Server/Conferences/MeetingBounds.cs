using Plenum.Server.Participants;

namespace Plenum.Server.Conferences;

/// <summary>The first participant who need not wait came in; what the conference is configured to be holds from here.</summary>
public sealed record MeetingBegan(Guid Meeting, bool Started, ConferenceTerms Terms) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at)
    {
        var cleared = conference.Cleared() with { Meeting = new Meeting(Meeting, at, Terms) };
        return cleared.With(cleared.Main with
        {
            // What was locked while nobody was in stays locked; everything else starts fresh.
            Locked = conference.Main.Locked,
            Started = Started,
            ChatEnabled = Terms.ChatEnabled,
            GuestsCanPresent = Terms.GuestsCanPresent,
            GuestsCanUnmute = Terms.GuestsCanUnmute,
            GuestsMuted = Terms.MuteGuestsOnJoin,
            CaptionsAvailable = Terms.CaptionsAvailable,
        });
    }
}

/// <summary>The last participant is gone.</summary>
public sealed record MeetingEnded(Guid Meeting) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) => conference.Cleared();
}

/// <summary>The last host left and guests remain: their time runs, or stops running when a host is back.</summary>
public sealed record HostsGone(bool Gone) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference with { Meeting = conference.Meeting! with { HostsGoneAt = Gone ? at : null } };
}

/// <summary>What must follow when somebody came, went or changed role, so that a meeting is never left half ended.</summary>
public static class Aftermath
{
    /// <summary>Adds to the events whatever the conference then owes: departures, the hosts' absence, the end.</summary>
    public static IReadOnlyList<ConferenceEvent> Settle(
        this Conference before, IEnumerable<ConferenceEvent> events, Circumstances circumstances)
    {
        var all = events.ToList();
        var after = Fold(before, all, circumstances);
        if (after.Meeting is not { } meeting) return all;

        var inside = after.Participants.Values.Where(p => !p.Waiting).ToList();
        if (!inside.Any(p => p.In && Sustains(p, inside)))
        {
            all.AddRange(inside.Select(p => new ParticipantLeft(p.Id, Reasons.NobodyKeepsAlive)));
            all.Add(new MeetingEnded(meeting.Id));
            // The lock went with the meeting, so whoever waited for it to open begins the next one.
            all.AddRange(Admission.OfThoseWaiting(Fold(before, all, circumstances), circumstances));
            return all;
        }

        var gone = circumstances.Terms.GuestsNeedHost && !after.AnyHost && after.Main.Started;
        if (gone != meeting.HostsGoneAt.HasValue) all.Add(new HostsGone(gone));
        return all;
    }

    private static Conference Fold(Conference before, List<ConferenceEvent> events, Circumstances circumstances) =>
        events.Aggregate(before, (conference, happened) => conference.Apply(happened, circumstances.Now));

    private static bool Sustains(Participant participant, List<Participant> inside) => participant.KeepsAlive switch
    {
        KeepAlive.Always => true,
        KeepAlive.IfMultiple => inside.Count(p => p.In && p.KeepsAlive is not KeepAlive.Never) > 1,
        _ => false,
    };
}
