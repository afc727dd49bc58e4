using System.IO.Compression;

namespace Plenum.Server.Branding.Intake;

/// <summary>
/// Takes files out of an archive whose directory is sound. Each entry must lie where the last one ended, say of itself what the
/// directory says, and have exactly the length and the checksum that it claims.
/// </summary>
internal sealed class ZipContent(ZipBytes file)
{
    private const uint FileMark = 0x04034b50, DescriptionMark = 0x08074b50;
    private const int HeaderLength = 30;

    /// <summary>Where each entry's bytes begin; the entries fill the file up to the directory without gaps and without sharing anything.</summary>
    public Dictionary<ZipItem, long> Places(IReadOnlyList<ZipItem> items, long directory)
    {
        var places = new Dictionary<ZipItem, long>(ReferenceEqualityComparer.Instance);
        var at = 0L;
        foreach (var item in items.OrderBy(item => item.Place))
        {
            if (item.Place != at) throw new Unpackable(item.Name, item.Place < at
                ? "Two entries share the same bytes, as only archives do that are made to fill disks; pack it again."
                : "There is something hidden before this entry that belongs to no file; pack the archive again.");
            places[item] = Header(item);
            at = places[item] + item.Packed;
            if (item.Described) at += Description(item, at);
        }
        return at == directory ? places : throw new Unpackable("", "There is something hidden before the archive's directory; pack it again.");
    }

    public byte[] Unpack(ZipItem item, long place)
    {
        var packed = file.At(place, (int)item.Packed);
        var bytes = item.Method == 0 ? packed : Inflate(item, packed);
        return Checksum.Of(bytes) == item.Checksum ? bytes : throw new Unpackable(item.Name, "The file is damaged: its checksum is wrong. Pack and upload it again.");
    }

    private long Header(ZipItem item)
    {
        var head = file.At(item.Place, HeaderLength);
        int name = ZipBytes.Short(head, 26), extra = ZipBytes.Short(head, 28);
        var sizes = (Checksum: ZipBytes.Long(head, 14), Packed: (long)ZipBytes.Long(head, 18), Size: (long)ZipBytes.Long(head, 22));
        // An entry that is described afterwards says nothing here, or the same.
        var silent = item.Described && sizes is { Checksum: 0, Packed: 0 or uint.MaxValue, Size: 0 or uint.MaxValue };
        if (ZipBytes.Long(head, 0) != FileMark
            || !file.At(item.Place + HeaderLength, name).AsSpan().SequenceEqual(item.RawName)
            || ZipBytes.Short(head, 6) != item.Flags || ZipBytes.Short(head, 8) != item.Method
            || (!silent && sizes != (item.Checksum, item.Packed, item.Size)))
            throw new Unpackable(item.Name, "The archive says one thing of this file in its directory and another beside the file itself; pack it again.");
        return item.Place + HeaderLength + name + extra;
    }

    private int Description(ZipItem item, long at)
    {
        var marked = ZipBytes.Long(file.At(at, 4), 0) == DescriptionMark;
        var text = file.At(at + (marked ? 4 : 0), 12);
        if (ZipBytes.Long(text, 0) != item.Checksum || ZipBytes.Long(text, 4) != item.Packed || ZipBytes.Long(text, 8) != item.Size)
            throw new Unpackable(item.Name, "The archive says one thing of this file in its directory and another behind the file itself; pack it again.");
        return marked ? 16 : 12;
    }

    private static byte[] Inflate(ZipItem item, byte[] packed)
    {
        var bytes = new byte[item.Size];
        using var inflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        try
        {
            var length = inflate.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length == bytes.Length && inflate.ReadByte() < 0) return bytes;
        }
        catch (InvalidDataException)
        {
            throw new Unpackable(item.Name, "The file is damaged and cannot be unpacked; pack and upload it again.");
        }
        throw new Unpackable(item.Name, "The file is not as long as the archive says; pack it again.");
    }
}
