namespace Plenum.Server.Conferences.Streams;

/// <summary>
/// Writes the frames of one step for a client that resumes: the last of them carries the step's number, so that a stream
/// cut in the middle of a step is told the whole step again, and one cut after it is not.
/// </summary>
internal sealed class Numbered(EventStream stream) : IEventSink
{
    private (byte[] Text, string? Supersedes)? last;

    public static void Write(Telling telling, EventStream stream, Conference after, RosterLines lines)
    {
        var numbered = new Numbered(stream);
        stream.Seat = telling.WriteTo(numbered, stream.Seat, lines);
        if (numbered.last is not { } text) return;
        stream.Write(SseText.Number(after.Id, after.Version), null);
        stream.Write(text.Text, text.Supersedes);
    }

    void IEventSink.Write(byte[] text, string? supersedes)
    {
        if (last is { } before) stream.Write(before.Text, before.Supersedes);
        last = (text, supersedes);
    }
}
