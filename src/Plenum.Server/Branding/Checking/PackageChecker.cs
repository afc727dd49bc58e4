namespace Plenum.Server.Branding.Checking;

/// <summary>
/// Looks through a whole package and lists everything that is wrong with it at once. No I/O: the same for an upload, a folder,
/// and what is stored.
/// </summary>
internal static class PackageChecker
{
    /// <summary>The paths are those of the branding's root: <c>settings.json</c>, not <c>webapp2/settings.json</c>.</summary>
    public static CheckedPackage Check(IReadOnlyDictionary<string, byte[]> content)
    {
        var (files, findings) = (new PackageFiles(content), new Findings());
        foreach (var wanted in (string[])[SettingsChecker.File, Manifest.File])
            if (files.WithOtherCapitals(wanted) is { } other && files.Find(wanted) is null)
                findings.Error(other, null, $"{other} is spelt {wanted}, all in small letters; rename it.");
        var manifest = ManifestChecker.Check(files, findings);
        var entries = SettingsChecker.Check(files, findings);
        var plugins = entries.Select(entry => new PluginChecker(files, findings).Check(entry)).ToList();
        foreach (var twins in plugins.GroupBy(plugin => plugin.Id).Where(twins => twins.Count() > 1))
            findings.Error(twins.Last().File, null, $"The id {twins.Key} is in the package files of {twins.Count()} plugins; give each its own.");
        Languages.Check(files, findings);
        Leftovers(files, plugins, findings);
        return new CheckedPackage(manifest, plugins, findings.All);
    }

    /// <summary>A plugin that is there and not listed is the usual reason for one that does not appear.</summary>
    private static void Leftovers(PackageFiles files, List<PackagedPlugin> plugins, Findings findings)
    {
        foreach (var path in files.Paths.Where(IsPackageFile).Where(path => plugins.TrueForAll(plugin => plugin.File != path)).Order(StringComparer.Ordinal))
            findings.Warn(path, null, $"{path} is there, but settings.json lists no plugin with this srcURL, so it does not appear; list it, or remove it.");
    }

    private static bool IsPackageFile(string path) =>
        path.EndsWith(".plugin.package.json", StringComparison.Ordinal)
        || (path.StartsWith("plugins/", StringComparison.Ordinal) && path.EndsWith("/plugin.json", StringComparison.Ordinal));
}
