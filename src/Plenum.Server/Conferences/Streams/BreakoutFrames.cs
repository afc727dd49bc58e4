using Plenum.Server.Breakouts;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Streams;

/// <summary>Breakouts beginning and ending for the hosts who oversee them, and the way there for who is moved.</summary>
internal static class BreakoutFrames
{
    public static void Opened(Step step, Telling telling, RoomId room) =>
        telling.Frames.Add(new Overseers(seat => Sync.Breakout(step.After, seat, room)));

    public static void Closed(Step step, Telling telling, RoomId room) =>
        telling.Frames.Add(new Overseers(seat => [Ended(seat, room)]));

    public static byte[] Begun(Seat seat, RoomId room) => Seated("breakout_begin", seat, room);

    public static Frame Follow(Conference conference, Participant moved, ParticipantMoved move, ITicketOffice tickets)
    {
        var name = conference.Rooms[move.To].Breakout?.Name;
        if (moved.OverseesBreakouts && !moved.FollowsRooms && name is not null)
        {
            var asker = move.By is { } by && by != moved.Id ? by : moved.Id;
            return new Whisper(moved.Id, "breakout_refer", () => SseText.Json(
                new BreakoutReferBody(move.To.ToString(), name, asker.ToString()), WireJson.Default.BreakoutReferBody));
        }

        return new Whisper(moved.Id, "refer", () =>
        {
            var to = new Destination(conference.Id, moved.LocalAlias, moved.Role, moved.Id);
            return SseText.Json(
                new ReferBody(moved.LocalAlias, tickets.Mint(conference, moved.Id, to, move.To))
                {
                    BreakoutName = name,
                    Target = name is null ? "main" : "breakout",
                    CallTag = moved.CallTag,
                },
                WireJson.Default.ReferBody);
        });
    }

    public static byte[] Ended(Seat seat, RoomId room) => Seated("breakout_end", seat, room);

    private static byte[] Seated(string name, Seat seat, RoomId room) => SseText.Event(name, SseText.Json(
        new BreakoutSeatBody(room.ToString(), seat.Id.ToString()), WireJson.Default.BreakoutSeatBody));

    /// <summary>Differs per host, since each is told of its own seat in the room.</summary>
    private sealed class Overseers(Func<Seat, IEnumerable<byte[]>> texts) : Frame
    {
        public override void WriteTo(IEventSink sink, Seat seat)
        {
            if (!seat.Oversees || seat.Waiting) return;
            foreach (var text in texts(seat)) sink.Write(text, null);
        }
    }
}
