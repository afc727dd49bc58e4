using System.Text.Json;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Forms;

namespace Plenum.Server.Branding.Portal;

/// <summary>What a plugin says of itself in its package file, for somebody who chooses.</summary>
/// <param name="Id">The plugin's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Description">What it is good for.</param>
/// <param name="Version">As its author counts.</param>
/// <param name="File">Its package file, by its path in the package.</param>
/// <param name="Roles">Whom it is for by itself; empty is everybody.</param>
/// <param name="Platforms">Where it runs by itself; empty is everywhere.</param>
/// <param name="Icon">The path of its picture and the id within, or null.</param>
/// <param name="Schema">What of it can be set.</param>
/// <param name="Findings">What is to be said about its package file.</param>
public sealed record PluginCard(
    string Id, string Name, string Description, string Version, string File, IReadOnlyList<string> Roles, IReadOnlyList<string> Platforms, string? Icon,
    SettingsSchema Schema, IReadOnlyList<Finding> Findings)
{
    public static readonly IReadOnlyList<string> AllRoles = ["chair", "guest"];

    public static readonly IReadOnlyList<string> AllPlatforms = ["web", "electron", "ios", "android"];

    /// <summary>The folder with everything that belongs to it, ending in a slash.</summary>
    public string Folder => PackageFiles.FolderOf(File);

    /// <summary>Where the package has what an administrator set.</summary>
    public string SettingsFile => Folder + "settings.json";

    /// <summary>Whether its files lie in a folder of their own, so that they can go along to another package.</summary>
    public bool Movable => Folder.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["plugins", _];

    /// <summary>Null when the file is none that describes a plugin.</summary>
    internal static PluginCard? Read(string file, IReadOnlyDictionary<string, byte[]> files, string? listedAs = null)
    {
        var findings = new Findings();
        if (!files.TryGetValue(file, out var bytes) || LocatedJson.Read(file, bytes, findings) is not { Kind: JsonValueKind.Object } json) return null;
        if ((json.TextOf("id") ?? listedAs) is not { } id || PluginIds.Wrong(id) is not null) return null;
        return new PluginCard(
            id, Said(json, "name") ?? id, Said(json, "description") ?? "", Said(json, "version") ?? "", file,
            Words(json, "participantRoles", AllRoles), Words(json, "platforms", AllPlatforms), Picture(file, json, files), SchemaReader.Read(file, json, findings), findings.All);
    }

    private static string? Said(LocatedJson json, string member) => json.TextOf(member) is { } text ? Checking.Findings.Printable(text) : null;

    private static IReadOnlyList<string> Words(LocatedJson json, string member, IReadOnlyList<string> known) =>
        [.. known.Where(word => (json.WordsOf(member) ?? []).Any(said => (said.Text.ToLowerInvariant() is "host" ? "chair" : said.Text.ToLowerInvariant()) == word))];

    /// <summary>Its own icon, or that of its first menu item.</summary>
    private static string? Picture(string file, LocatedJson json, IReadOnlyDictionary<string, byte[]> files)
    {
        var named = (json["menuItems"]?.Members.Values ?? []).SelectMany(items => items.Items).Select(item => item.TextOf("icon")).Prepend(json.TextOf("icon")).OfType<string>();
        foreach (var icon in named)
            if (PackageFiles.Resolve(icon, PackageFiles.FolderOf(file)) is { Why: null, Path: var path } && path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) && files.ContainsKey(path))
                return icon.Contains('#') ? $"{path}#{icon.Split('#')[^1]}" : path;
        return null;
    }
}
