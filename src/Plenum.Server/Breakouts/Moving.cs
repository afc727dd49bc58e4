using Plenum.Server.Conferences;
using Plenum.Server.Participants;

namespace Plenum.Server.Breakouts;

/// <summary>A host sends people to a room, from wherever they are. All of them move, or none.</summary>
public sealed record Move(RoomId To, IReadOnlyList<ParticipantId> People) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        if (!conference.Rooms.ContainsKey(To)) return Decision.Refused(Refusal.NoSuchRoom);
        if (!People.All(conference.Participants.ContainsKey)) return Decision.Refused(Refusal.NoSuchParticipant);
        return Decision.Of([.. Moves.To(conference, People, To, by)]);
    }
}

/// <summary>Everybody comes back to the main room; the breakouts stay open.</summary>
public sealed record EmptyBreakouts : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var away = conference.Participants.Values.Where(p => !p.Room.IsMain).Select(p => p.Id).ToList();
        return Decision.Of([.. Moves.To(conference, away, RoomId.Main, by)]);
    }
}

/// <summary>A guest goes back to the main room, where the room allows it.</summary>
public sealed record LeaveBreakout : Command
{
    public override Right Right => Right.Inside;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        if (by.Participant is not { } id) return Decision.Refused(Refusal.InvalidRole);
        var asker = conference.Participants[id];
        if (conference.Rooms[asker.Room].Breakout is not { } breakout) return Decision.Nothing;
        if (!asker.IsHost && !breakout.GuestsMayLeave) return Decision.Refused(Refusal.InvalidRole);
        return Decision.Of([.. Moves.To(conference, [asker.Id], RoomId.Main, by)]);
    }
}

/// <summary>Somebody is in another room now. Their client is sent a ticket to follow, or told where to look.</summary>
public sealed record ParticipantMoved(ParticipantId Id, RoomId From, RoomId To, ParticipantId? By) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at)
    {
        var moved = conference.Participants[Id] with
        {
            Room = To,
            Presenting = false,
            SpotlitAt = null,
            VideoMix = "main",
            Ticketed = true,
        };
        return conference.With(moved).With(conference.Rooms[From].Without(Id));
    }
}

internal static class Moves
{
    public static IEnumerable<ConferenceEvent> To(
        Conference conference, IEnumerable<ParticipantId> people, RoomId room, Actor by) =>
        people.Distinct()
            .Select(id => conference.Participants[id])
            .Where(participant => participant.Room != room && !participant.Waiting)
            .Select(participant => new ParticipantMoved(participant.Id, participant.Room, room, by.Participant));
}
