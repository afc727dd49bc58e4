using System.Buffers.Binary;

namespace Plenum.Server.Branding.Intake;

/// <summary>Reads pieces of an archive's file at their place; what lies beyond its end is refused.</summary>
internal sealed class ZipBytes(Stream file)
{
    public long Length => file.Length;

    public byte[] At(long place, int length)
    {
        if (place < 0 || length < 0 || place + length > file.Length) throw new Unpackable("", "The archive is cut off or points beyond its own end; pack and upload it again.");
        var bytes = new byte[length];
        file.Position = place;
        file.ReadExactly(bytes);
        return bytes;
    }

    public static ushort Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    public static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
