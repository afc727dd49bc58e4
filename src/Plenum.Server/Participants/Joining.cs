using Plenum.Server.Conferences;

namespace Plenum.Server.Participants;

/// <summary>Somebody at the door whose PIN has been settled: who they say they are and what they may be.</summary>
public sealed record Newcomer(ParticipantId Id, string Name, Role Role)
{
    public string CallTag { get; init; } = "";

    public string LocalAlias { get; init; } = "";

    public string Vendor { get; init; } = "";

    public string Uri { get; init; } = "";

    public bool UnderstandsBreakouts { get; init; }

    public bool UnderstandsDirectChat { get; init; } = true;

    /// <summary>Where a ticket leads; the main room without one.</summary>
    public RoomId Room { get; init; }

    /// <summary>Somebody inside already vouched for them, so they need not wait.</summary>
    public bool VouchedFor { get; init; }
}

/// <summary>Somebody comes in, or waits outside. A host who comes lets in the guests who waited for one.</summary>
public sealed record Join(Newcomer Newcomer) : Command
{
    public override Right Right => Right.Door;

    /// <summary>The ticket that was shown; it works once.</summary>
    public string? Ticket { get; init; }

    /// <summary>Its ticket only leads to another room whoever is still in the conference.</summary>
    public bool FollowsMove { get; init; }

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        // Coming again with the same id, by a ticket or after a lost answer, changes nothing.
        if (conference.Participants.ContainsKey(Newcomer.Id)) return Decision.Nothing;
        if (FollowsMove) return Decision.Refused(Refusal.InvalidToken);
        if (Ticket is { } ticket && conference.UsedTickets.Contains(ticket)) return Decision.Refused(Refusal.InvalidToken);
        if (conference.Participants.Count >= circumstances.Terms.ParticipantLimit) return Decision.Refused(Refusal.ParticipantLimit);

        var terms = circumstances.Terms;
        var waits = !Newcomer.VouchedFor && Admission.MustWait(conference.Main, terms, Newcomer.Role, conference.AnyHost);
        List<ConferenceEvent> events = [];
        if (!waits && conference.Meeting is null)
        {
            events.Add(new MeetingBegan(circumstances.Fresh, Started: !terms.GuestsNeedHost, terms));
        }

        events.Add(new ParticipantJoined(Seated(conference, circumstances, waits), Ticket));
        if (!waits && Newcomer.Role is Role.Host && terms.GuestsNeedHost && !conference.Main.Started)
        {
            events.Add(new MeetingStarted());
            events.AddRange(Admission.OfThoseWaiting(
                conference with { Meeting = conference.Meeting ?? new Meeting(circumstances.Fresh, circumstances.Now, terms) },
                circumstances,
                started: true));
        }

        return Decision.Of(conference.Settle(events, circumstances));
    }

    private Participant Seated(Conference conference, Circumstances circumstances, bool waits)
    {
        var room = conference.Rooms.ContainsKey(Newcomer.Room) ? Newcomer.Room : RoomId.Main;
        var muted = Newcomer.Role is Role.Guest && (conference.Meeting is null
            ? circumstances.Terms.MuteGuestsOnJoin
            : conference.Rooms[room].GuestsMuted);
        return new Participant(Newcomer.Id, Newcomer.Name, Newcomer.Role, room, circumstances.Now)
        {
            Kind = circumstances.Terms.Kind,
            Waiting = waits,
            CallTag = Newcomer.CallTag,
            LocalAlias = Newcomer.LocalAlias,
            Vendor = Newcomer.Vendor,
            Uri = Newcomer.Uri,
            UnderstandsBreakouts = Newcomer.UnderstandsBreakouts,
            UnderstandsDirectChat = Newcomer.UnderstandsDirectChat,
            Muted = muted,
            MutedByHost = muted,
        };
    }
}

/// <summary>Somebody is in, or waits; the ticket that let them in is spent.</summary>
public sealed record ParticipantJoined(Participant Participant, string? Ticket = null) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at)
    {
        var with = conference.With(Participant);
        return Ticket is { } spent ? with with { UsedTickets = with.UsedTickets.Add(spent) } : with;
    }
}
