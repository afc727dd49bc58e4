using Plenum.Server.Conferences;
using Plenum.Server.Participants;

namespace Plenum.Server.Breakouts;

/// <summary>A host closes one breakout; the people in it come back to the main room.</summary>
public sealed record CloseBreakout : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Room is { IsMain: false } room
            ? Decision.Of(conference.Settle(Closing.Of(conference, room, EndAction.Transfer, by), circumstances))
            : Decision.Refused(Refusal.NoSuchRoom);
}

/// <summary>A host closes every breakout.</summary>
public sealed record CloseAllBreakouts : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances) =>
        Decision.Of([.. conference.Rooms.Keys
            .Where(room => !room.IsMain)
            .SelectMany(room => Closing.Of(conference, room, EndAction.Transfer, by))]);
}

public sealed record BreakoutClosed(RoomId Room) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference with { Rooms = conference.Rooms.Remove(Room) };
}

internal static class Closing
{
    public static IEnumerable<ConferenceEvent> Of(Conference conference, RoomId room, EndAction action, Actor by)
    {
        var inside = conference.Participants.Values.Where(p => p.Room == room).Select(p => p.Id).ToList();
        var departures = action is EndAction.Transfer
            ? Moves.To(conference, inside, RoomId.Main, by)
            : inside.Select(id => new ParticipantLeft(id, Reasons.BreakoutClosed));
        return [.. departures, new BreakoutClosed(room)];
    }
}
