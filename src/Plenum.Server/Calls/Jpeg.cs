namespace Plenum.Server.Calls;

/// <summary>Tells a JPEG by its markers, from the start of the image to its end, without decoding it.</summary>
internal static class Jpeg
{
    private const byte Marker = 0xFF;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    public static bool Is(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [Marker, StartOfImage, .. var rest] || rest is not [.., Marker, EndOfImage]) return false;
        var framed = false;
        while (rest.Length >= 4 && rest[0] == Marker)
        {
            if (rest[1] == StartOfScan) return framed;
            var length = (rest[2] << 8) | rest[3];
            if (length < 2 || length + 2 > rest.Length) return false;
            framed |= IsFrame(rest[1]) && HasSize(rest[4..(length + 2)]);
            rest = rest[(length + 2)..];
        }

        return false;
    }

    /// <summary>One of the ways to code a picture; the three others in this range are tables.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool HasSize(ReadOnlySpan<byte> frame) => frame is [_, var h1, var h2, var w1, var w2, ..] && (h1 | h2) != 0 && (w1 | w2) != 0;
}
