using Plenum.Server.Branding;

namespace Plenum.Server.Management;

/// <summary>What a branding changes from another: files, and plugins with their versions.</summary>
public sealed record BrandingDiff(
    string From, string To, IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Changed, IReadOnlyList<PluginChange> Plugins)
{
    internal static BrandingDiff Between(BrandingFiles from, BrandingFiles to) => new(
        from.Hash,
        to.Hash,
        Sorted(to.Files.Keys.Except(from.Files.Keys)),
        Sorted(from.Files.Keys.Except(to.Files.Keys)),
        Sorted(to.Files.Where(file => from.Files.TryGetValue(file.Key, out var before) && !before.AsSpan().SequenceEqual(file.Value)).Select(file => file.Key)),
        Changes(from, to));

    private static List<PluginChange> Changes(BrandingFiles from, BrandingFiles to)
    {
        var (before, after) = (Versions(from), Versions(to));
        return [.. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(id => new PluginChange(id, before.GetValueOrDefault(id), after.GetValueOrDefault(id)))
            .Where(change => change.Before != change.After || Touched(from, to, change.Id))];
    }

    private static Dictionary<string, string> Versions(BrandingFiles branding) =>
        branding.Judged.Plugins.DistinctBy(plugin => plugin.Id).ToDictionary(plugin => plugin.Id, plugin => plugin.Version);

    /// <summary>A plugin that changed without its version is worth a line too.</summary>
    private static bool Touched(BrandingFiles from, BrandingFiles to, string id) => to.Judged.Plugins.First(plugin => plugin.Id == id) is var plugin
        && Branding.Checking.PackageFiles.FolderOf(plugin.File) is { Length: > 0 } folder
        && to.Files.Where(file => file.Key.StartsWith(folder, StringComparison.Ordinal)).Any(file => !from.Files.TryGetValue(file.Key, out var before) || !before.AsSpan().SequenceEqual(file.Value));

    private static List<string> Sorted(IEnumerable<string> paths) => [.. paths.Order(StringComparer.Ordinal)];
}

/// <summary>A plugin and its version before and after; null where it is not there.</summary>
public sealed record PluginChange(string Id, string? Before, string? After);
