using Plenum.Server.Conferences;
using Plenum.Server.Participants;

namespace Plenum.Server.Breakouts;

/// <summary>Somebody in a breakout asks for a host, or no longer does.</summary>
public sealed record AskForHost(bool On) : Command
{
    public override Right Right => Right.Inside;

    public override Decision Decide(Conference conference, Actor by, Circumstances circumstances)
    {
        var room = At(conference, by);
        if (room.Breakout is not { } breakout) return Decision.Nothing;
        return Decision.If(breakout.HelpWantedAt.HasValue != On, new HostAskedFor(room.Id, On ? by.Participant : null, On));
    }
}

public sealed record HostAskedFor(RoomId Room, ParticipantId? By, bool On) : ConferenceEvent
{
    public override Conference Apply(Conference conference, DateTimeOffset at)
    {
        var room = conference.Rooms[Room];
        return conference.With(room with
        {
            Breakout = room.Breakout! with { HelpWantedAt = On ? at : null, HelpWantedBy = On ? By : null },
        });
    }
}
