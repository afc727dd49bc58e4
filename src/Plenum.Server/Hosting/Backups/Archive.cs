using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Plenum.Server.Hosting.Backups;

/// <summary>The archive's file: a gzipped tar whose manifest comes first and vouches for all the rest.</summary>
internal static class Archive
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes beside the target and renames: a half archive never has the archive's name.</summary>
    public static void Write(string target, string folder, Func<IReadOnlyDictionary<string, string>, Manifest> describe)
    {
        var part = target + ".part";
        File.Delete(part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        // It holds keys and password hashes.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Private;
        using (var file = new FileStream(part, options))
        {
            using (var packed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
            using (var tar = new TarWriter(packed))
                Fill(tar, folder, describe);
            file.Flush(flushToDisk: true);
        }
        File.Move(part, target);
    }

    /// <summary>Unpacks into an empty folder. What the manifest does not name, or names with another hash, is refused.</summary>
    public static Manifest Read(string source, string folder)
    {
        try
        {
            using var packed = new GZipStream(File.OpenRead(source), CompressionMode.Decompress);
            using var tar = new TarReader(packed);
            return Unpack(tar, folder);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw new Refused($"cannot read the archive {source}: {broken.Message}");
        }
    }

    private static void Fill(TarWriter tar, string folder, Func<IReadOnlyDictionary<string, string>, Manifest> describe)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            hashes[Path.GetRelativePath(folder, file)] = Hash(file);
        using (var manifest = new MemoryStream(describe(hashes).Write()))
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, Manifest.Name) { DataStream = manifest, Mode = Private });
        foreach (var name in hashes.Keys)
            tar.WriteEntry(Path.Combine(folder, name), name);
    }

    private static Manifest Unpack(TarReader tar, string folder)
    {
        if (tar.GetNextEntry() is not { Name: Manifest.Name, DataStream: { } described })
            throw new InvalidDataException("it does not begin with a manifest");
        var manifest = Manifest.Read(described);
        var missing = manifest.Files.Keys.ToHashSet();
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is not TarEntryType.RegularFile || !missing.Remove(entry.Name) || !Inside(entry.Name))
                throw new InvalidDataException($"{entry.Name} does not belong there");
            var file = Path.Combine(folder, entry.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            entry.ExtractToFile(file, overwrite: false);
            if (Hash(file) != manifest.Files[entry.Name])
                throw new InvalidDataException($"{entry.Name} is damaged");
        }
        return missing.Count == 0 ? manifest : throw new InvalidDataException($"{missing.First()} is missing");
    }

    private static bool Inside(string name) => !Path.IsPathRooted(name) && !name.Split('/', '\\').Contains("..");

    private static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
