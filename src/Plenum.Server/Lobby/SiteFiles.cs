using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace Plenum.Server.Lobby;

/// <summary>The style and the script of the pages that the server writes itself, each under an address that names its content.</summary>
internal static class SiteFiles
{
    private const string Prefix = "site/";

    private static readonly FrozenDictionary<string, AppFile> Files = Load();

    public static readonly string Style = Address("site.css");
    public static readonly string CopyScript = Address("copy.js");

    /// <summary>The file, and whether the address names this very content.</summary>
    public static (AppFile File, bool Exact)? Find(string tag, string name) =>
        Files.TryGetValue(name, out var file) ? (file, file.Tag == tag) : null;

    public static string Address(string name) => $"/site/{Files[name].Tag}/{name}";

    private static FrozenDictionary<string, AppFile> Load()
    {
        var program = typeof(SiteFiles).Assembly;
        return program.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name => Read(program, name));
    }

    private static AppFile Read(Assembly program, string name)
    {
        using var stream = program.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new AppFile(AppFiles.TypeOf(name), Convert.ToHexStringLower(SHA256.HashData(bytes))[..20], bytes, null, null);
    }
}
