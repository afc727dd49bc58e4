using Plenum.Server.Conferences;
using Plenum.Server.Participants;

namespace Plenum.Server.Calls;

/// <summary>A host asks the conference to call somebody, who appears as connecting until they answer.</summary>
public sealed record Dial(ParticipantId Id, DialWish Wish) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        if (conference.Meeting is null) return Decision.Refused(Refusal.NotInMeeting);
        if (conference.Participants.Count >= circumstances.Terms.ParticipantLimit) return Decision.Refused(Refusal.ParticipantLimit);
        var called = new Participant(Id, Wish.DisplayName, Wish.Role, At(conference, by).Id, circumstances.Now)
        {
            Kind = circumstances.Terms.Kind,
            Connecting = true,
            DialledOut = true,
            Protocol = Wish.Protocol,
            Streaming = Wish.Streaming,
            Uri = Wish.Destination,
            Vendor = Wish.Vendor,
            KeepsAlive = Wish.KeepsAlive,
            OverlayText = Wish.OverlayText,
        };
        return new Decision.Accepted([new ParticipantJoined(called, Ticket: null)]) { Answer = new[] { Id } };
    }
}

/// <summary>Whom to call, and as what.</summary>
public sealed record DialWish(string Destination, Role Role)
{
    public string DisplayName { get; init; } = "";

    public string Protocol { get; init; } = "auto";

    public bool Streaming { get; init; }

    public string Vendor { get; init; } = "";

    public string OverlayText { get; init; } = "";

    public string DtmfSequence { get; init; } = "";

    public KeepAlive KeepsAlive { get; init; } = KeepAlive.Never;

    /// <summary>The alias under which the called may come in.</summary>
    public string CalledFrom { get; init; } = "";

    /// <summary>The name that the called sees.</summary>
    public string CalledBy { get; init; } = "";
}

/// <summary>Who was called has answered.</summary>
public sealed record Answer : Command
{
    public override Right Right => Right.Door;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var called = conference.Participants[Subject!.Value];
        if (!called.Connecting) return Decision.Nothing;
        return Decision.Of(conference.Settle([new DialAnswered(called.Id, Came: null, Ticket: null)], circumstances));
    }
}

/// <summary>The call is answered: on the line, or by somebody who came in with the ticket that the ringing brought them.</summary>
public sealed record DialAnswered(ParticipantId Id, Participant? Came, string? Ticket) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at)
    {
        var with = conference.With(Came ?? conference.Participants[Id] with { Connecting = false, HasMedia = true, JoinedAt = at });
        return Ticket is { } spent ? with with { Tickets = with.Tickets.Use(spent, at) } : with;
    }
}
