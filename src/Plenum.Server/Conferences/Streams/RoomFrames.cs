using Plenum.Server.Conferences.Wire;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Streams;

/// <summary>What a room says of itself.</summary>
internal static class RoomFrames
{
    public static RoomFrame Status(Conference conference, RoomId room) => new(
        room,
        "conference_update",
        _ => SseText.Json(StatusBody.Of(conference, conference.Rooms[room]), WireJson.Default.StatusBody))
    {
        SameForAll = true,
        ReachesWaiting = true,
        Supersedes = $"status {room}",
    };

    public static RoomFrame Layout(Conference conference, RoomId room) => new(
        room,
        "layout",
        host => SseText.Json(LayoutBody.Of(conference.Rooms[room], conference.In(room), host), WireJson.Default.LayoutBody))
    {
        NeverWrapped = true,
        Supersedes = $"layout {room}",
    };

    /// <summary>Whether nothing that the status tells has changed.</summary>
    public static bool SameStatus(Step step, Room before, Room after)
    {
        var quiet = before with { Layout = after.Layout, Mixes = after.Mixes, Presenter = after.Presenter, Clock = after.Clock };
        if (quiet != after || step.Before.Meeting?.Id != step.After.Meeting?.Id) return false;
        return step.Happened is not (Calls.DialAnswered or ParticipantLeft) || Streams(step.Before) == Streams(step.After);
    }

    private static bool Streams(Conference conference) => conference.Participants.Values.Any(p => p.Streaming && p.In);
}
