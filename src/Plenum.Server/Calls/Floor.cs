using Plenum.Server.Conferences;
using Plenum.Server.Participants;

namespace Plenum.Server.Calls;

/// <summary>Somebody presents; whoever presented before no longer does.</summary>
public sealed record TakeFloor : Command
{
    public override Right Right => Right.Own;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var presenter = conference.Participants[Subject!.Value];
        if (!presenter.In) return Decision.Refused(Refusal.NotInMeeting);
        var room = conference.Rooms[presenter.Room];
        if (!presenter.IsHost && !room.GuestsCanPresent) return Decision.Refused(Refusal.InvalidRole);
        if (room.Presenter == presenter.Id) return Decision.Nothing;
        return room.Presenter is { } before
            ? Decision.Of(new FloorReleased(room.Id, before), new FloorTaken(room.Id, presenter.Id))
            : Decision.Of(new FloorTaken(room.Id, presenter.Id));
    }
}

/// <summary>Somebody stops presenting.</summary>
public sealed record ReleaseFloor : Command
{
    public override Right Right => Right.Own;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var presenter = conference.Participants[Subject!.Value];
        return Decision.If(presenter.Presenting, new FloorReleased(presenter.Room, presenter.Id));
    }
}

public sealed record FloorTaken(RoomId Room, ParticipantId Id) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) => conference
        .With(conference.Rooms[Room] with { Presenter = Id })
        .With(conference.Participants[Id] with { Presenting = true });
}

public sealed record FloorReleased(RoomId Room, ParticipantId Id) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) => conference
        .With(conference.Rooms[Room] with { Presenter = null })
        .With(conference.Participants[Id] with { Presenting = false });
}
