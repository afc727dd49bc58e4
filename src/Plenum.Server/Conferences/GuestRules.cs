namespace Plenum.Server.Conferences;

/// <summary>Whether guests whom a host silenced may speak up by themselves.</summary>
public sealed record LetGuestsUnmute(bool Allowed) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var room = At(conference, by);
        return Decision.If(room.GuestsCanUnmute != Allowed, new GuestsMayUnmute(room.Id, Allowed));
    }
}

public sealed record GuestsMayUnmute(RoomId Room, bool Allowed) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Rooms[Room] with { GuestsCanUnmute = Allowed });
}

/// <summary>Whether guests may present.</summary>
public sealed record LetGuestsPresent(bool Allowed) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var room = At(conference, by);
        if (room.GuestsCanPresent == Allowed) return Decision.Nothing;
        List<ConferenceEvent> events = [new GuestsMayPresent(room.Id, Allowed)];
        if (!Allowed && room.Presenter is { } presenter && !conference.Participants[presenter].IsHost)
        {
            events.Add(new Calls.FloorReleased(room.Id, presenter));
        }

        return Decision.Of(events);
    }
}

public sealed record GuestsMayPresent(RoomId Room, bool Allowed) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Rooms[Room] with { GuestsCanPresent = Allowed });
}

/// <summary>When guests see other guests.</summary>
public sealed record LetGuestsSee(GuestSight Sight) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var room = At(conference, by);
        return Decision.If(room.GuestsSee != Sight, new GuestsSee(room.Id, Sight));
    }
}

public sealed record GuestsSee(RoomId Room, GuestSight Sight) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Rooms[Room] with { GuestsSee = Sight });
}

/// <summary>Chat on or off.</summary>
public sealed record EnableChat(bool On) : Command
{
    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var room = At(conference, by);
        return Decision.If(room.ChatEnabled != On, new ChatEnabled(room.Id, On));
    }
}

public sealed record ChatEnabled(RoomId Room, bool On) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at) =>
        conference.With(conference.Rooms[Room] with { ChatEnabled = On });
}
