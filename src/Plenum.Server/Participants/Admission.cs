using Plenum.Server.Conferences;

namespace Plenum.Server.Participants;

/// <summary>Who may come in at once, and who waits outside. The one place where that is decided.</summary>
public static class Admission
{
    /// <summary>
    /// While locked, newcomers wait unless they hold the host PIN; where there is no PIN, or hosts are held too, everybody
    /// waits. With a host PIN, guests wait until a host is in, unless they may start without one.
    /// </summary>
    public static bool MustWait(Room main, ConferenceTerms terms, Role role, bool hostIsIn)
    {
        var passesLock = role is Role.Host && terms is { HasHostPin: true, LockHoldsHosts: false };
        if (main.Locked && !passesLock) return true;
        return role is Role.Guest && terms.GuestsNeedHost && !hostIsIn && !main.Started;
    }

    /// <summary>Those who wait and need not, as when the door has opened or a host has come.</summary>
    public static IEnumerable<ConferenceEvent> OfThoseWaiting(Conference conference, ConferenceTerms terms)
    {
        var hostIsIn = conference.AnyHost;
        return conference.Participants.Values
            .Where(p => p.Waiting && !MustWait(conference.Main, terms, p.Role, hostIsIn))
            .Select(p => new ParticipantAdmitted(p.Id, MutedOnEntry(conference, terms, RoomId.Main, p.Role)));
    }

    internal static bool MutedOnEntry(Conference conference, ConferenceTerms terms, RoomId room, Role role) =>
        role is Role.Guest && (conference.Meeting is null ? terms.MuteGuestsOnJoin : conference.Rooms[room].GuestsMuted);
}

/// <summary>A host lets one waiting participant in.</summary>
public sealed record Admit : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var waiting = conference.Participants[Subject!.Value];
        if (!waiting.Waiting) return Decision.Nothing;
        List<ConferenceEvent> events = [];
        if (conference.Meeting is null) events.Add(MeetingBegan.Under(circumstances));
        events.Add(new ParticipantAdmitted(
            waiting.Id, Admission.MutedOnEntry(conference, circumstances.Terms, RoomId.Main, waiting.Role)));
        return Decision.Of(conference.Settle(events, circumstances));
    }
}

public sealed record ParticipantAdmitted(ParticipantId Id, bool Muted) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at)
    {
        var participant = conference.Participants[Id];
        return conference.With(participant with
        {
            Waiting = false,
            JoinedAt = at,
            Muted = participant.Muted || Muted,
            MutedByHost = participant.MutedByHost || Muted,
        });
    }
}
