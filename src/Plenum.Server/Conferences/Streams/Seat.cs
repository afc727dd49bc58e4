using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Streams;

/// <summary>From where a stream looks at the conference: what decides which shape of a frame it gets, if any.</summary>
internal sealed record Seat(ParticipantId Id, bool Host, bool Oversees, RoomId Room, bool Waiting)
{
    public static Seat Of(Participant participant) => new(
        participant.Id,
        participant.IsHost,
        participant.OverseesBreakouts && !participant.Waiting,
        participant.Room,
        participant.Waiting);

    /// <summary>The room whose events come plainly.</summary>
    public RoomId Home => Oversees ? RoomId.Main : Room;
}
