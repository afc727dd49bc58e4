using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Plenum.Contracts.Scripts;

/// <summary>Frames on a pipe: four bytes of length, lowest first, then JSON. Neither end believes a length beyond the limit.</summary>
public static class Framing
{
    /// <summary>Of one frame; what scripts may send is limited far below.</summary>
    public const int Longest = 16 * 1024 * 1024;

    private const int Head = 4;

    public static byte[] Of<T>(T message, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(message, type);
        if (json.Length > Longest) throw new InvalidDataException($"A frame of {json.Length} bytes is too long.");
        var frame = new byte[Head + json.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, json.Length);
        json.CopyTo(frame, Head);
        return frame;
    }

    /// <summary>The next message, or null when the other end is gone.</summary>
    /// <exception cref="InvalidDataException">What came is no frame.</exception>
    public static async ValueTask<T?> Next<T>(Stream stream, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        var head = new byte[Head];
        if (await stream.ReadAtLeastAsync(head, Head, throwOnEndOfStream: false, cancellation) < Head) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 2 or > Longest) throw new InvalidDataException($"A frame cannot have {length} bytes.");
        var json = new byte[length];
        if (await stream.ReadAtLeastAsync(json, length, throwOnEndOfStream: false, cancellation) < length) return null;
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("A frame holds no message.", e);
        }
    }
}
