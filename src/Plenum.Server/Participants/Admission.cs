using Plenum.Server.Conferences;

namespace Plenum.Server.Participants;

/// <summary>Who may come in at once, and who waits outside. The one place where that is decided.</summary>
public static class Admission
{
    /// <summary>
    /// While locked, newcomers wait unless they hold the host PIN; where there is no PIN everybody waits.
    /// With a host PIN, guests wait until a host is in.
    /// </summary>
    public static bool MustWait(Room main, ConferenceTerms terms, Role role, bool hostIsIn)
    {
        var holdsHostPin = role is Role.Host && terms.HasHostPin;
        if (main.Locked && !holdsHostPin) return true;
        return role is Role.Guest && terms.GuestsNeedHost && !hostIsIn && !main.Started;
    }

    /// <summary>The admissions that follow when the door opens or a host comes.</summary>
    public static IEnumerable<ConferenceEvent> OfThoseWaiting(
        Conference conference, Circumstances circumstances, bool? locked = null, bool? started = null)
    {
        var main = conference.Main with
        {
            Locked = locked ?? conference.Main.Locked,
            Started = started ?? conference.Main.Started,
        };
        var hostIsIn = conference.AnyHost || started is true;
        var admitted = conference.Participants.Values
            .Where(p => p.Waiting && !MustWait(main, circumstances.Terms, p.Role, hostIsIn))
            .ToList();
        if (admitted.Count > 0 && conference.Meeting is null)
        {
            yield return new MeetingBegan(circumstances.Fresh, started is true || !circumstances.Terms.GuestsNeedHost, circumstances.Terms);
        }

        foreach (var participant in admitted) yield return new ParticipantAdmitted(participant.Id, MutedOnEntry(conference, participant.Role));
    }

    internal static bool MutedOnEntry(Conference conference, Role role) => role is Role.Guest && conference.Main.GuestsMuted;
}

/// <summary>A host lets one waiting participant in.</summary>
public sealed record Admit : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var waiting = conference.Participants[Subject!.Value];
        if (!waiting.Waiting) return Decision.Nothing;
        List<ConferenceEvent> events = [];
        if (conference.Meeting is null) events.Add(new MeetingBegan(circumstances.Fresh, !circumstances.Terms.GuestsNeedHost, circumstances.Terms));
        events.Add(new ParticipantAdmitted(waiting.Id, Admission.MutedOnEntry(conference, waiting.Role)));
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
