using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Plenum.Server.Hosting;

namespace Plenum.Server.Branding;

/// <summary>
/// A branding as a folder that somebody works in: it holds <c>settings.json</c>, or <c>webapp2/</c> that does. Hidden files
/// and links are left out, so nothing outside the folder is ever served.
/// </summary>
internal sealed class BrandingFolder(string folder)
{
    private const int MostFiles = 5_000;
    private const long MostBytes = 50L * 1024 * 1024;

    private static readonly EnumerationOptions Plainly = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
        MaxRecursionDepth = 32,
    };

    public string Path => folder;

    private string Root => System.IO.Path.Combine(folder, "webapp2") is var inner && !File.Exists(System.IO.Path.Combine(folder, "settings.json"))
        && Directory.Exists(inner) && !File.GetAttributes(inner).HasFlag(FileAttributes.ReparsePoint) ? inner : folder;

    /// <summary>What is there now, or why it cannot be served.</summary>
    public BrandingFiles Read()
    {
        try
        {
            var root = Root;
            return BrandingFiles.Of(Files(root).ToDictionary(
                file => System.IO.Path.GetRelativePath(root, file.FullName).Replace('\\', '/'),
                file => File.ReadAllBytes(file.FullName)));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new Refused($"the branding folder {folder} cannot be read: {unreadable.Message}");
        }
    }

    /// <summary>Something that differs when any file was added, removed or written; reads no file.</summary>
    public string Trace()
    {
        try
        {
            using var trace = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var file in Files(Root).OrderBy(file => file.FullName, StringComparer.Ordinal))
                trace.AppendData(Encoding.UTF8.GetBytes($"{file.FullName}\n{file.Length} {file.LastWriteTimeUtc.Ticks}\n"));
            return Convert.ToHexStringLower(trace.GetHashAndReset());
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new Refused($"the branding folder {folder} cannot be read: {unreadable.Message}");
        }
    }

    /// <summary>What is wrong with <c>settings.json</c> as JSON, with its line; null when nothing is. It is served as it is.</summary>
    public static string? Complaint(BrandingFiles branding)
    {
        if (!branding.Files.TryGetValue("settings.json", out var settings)) return "settings.json is missing";
        try
        {
            JsonDocument.Parse(settings.AsMemory(settings is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0)).Dispose();
            return null;
        }
        catch (JsonException broken)
        {
            return $"settings.json, line {broken.LineNumber + 1}: {broken.Message.Split(" LineNumber:")[0]}";
        }
    }

    private List<FileInfo> Files(string root)
    {
        List<FileInfo> files = [];
        var bytes = 0L;
        foreach (var file in new DirectoryInfo(root).EnumerateFiles("*", Plainly))
        {
            files.Add(file);
            bytes += file.Length;
            if (files.Count > MostFiles) throw new Refused($"the branding folder {folder} has more than {MostFiles} files: is it the right one?");
            if (bytes > MostBytes) throw new Refused($"the branding folder {folder} holds more than {MostBytes / 1024 / 1024} MB: is it the right one?");
        }

        return files;
    }
}
