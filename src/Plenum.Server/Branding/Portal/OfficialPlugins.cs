using System.Collections.Frozen;

namespace Plenum.Server.Branding.Portal;

/// <summary>
/// The plugins that come with the program, from the folder <c>plugins</c> beside it: each with its files by the path that
/// they have in a package. Read when first wanted, and never again.
/// </summary>
internal sealed class OfficialPlugins(string folder)
{
    private static readonly EnumerationOptions Plainly = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint, MaxRecursionDepth = 8 };

    private readonly Lazy<IReadOnlyList<OfficialPlugin>> _all = new(() => Read(folder));

    public OfficialPlugins()
        : this(Path.Combine(AppContext.BaseDirectory, "plugins"))
    {
    }

    /// <summary>By their names.</summary>
    public IReadOnlyList<OfficialPlugin> All => _all.Value;

    public OfficialPlugin? Find(string id) => All.FirstOrDefault(plugin => plugin.Card.Id == id);

    private static List<OfficialPlugin> Read(string folder) => !Directory.Exists(folder) ? [] :
        [.. new DirectoryInfo(folder).EnumerateDirectories().Select(Plugin).OfType<OfficialPlugin>().OrderBy(plugin => plugin.Card.Name, StringComparer.OrdinalIgnoreCase)];

    private static OfficialPlugin? Plugin(DirectoryInfo folder)
    {
        var files = folder.EnumerateFiles("*", Plainly).ToFrozenDictionary(
            file => $"plugins/{folder.Name}/{Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/')}", file => File.ReadAllBytes(file.FullName));
        return files.Keys.FirstOrDefault(path => path.EndsWith(".plugin.package.json", StringComparison.Ordinal)) is { } file && PluginCard.Read(file, files) is { } card
            ? new OfficialPlugin(card, files)
            : null;
    }
}

/// <summary>A plugin that comes with the program.</summary>
internal sealed record OfficialPlugin(PluginCard Card, IReadOnlyDictionary<string, byte[]> Files);
