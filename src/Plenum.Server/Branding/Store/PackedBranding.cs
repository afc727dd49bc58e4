using System.IO.Compression;

namespace Plenum.Server.Branding.Store;

/// <summary>A branding as one ZIP of our own making: what is stored, and what is downloaded. The same content packs the same way.</summary>
internal static class PackedBranding
{
    private const string Root = "webapp2/";

    private static readonly DateTimeOffset LongAgo = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Pack(IReadOnlyDictionary<string, byte[]> files)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(Root + path);
                entry.LastWriteTime = LongAgo;
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        }
        return packed.ToArray();
    }

    /// <summary>Reads only what <see cref="Pack"/> wrote; what people send goes through the intake.</summary>
    public static BrandingFiles Unpack(byte[] packed)
    {
        using var archive = new ZipArchive(new MemoryStream(packed), ZipArchiveMode.Read);
        return BrandingFiles.Of(archive.Entries.ToDictionary(entry => entry.FullName[Root.Length..], Bytes));
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }
}
