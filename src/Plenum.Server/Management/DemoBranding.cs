using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Branding.Portal;

namespace Plenum.Server.Management;

/// <summary>
/// What a new user finds besides the demo conferences: a customization with every official plugin, a sensible few of them on,
/// built and shown. Made at the very first start only.
/// </summary>
internal static class DemoBranding
{
    public const string Name = "Demo";

    /// <summary>Always the same, so that two nodes that start at once make one.</summary>
    public static readonly Guid Id = new("d3300000-0000-7000-8000-000000000001");

    /// <summary>What is useful to everybody without a word of explanation; the others are there to be turned on.</summary>
    public static readonly IReadOnlyList<string> On = ["plenum-raise-hand", "plenum-layout-control", "plenum-screenshot", "plenum-rename", "plenum-video-mute"];

    private static readonly Administrator Maker = new("Plenum", Rank.Owner);

    public static async Task Ensure(Workbench bench, BrandingStand stand, CancellationToken cancellation)
    {
        if (bench.Official.All.Count == 0 || stand.Shown.Planned.Seq > 0 || (await stand.Shelf.All(cancellation)).Count > 0) return;
        var plugins = bench.Official.All.Select(plugin => PickedPlugin.Of(plugin.Card, official: true) with { Enabled = On.Contains(plugin.Card.Id) });
        var demo = new Customization(Id, Name) { Plugins = [.. plugins.OrderBy(picked => picked.Enabled ? On.Index().First(on => on.Item == picked.Id).Index : On.Count)] };
        await bench.Shelf.Add(Draft.Empty(demo), Maker.Name, transaction => bench.Audit.Note(transaction, Maker, "customization begun", $"{Id}", Name), cancellation);
        if (await CustomizationBuildDoors.Build(Id, Maker, bench, stand, cancellation, activate: true) is not Created<BrandingBody>)
            throw new InvalidOperationException("The official plugins make no branding that can be used.");
    }
}
