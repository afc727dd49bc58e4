using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Plenum.Tests.Branding;

/// <summary>An archive written by hand, so that it can lie: each part of it says what the test wants it to say.</summary>
internal sealed class Zip
{
    private readonly List<Entry> _entries = [];

    public byte[] Before { get; init; } = [];

    public byte[] BeforeDirectory { get; init; } = [];

    public byte[] Comment { get; init; } = [];

    public byte[] After { get; init; } = [];

    public Action<byte[]>? End { get; init; }

    /// <summary>A package that is taken, with whatever a test adds.</summary>
    public static Zip Package(params Entry[] more) => new() { Entries = [.. Sound, .. more] };

    public static Entry[] Sound =>
    [
        Entry.Of("webapp2/settings.json", """{"plugins": []}"""),
        Entry.Of("webapp2/manifest.json", """{"brandingID": "7", "isSettingsBranded": true}"""),
    ];

    public IReadOnlyList<Entry> Entries { get => _entries; init => _entries = [.. value]; }

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        file.Write(Before);
        var places = new List<long>();
        foreach (var entry in _entries)
        {
            places.Add(entry.At ?? file.Position);
            if (entry.At is null) file.Write(entry.Local());
        }
        file.Write(BeforeDirectory);
        var start = file.Position;
        foreach (var (index, entry) in _entries.Index()) file.Write(entry.Central((uint)places[index]));
        var end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)_entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)_entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)(file.Position - start));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)start);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(20), (ushort)Comment.Length);
        End?.Invoke(end);
        file.Write(end);
        file.Write(Comment);
        file.Write(After);
        return file.ToArray();
    }
}

/// <summary>One entry, honest unless told otherwise.</summary>
internal sealed record Entry(byte[] Name, byte[] Content)
{
    private byte[]? _deflated;
    private uint? _sum;

    public byte[]? LocalName { get; init; }

    public ushort Method { get; init; } = 8;

    public ushort Flags { get; init; } = 1 << 11;

    public ushort? LocalFlags { get; init; }

    public uint? Checksum { get; init; }

    public uint? Size { get; init; }

    public uint? LocalSize { get; init; }

    public uint? PackedSize { get; init; }

    /// <summary>The Unix mode; zero says nothing.</summary>
    public int Mode { get; init; }

    public byte[] Extra { get; init; } = [];

    /// <summary>Where the entry claims to lie, with no bytes of its own.</summary>
    public long? At { get; init; }

    public byte[]? Packed { get; init; }

    public static Entry Of(string name, string content = "x") => new(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(content));

    public static Entry Of(string name, byte[] content) => new(Encoding.UTF8.GetBytes(name), content);

    public byte[] Local()
    {
        var head = new byte[30];
        BinaryPrimitives.WriteUInt32LittleEndian(head, 0x04034b50);
        Middle(head.AsSpan(4), LocalFlags ?? Flags, LocalSize ?? Size);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(26), (ushort)(LocalName ?? Name).Length);
        return [.. head, .. LocalName ?? Name, .. Bytes];
    }

    public byte[] Central(uint place)
    {
        var head = new byte[46];
        BinaryPrimitives.WriteUInt32LittleEndian(head, 0x02014b50);
        head[5] = (byte)(Mode == 0 ? 0 : 3);
        Middle(head.AsSpan(6), Flags, Size);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(28), (ushort)Name.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(30), (ushort)Extra.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(38), (uint)Mode << 16);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(42), place);
        return [.. head, .. Name, .. Extra];
    }

    private byte[] Bytes => Packed ?? (Method == 8 ? _deflated ??= Deflated(Content) : Content);

    private void Middle(Span<byte> head, ushort flags, uint? size)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(head, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(head[2..], flags);
        BinaryPrimitives.WriteUInt16LittleEndian(head[4..], Method);
        BinaryPrimitives.WriteUInt32LittleEndian(head[10..], Checksum ?? (_sum ??= Plenum.Server.Branding.Intake.Checksum.Of(Content)));
        BinaryPrimitives.WriteUInt32LittleEndian(head[14..], PackedSize ?? (uint)Bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[18..], size ?? (uint)Content.Length);
    }

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(content);
        return packed.ToArray();
    }
}
