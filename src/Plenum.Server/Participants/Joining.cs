using Plenum.Server.Conferences;
using Plenum.Server.Participants.SigningIn;

namespace Plenum.Server.Participants;

/// <summary>Somebody at the door whose PIN has been settled: who they say they are and what they may be.</summary>
public sealed record Newcomer(ParticipantId Id, string Name, Role Role)
{
    /// <summary>What the organisation calls them, where they signed in.</summary>
    public string? Account { get; init; }

    public string CallTag { get; init; } = "";

    public string LocalAlias { get; init; } = "";

    public string Vendor { get; init; } = "";

    public string Uri { get; init; } = "";

    public bool UnderstandsBreakouts { get; init; }

    public bool FollowsRooms { get; init; }

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

    /// <summary>The ticket that was shown, or the proof of having signed in, as the log remembers it.</summary>
    public string? Ticket { get; init; }

    /// <summary>The ticket came with a ringing, so it is good only while that rings.</summary>
    public bool AnswersCall { get; init; }

    /// <summary>Who they were a moment ago, where a pass was shown instead of a PIN.</summary>
    public ParticipantId? Returns { get; init; }

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        if (Returns is { } before && conference.Tickets.SentAway.TryGetValue(before, out var sent)) return Decision.Refused(Refusal.SentAway(sent.Reason));
        if (Newcomer.VouchedFor && conference.Tickets.Refuses(Ticket ?? "", Newcomer.Id)) return Decision.Refused(Refusal.InvalidToken);
        if (!Newcomer.VouchedFor && Ticket is { } proof && conference.Tickets.Used.ContainsKey(proof)) return Decision.Refused(SignInRefusals.Used);
        if (conference.Participants.TryGetValue(Newcomer.Id, out var there) && !(AnswersCall && there.Connecting))
        {
            // Who is there already and shows a ticket was moved, and follows.
            return Ticket is { } shown ? Decision.Of(new TicketUsed(shown)) : Decision.Nothing;
        }

        if (AnswersCall) return PickUp(conference, there, circumstances);
        if (conference.Participants.Count >= circumstances.Terms.ParticipantLimit) return Decision.Refused(Refusal.ParticipantLimit);

        var terms = circumstances.Terms;
        var waits = !Newcomer.VouchedFor && Admission.MustWait(conference.Main, terms, Newcomer.Role, conference.AnyHost);
        List<ConferenceEvent> events = [];
        if (!waits && conference.Meeting is null) events.Add(MeetingBegan.Under(circumstances));
        events.Add(new ParticipantJoined(Seated(conference, circumstances, waits), Ticket));
        return Decision.Of(conference.Settle(events, circumstances));
    }

    /// <summary>Who was called becomes who came, under the same id; a call that was given up admits nobody.</summary>
    private Decision PickUp(Conference conference, Participant? called, Circumstances circumstances)
    {
        if (called is null) return Decision.Refused(Refusal.InvalidToken);
        var came = Seated(conference, circumstances, waits: false) with
        {
            Room = called.Room,
            DialledOut = true,
            Uri = called.Uri,
            OverlayText = called.OverlayText,
        };
        return Decision.Of(conference.Settle([new Calls.DialAnswered(came.Id, came, Ticket)], circumstances));
    }

    private Participant Seated(Conference conference, Circumstances circumstances, bool waits)
    {
        var room = conference.Rooms.ContainsKey(Newcomer.Room) ? Newcomer.Room : RoomId.Main;
        var muted = Admission.MutedOnEntry(conference, circumstances.Terms, room, Newcomer.Role);
        return new Participant(Newcomer.Id, Newcomer.Name, Newcomer.Role, room, circumstances.Now)
        {
            Kind = circumstances.Terms.Kind,
            Waiting = waits,
            Ticketed = Newcomer.VouchedFor,
            Account = Newcomer.Account,
            CallTag = Newcomer.CallTag,
            LocalAlias = Newcomer.LocalAlias,
            Vendor = Newcomer.Vendor,
            Uri = Newcomer.Uri,
            UnderstandsBreakouts = Newcomer.UnderstandsBreakouts,
            FollowsRooms = Newcomer.FollowsRooms,
            UnderstandsDirectChat = Newcomer.UnderstandsDirectChat,
            Muted = muted,
            MutedByHost = muted,
        };
    }
}

/// <summary>Somebody followed a move; the ticket they were sent works no more.</summary>
public sealed record TicketUsed(string Ticket) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference with { Tickets = conference.Tickets.Use(Ticket, at) };
}

/// <summary>Somebody is in, or waits; the ticket that let them in is used.</summary>
public sealed record ParticipantJoined(Participant Participant, string? Ticket) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at)
    {
        var with = conference.With(Participant);
        return Ticket is { } used ? with with { Tickets = with.Tickets.Use(used, at) } : with;
    }
}
