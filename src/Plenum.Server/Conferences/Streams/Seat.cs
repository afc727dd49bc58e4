using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Streams;

/// <summary>From where a stream looks at the conference: what decides which shape of a frame it gets, if any.</summary>
internal sealed record Seat(ParticipantId Id, bool Host, bool Oversees, RoomId Room, bool Waiting, bool Follows = false)
{
    public static Seat Of(Participant participant) => new(
        participant.Id,
        participant.IsHost,
        participant.OverseesBreakouts && !participant.Waiting,
        participant.Room,
        participant.Waiting,
        participant.FollowsRooms);

    /// <summary>The room whose events come plainly.</summary>
    public RoomId Home => Oversees && !Follows ? RoomId.Main : Room;

    /// <summary>Whether it also hears of a room wrapped, as one of those beside its own: of the main room only from inside a breakout.</summary>
    public bool HearsWrapped(RoomId room) => Oversees && !(room.IsMain && Home.IsMain);
}
