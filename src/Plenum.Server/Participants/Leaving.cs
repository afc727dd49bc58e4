using System.Text.Json.Serialization;
using Plenum.Server.Conferences;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Participants;

/// <summary>Somebody goes of their own accord, or was not heard from for too long.</summary>
public sealed record Leave(string Reason) : Command
{
    public override Right Right => Right.Door;

    /// <summary>What the client said of it, for the timeline alone.</summary>
    public string? Said { get; init; }

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Departure.Of(conference, [Subject!.Value], Reason, circumstances, Said);
}

/// <summary>A host, or the participant itself, ends one participation.</summary>
public sealed record DisconnectParticipant : Command
{
    public override Right Right => Right.Own;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var reason = by.Administrator is not null ? Reasons.Administrator
            : by.Participant == Subject ? Reasons.Left
            : Reasons.Kicked;
        return Departure.Of(conference, [Subject!.Value], reason, circumstances);
    }
}

/// <summary>A host ends the meeting for everybody, or a breakout for everybody in it.</summary>
public sealed record DisconnectAll : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var room = At(conference, by);
        var who = conference.Participants.Values.Where(p => room.Id.IsMain || p.Room == room.Id).Select(p => p.Id);
        var reason = by.Administrator is not null ? Reasons.AdministratorEnded : Reasons.AllDisconnected;
        return Departure.Of(conference, [.. who], reason, circumstances);
    }
}

public sealed record ParticipantLeft(ParticipantId Id, string Reason) : ConferenceEvent
{
    /// <summary>What the client itself said of it; nothing follows from that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Said { get; init; }

    public override Conference Apply(Conference conference, DateTimeOffset at)
    {
        var without = conference.Rooms.Values.Aggregate(conference, (all, room) => all.With(room.Without(Id)));
        return without with
        {
            Participants = conference.Participants.Remove(Id),
            Tickets = Noted(conference.Tickets, conference.Participants[Id], at),
        };
    }

    /// <summary>Tickets of whoever did not go by themselves are void, and passes of whoever was sent away.</summary>
    private TicketBook Noted(TicketBook tickets, Participant gone, DateTimeOffset at)
    {
        var sentAway = Reason is Reasons.Kicked or Reasons.Administrator;
        var noted = sentAway || (gone.Ticketed && Reason is not (Reasons.Left or Reasons.Transferred)) ? tickets.Remove(Id, at) : tickets;
        return sentAway ? noted.SendAway(Id, Reason, at) : noted;
    }
}

internal static class Departure
{
    public static Decision Of(
        Conference conference, IReadOnlyList<ParticipantId> who, string reason, Circumstances circumstances, string? said = null)
    {
        var events = who
            .Where(conference.Participants.ContainsKey)
            .Select(id => new ParticipantLeft(id, reason) { Said = said })
            .ToList();
        return events.Count == 0 ? Decision.Nothing : Decision.Of(conference.Settle(events, circumstances));
    }
}
