using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding.Intake;

/// <summary>A package out of a ZIP: all of its files by their path from the branding's root, or the reasons why not. Writes nothing.</summary>
internal static class PackageArchive
{
    private static readonly string[] Archives = [".zip", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".jar", ".zst"];

    public static IReadOnlyDictionary<string, byte[]> Read(Stream archive, Findings findings)
    {
        try
        {
            var file = new ZipBytes(archive);
            var (items, directory) = ZipDirectory.Read(file);
            ZipNames.Check(items, findings);
            ZipSizes.Check(items, findings);
            if (findings.Fatal) return Nothing;
            var content = new ZipContent(file);
            var places = content.Places(items, directory);
            var files = items.Where(item => !item.IsFolder && !ZipNames.IsLitter(item.Name)).ToList();
            Dictionary<string, byte[]> all = [];
            foreach (var item in files)
            {
                var bytes = content.Unpack(item, places[item]);
                if (IsArchive(item.Name, bytes)) findings.Error(item.Name, null, "The file is an archive itself; put the files in it into the package.");
                all[item.Name] = bytes;
            }
            return findings.Fatal ? Nothing : Rooted(all, findings);
        }
        catch (Unpackable broken)
        {
            findings.Error(broken.File, null, broken.Message);
            return Nothing;
        }
    }

    private static Dictionary<string, byte[]> Nothing => [];

    private static bool IsArchive(string name, byte[] bytes) =>
        bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [0x1F, 0x8B, 8, ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..]
        || Array.Exists(Archives, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Packages have all in <c>webapp2/</c>, or lie one folder deeper when somebody packed that folder's parent.</summary>
    private static Dictionary<string, byte[]> Rooted(Dictionary<string, byte[]> all, Findings findings)
    {
        var root = Roots(all.Keys).FirstOrDefault(root => all.ContainsKey(root + SettingsChecker.File) || all.ContainsKey(root + Manifest.File))
            ?? Roots(all.Keys).FirstOrDefault(root => root.EndsWith("webapp2/", StringComparison.Ordinal) && all.Keys.Any(path => path.StartsWith(root, StringComparison.Ordinal)));
        if (root is null)
        {
            findings.Error("", null, "This is no branding: it has neither webapp2/settings.json nor webapp2/manifest.json. Pack the folder webapp2 with them in it.");
            return Nothing;
        }
        var outside = all.Keys.Where(path => !path.StartsWith(root, StringComparison.Ordinal)).ToList();
        if (outside.Count > 0)
            findings.Warn(outside[0], null, $"{outside.Count} file{(outside.Count == 1 ? " is" : "s are")} outside of {root} and not used, such as {outside[0]}.");
        return all.Where(file => file.Key.StartsWith(root, StringComparison.Ordinal)).ToDictionary(file => file.Key[root.Length..], file => file.Value);
    }

    private static IEnumerable<string> Roots(IEnumerable<string> paths)
    {
        var tops = paths.Where(path => path.Contains('/')).Select(path => path.Split('/')[0] + "/").Distinct().ToList();
        return ["webapp2/", "", .. tops.Count == 1 ? (string[])[$"{tops[0]}webapp2/", tops[0]] : []];
    }
}
