using System.Collections.Frozen;

namespace Plenum.Server.Branding.Checking;

/// <summary>The files of a package as a checker sees them: found by their path, or by what somebody meant by it.</summary>
internal sealed class PackageFiles(IReadOnlyDictionary<string, byte[]> files)
{
    private static readonly string[] Folders = ["custom_configuration/", "configuration/"];

    private readonly FrozenDictionary<string, string> _whateverCapitals = files.Keys
        .GroupBy(path => path, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Paths => files.Keys;

    public byte[]? Find(string path) => files.GetValueOrDefault(path);

    public bool HasFolder(string folder) => files.Keys.Any(path => path.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase));

    /// <summary>The same path with other capitals, which is the same file on some computers and not here.</summary>
    public string? WithOtherCapitals(string path) => _whateverCapitals.GetValueOrDefault(path) is { } other && other != path ? other : null;

    /// <summary>Where an address leads that a file names: within its folder, or from the branding's root when it says so.</summary>
    public static Destination Resolve(string address, string folder)
    {
        var named = address.Split('#')[0].Split('?')[0];
        if (named.Length == 0) return Destination.Wrong("it is empty");
        if (named.Length > 500) return Destination.Wrong("it is longer than 500 characters");
        if (named.Contains('\\')) return Destination.Wrong("it has a backslash; write / between folders");
        if (named.Contains("%2e", StringComparison.OrdinalIgnoreCase) || named.Contains("%2f", StringComparison.OrdinalIgnoreCase)) return Destination.Wrong("it hides dots or slashes as %2e or %2f; write them plainly");
        if (named.StartsWith("//", StringComparison.Ordinal) || named.Split('/')[0].Contains(':')) return Destination.Wrong("it leads to another server; put the file into the package and name it by its path");
        var root = named.StartsWith("./", StringComparison.Ordinal) ? named[2..] : named;
        if (root.StartsWith("/webapp2/", StringComparison.Ordinal)) root = root["/webapp2/".Length..];
        if (Folders.FirstOrDefault(prefix => root.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix) return Within("", root[prefix.Length..]);
        return named[0] == '/' ? Destination.Wrong("it begins with /; name the file by its path from this one") : Within(folder, named);
    }

    public static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static Destination Within(string folder, string path)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in Uri.UnescapeDataString(path).Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else return Destination.Wrong("it leads out of the package");
        }
        return new Destination(string.Join('/', parts), null);
    }
}

/// <summary>Where an address leads, or why it leads nowhere.</summary>
internal sealed record Destination(string Path, string? Why)
{
    public static Destination Wrong(string why) => new("", why);
}
