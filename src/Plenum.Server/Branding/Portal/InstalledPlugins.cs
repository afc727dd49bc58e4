using System.Collections.Concurrent;
using Plenum.Server.Branding.Store;

namespace Plenum.Server.Branding.Portal;

/// <summary>The plugins in brandings that are stored, to be picked for others. A branding never changes, so it is looked through once.</summary>
internal sealed class InstalledPlugins(BrandingShelf shelf, OfficialPlugins official)
{
    private const int MostBrandings = 50;

    private readonly ConcurrentDictionary<string, IReadOnlyList<PluginCard>> _known = new();

    /// <summary>Everything that can be picked: the program's own first, then those of the newest brandings, each version once.</summary>
    public async Task<IReadOnlyList<OfferedPlugin>> All(CancellationToken cancellation)
    {
        List<OfferedPlugin> all = [.. official.All.Select(plugin => new OfferedPlugin(plugin.Card, null, null))];
        foreach (var branding in (await shelf.All(cancellation)).Where(branding => branding.Plugins.Count > 0).Take(MostBrandings))
            foreach (var card in await Cards(branding.Id, cancellation))
                if (card.Movable && all.TrueForAll(known => known.Card.Id != card.Id || known.Card.Version != card.Version)) all.Add(new OfferedPlugin(card, branding.Id, branding.Name));
        return all;
    }

    /// <summary>A plugin of a stored branding with its files; null when there is none.</summary>
    public async Task<(PluginCard Card, IReadOnlyDictionary<string, byte[]> Files)?> Take(string branding, string plugin, CancellationToken cancellation)
    {
        if (await shelf.Package(branding, cancellation) is not { } packed) return null;
        var files = PackedBranding.Unpack(packed);
        return Cards(files).FirstOrDefault(card => card.Id == plugin) is { } card
            ? (card, files.Files.Where(file => file.Key.StartsWith(card.Folder, StringComparison.Ordinal)).ToDictionary())
            : null;
    }

    private async Task<IReadOnlyList<PluginCard>> Cards(string branding, CancellationToken cancellation)
    {
        if (_known.TryGetValue(branding, out var known)) return known;
        return await shelf.Package(branding, cancellation) is { } packed ? _known[branding] = Cards(PackedBranding.Unpack(packed)) : [];
    }

    private static IReadOnlyList<PluginCard> Cards(BrandingFiles files) =>
        [.. files.Judged.Plugins.Select(plugin => PluginCard.Read(plugin.File, files.Files, plugin.Id)).OfType<PluginCard>()];
}

/// <summary>A plugin that can be picked: one that comes with the program, or, where a branding is named, one of that.</summary>
public sealed record OfferedPlugin(PluginCard Card, string? Branding, string? BrandingName);
