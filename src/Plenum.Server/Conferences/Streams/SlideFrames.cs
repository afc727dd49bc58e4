using Plenum.Server.Calls;

namespace Plenum.Server.Conferences.Streams;

/// <summary>A new still picture of a presentation: the event says no more than what it is called.</summary>
internal static class SlideFrames
{
    public static RoomFrame Of(Slide slide) => new(slide.Room, "presentation_frame", _ => "null"u8.ToArray())
    {
        SameForAll = true,
        Id = slide.Id,
        Supersedes = $"slide {slide.Room}",
    };
}

/// <summary>
/// Writes to a client that resumes an event whose <c>id:</c> is no place in the log, and the client's place right behind it,
/// in one piece: whatever is cut or skipped, the last id before the next event is a place again.
/// </summary>
internal sealed class Bookmarked(IEventSink stream, Conference conference) : IEventSink
{
    public void Write(byte[] text, string? supersedes) =>
        stream.Write([.. text, .. SseText.Bookmark(conference.Id, conference.Version)], supersedes);
}
