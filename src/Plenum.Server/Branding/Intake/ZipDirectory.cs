using System.Text;

namespace Plenum.Server.Branding.Intake;

/// <summary>
/// The directory at an archive's end, read strictly: what two readers could understand in two ways is refused, because the
/// one that checks and the one that serves must see the same files.
/// </summary>
internal static class ZipDirectory
{
    private const uint EndMark = 0x06054b50, EntryMark = 0x02014b50, FileMark = 0x04034b50, Zip64Mark = 0x07064b50;
    private const int EndLength = 22, EntryLength = 46, LongestComment = 65_535;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static (IReadOnlyList<ZipItem> Items, long Place) Read(ZipBytes file)
    {
        if (file.Length < EndLength || ZipBytes.Long(file.At(0, 4), 0) is not (FileMark or EndMark)) throw new Unpackable("", NotAnArchive(file));
        var (end, place) = End(file);
        var count = ZipBytes.Short(end, 10);
        var (length, start) = (ZipBytes.Long(end, 12), ZipBytes.Long(end, 16));
        if (count == ushort.MaxValue || start == uint.MaxValue || (place >= 20 && ZipBytes.Long(file.At(place - 20, 4), 0) == Zip64Mark))
            throw new Unpackable("", "The archive is in the ZIP64 format, which packages do not need; pack fewer or smaller files.");
        if (ZipBytes.Short(end, 4) != 0 || ZipBytes.Short(end, 6) != 0 || ZipBytes.Short(end, 8) != count)
            throw new Unpackable("", "The archive is one part of several; pack it into one file.");
        if (count == 0) throw new Unpackable("", "The archive is empty; pack the folder webapp2 into it.");
        if (count > PackageLimits.MostFiles * 2) throw new Unpackable("", $"The archive has {count} entries; a package has at most {PackageLimits.MostFiles} files.");
        if (start + (long)length != place) throw new Unpackable("", "The archive's directory is not where its end says; something was put before, between or behind. Pack it again.");
        return (Entries(file.At(start, (int)length), count), start);
    }

    private static (byte[] End, long Place) End(ZipBytes file)
    {
        var reach = (int)Math.Min(file.Length, EndLength + LongestComment);
        var tail = file.At(file.Length - reach, reach);
        var marks = Enumerable.Range(0, reach - EndLength + 1).Where(at => ZipBytes.Long(tail, at) == EndMark).ToList();
        if (marks.Count == 0) throw new Unpackable("", "The archive has no end: it was cut off, or something was put behind it. Upload it again.");
        var last = marks[^1];
        if (last + EndLength + ZipBytes.Short(tail, last + 20) != reach)
            throw new Unpackable("", "Something follows the archive's end; pack it again with nothing behind.");
        var place = file.Length - reach + last;
        // The mark may be part of a packed file by chance, but not after the directory has begun.
        var start = ZipBytes.Long(tail, last + 16);
        if (marks.Exists(at => at != last && file.Length - reach + at >= start))
            throw new Unpackable("", "The archive has two ends, and programs differ on which one counts; pack it again.");
        return (tail[last..(last + EndLength)], place);
    }

    private static List<ZipItem> Entries(byte[] directory, int count)
    {
        var items = new List<ZipItem>(count);
        var at = 0;
        for (; count > 0; count--)
        {
            if (at + EntryLength > directory.Length || ZipBytes.Long(directory, at) != EntryMark) throw Broken();
            int name = ZipBytes.Short(directory, at + 28), extra = ZipBytes.Short(directory, at + 30), comment = ZipBytes.Short(directory, at + 32);
            var next = at + EntryLength + name + extra + comment;
            if (next > directory.Length) throw Broken();
            var raw = directory[(at + EntryLength)..(at + EntryLength + name)];
            if (Renames(directory.AsSpan(at + EntryLength + name, extra), raw))
                throw new Unpackable(Findable(raw), "The entry has a second name in its extra field; pack it with another program.");
            if (ZipBytes.Short(directory, at + 34) != 0) throw new Unpackable(Findable(raw), "The entry is in another part of the archive; pack it into one file.");
            items.Add(new ZipItem(
                raw, Name(raw), (ushort)(ZipBytes.Short(directory, at + 4) >> 8), ZipBytes.Short(directory, at + 8), ZipBytes.Short(directory, at + 10),
                ZipBytes.Long(directory, at + 16), ZipBytes.Long(directory, at + 20), ZipBytes.Long(directory, at + 24),
                ZipBytes.Long(directory, at + 38), ZipBytes.Long(directory, at + 42)));
            at = next;
        }
        return at == directory.Length ? items : throw Broken();
    }

    /// <summary>The "Unicode path" field (0x7075) gives an entry another name than it shows.</summary>
    private static bool Renames(ReadOnlySpan<byte> extra, ReadOnlySpan<byte> name)
    {
        while (extra.Length >= 4 && ZipBytes.Short(extra, 2) + 4 <= extra.Length)
        {
            var field = extra[4..(4 + ZipBytes.Short(extra, 2))];
            if (ZipBytes.Short(extra, 0) == 0x7075 && field.Length >= 5 && !field[5..].SequenceEqual(name)) return true;
            extra = extra[(4 + field.Length)..];
        }
        return false;
    }

    private static string Name(byte[] raw)
    {
        try
        {
            return Strict.GetString(raw);
        }
        catch (DecoderFallbackException)
        {
            throw new Unpackable(Findable(raw), "The name of an entry is not UTF-8; rename the file, or pack it with a program that writes UTF-8.");
        }
    }

    private static string Findable(byte[] raw) => Encoding.Latin1.GetString(raw);

    private static Unpackable Broken() => new("", "The archive's directory is damaged; pack and upload it again.");

    private static string NotAnArchive(ZipBytes file)
    {
        if (file.Length == 0) return "The file is empty; upload a ZIP with the folder webapp2 in it.";
        var head = file.At(0, (int)Math.Min(file.Length, 64));
        var kind = head switch
        {
            [0x1F, 0x8B, ..] => "a gzip archive",
            [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => "a RAR archive",
            [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "a 7z archive",
            [(byte)'G', (byte)'I', (byte)'F', ..] => "a GIF picture, whatever follows it",
            _ when Encoding.Latin1.GetString(head).TrimStart().StartsWith('<') => "a page; was it saved in place of the archive?",
            _ when ZipBytes.Long(head.Length < 4 ? [0, 0, 0, 0] : head, 0) is FileMark => "the beginning of a ZIP archive only",
            _ => "something else",
        };
        return $"This is not a ZIP archive but {kind}; upload a ZIP with the folder webapp2 in it.";
    }
}
