namespace Plenum.Server.Conferences;

/// <summary>A host closes or opens the door of a room. Opening it lets in who waited for that.</summary>
public sealed record LockRoom(bool Closed) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var room = At(conference, by);
        if (room.Locked == Closed) return Decision.Nothing;
        return Decision.Of(conference.Settle([new RoomLocked(room.Id, Closed)], circumstances));
    }
}

public sealed record RoomLocked(RoomId Room, bool Locked) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Rooms[Room] with { Locked = Locked });
}

/// <summary>A host starts the meeting for the guests who wait, without being in it with media.</summary>
public sealed record StartMeeting : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        if (conference.Meeting is null || conference.Main.Started) return Decision.Nothing;
        return Decision.Of(conference.Settle([new MeetingStarted()], circumstances));
    }
}

public sealed record MeetingStarted : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Main with { Started = true });
}
