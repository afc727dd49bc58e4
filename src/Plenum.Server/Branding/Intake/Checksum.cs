namespace Plenum.Server.Branding.Intake;

/// <summary>The CRC-32 of ZIP, which the platform's own reader does not compare.</summary>
internal static class Checksum
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(number =>
    {
        var value = (uint)number;
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : value >> 1 ^ 0xEDB88320;
        return value;
    })];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var next in bytes) sum = Table[(sum ^ next) & 0xFF] ^ sum >> 8;
        return ~sum;
    }
}
