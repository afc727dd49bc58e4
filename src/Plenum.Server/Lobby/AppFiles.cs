using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Plenum.Server.Hosting;

namespace Plenum.Server.Lobby;

/// <summary>The built web app as one immutable snapshot: every file by its path under the server's root, such as <c>webapp2/app.css</c>.</summary>
internal sealed class AppFiles
{
    private static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [".js"] = "text/javascript; charset=utf-8", [".css"] = "text/css; charset=utf-8", [".html"] = "text/html; charset=utf-8" } };

    private readonly FrozenDictionary<string, AppFile> _files;

    private AppFiles(FrozenDictionary<string, AppFile> files, BuiltApp app)
    {
        _files = files;
        App = app;
    }

    /// <summary>Which scripts and styles the entry page needs.</summary>
    public BuiltApp App { get; }

    /// <summary>What a file of the app must be for a browser to use it; null for what is not there.</summary>
    public string? Integrity(string path) => Find("webapp2/" + path)?.Integrity;

    public AppFile? Find(string path) => _files.GetValueOrDefault(path);

    public static AppFiles Load() => Load(Path.Combine(AppContext.BaseDirectory, "web"));

    public static AppFiles Load(string folder)
    {
        var manifest = Path.Combine(folder, "webapp2", ".vite", "manifest.json");
        if (!File.Exists(manifest)) throw new Refused($"the web app is missing from {folder}: build or unpack Plenum again");
        return new AppFiles(
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => !IsPacked(file) && file != manifest)
                .ToFrozenDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), Read),
            BuiltApp.Read(manifest));
    }

    private static bool IsPacked(string file) => file.EndsWith(".br", StringComparison.Ordinal) || file.EndsWith(".gz", StringComparison.Ordinal);

    private static AppFile Read(string file)
    {
        var plain = File.ReadAllBytes(file);
        if (plain.Length == 0) throw new Refused($"{file} is empty: build or unpack Plenum again");
        return new AppFile(TypeOf(file), Convert.ToHexStringLower(SHA256.HashData(plain))[..20], plain, Packed(file + ".br"), Packed(file + ".gz"));
    }

    internal static string TypeOf(string file) => Types.TryGetContentType(file, out var type) ? type : "application/octet-stream";

    private static byte[]? Packed(string file) => File.Exists(file) ? File.ReadAllBytes(file) : null;
}
