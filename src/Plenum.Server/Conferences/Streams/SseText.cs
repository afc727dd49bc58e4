using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Plenum.Server.Conferences.Wire;

namespace Plenum.Server.Conferences.Streams;

/// <summary>
/// The text of stream events. A payload is JSON, so no line break of it is ever raw; an empty one is <c>null</c>, because
/// official clients drop events without data.
/// </summary>
internal static class SseText
{
    public static readonly byte[] Heartbeat = ": still here\n\n"u8.ToArray();

    public static readonly byte[] Superseded = Event("superseded", "null"u8);

    public static byte[] Json<T>(T body, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(body, type);

    public static byte[] Event(string name, ReadOnlySpan<byte> payload)
    {
        var text = new ArrayBufferWriter<byte>(name.Length + payload.Length + 20);
        Encoding.UTF8.GetBytes($"event: {name}\ndata: ", text);
        text.Write(payload);
        text.Write("\n\n"u8);
        return text.WrittenSpan.ToArray();
    }

    /// <summary>The same event, as those hear it who oversee the breakout from outside.</summary>
    public static byte[] InBreakout(RoomId room, string name, ReadOnlySpan<byte> payload)
    {
        var text = new ArrayBufferWriter<byte>(payload.Length + 140);
        Encoding.UTF8.GetBytes(
            $$"""event: breakout_event{{'\n'}}data: {"breakout_uuid":"{{room}}","event":"{{name}}","data":""", text);
        text.Write(payload);
        text.Write("}\n\n"u8);
        return text.WrittenSpan.ToArray();
    }

    /// <summary>An event that clients ask about by its <c>id:</c> line.</summary>
    public static byte[] Named(string? id, byte[] text) => id is null ? text : [.. Encoding.UTF8.GetBytes($"id: {id}\n"), .. text];

    /// <summary>Where a resuming client may go on from. Dispatches nothing.</summary>
    public static byte[] Bookmark(ConferenceId conference, long version) =>
        Encoding.UTF8.GetBytes($"id: {conference}:{version}\n\n");

    /// <summary>Goes before an event's own lines, so that the event and its place in the log arrive together or not at all.</summary>
    public static byte[] Number(ConferenceId conference, long version) => Encoding.UTF8.GetBytes($"id: {conference}:{version}\n");

    public static byte[] Disconnect(string reason) =>
        Event("disconnect", Json(new ReasonBody(reason), WireJson.Default.ReasonBody));
}
