using Plenum.Server.Calls;
using Plenum.Server.Conferences.Wire;
using Plenum.Server.Participants;

namespace Plenum.Server.Conferences.Streams;

/// <summary>Presentations starting and stopping.</summary>
internal static class FloorFrames
{
    public static readonly byte[] Stop = SseText.Event("presentation_stop", "null"u8);

    public static void Taken(Step step, Telling telling, FloorTaken taken)
    {
        var presenter = step.After.Participants[taken.Id];
        telling.Frames.Add(Started(taken.Room, presenter));
        telling.Frames.Add(RosterFrames.Update(step.After, presenter));
    }

    public static void Released(Step step, Telling telling, RoomId room, ParticipantId id)
    {
        Stopped(telling, room);
        if (step.After.Participants.TryGetValue(id, out var former)) telling.Frames.Add(RosterFrames.Update(step.After, former));
    }

    public static void Stopped(Telling telling, RoomId room) =>
        telling.Frames.Add(new RoomFrame(room, "presentation_stop", _ => "null"u8.ToArray()) { SameForAll = true });

    public static RoomFrame Started(RoomId room, Participant presenter) => new(
        room,
        "presentation_start",
        host => SseText.Json(
            new PresenterBody(presenter.Name, host ? presenter.Uri : "", presenter.Id.ToString(), "video"),
            WireJson.Default.PresenterBody));
}
