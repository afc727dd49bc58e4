using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding.Security;

/// <summary>
/// What one page may reach. A browser has one policy for a page, so it is the sum of what the plugins on it may: as long as one
/// of them is open, the page is. A page without plugins is open unless its branding is closed, and builds no code.
/// </summary>
public sealed record PagePolicy(PolicyMode Mode, bool Closed, IReadOnlyList<string> OpenFor, IReadOnlyList<string> Origins, IReadOnlyList<string> Scripts, bool BuildsCode)
{
    /// <summary>Plugins that are off in their package count too, since whoever sits there can turn them on.</summary>
    public static PagePolicy Of(ContentRules rules, string branding, IReadOnlyList<PackagedPlugin> shown)
    {
        var own = rules.Of(branding);
        var open = own.Closed ? [] : shown.Where(plugin => !rules.For(plugin.Id).Closed).Select(plugin => plugin.Id).ToList();
        return new PagePolicy(
            own.Mode, own.Closed || (shown.Count > 0 && open.Count == 0), open,
            Sum(shown.SelectMany(plugin => rules.For(plugin.Id).Origins)), Sum(shown.SelectMany(plugin => rules.For(plugin.Id).Scripts)),
            open.Count > 0 || shown.Any(plugin => rules.For(plugin.Id).BuildsCode));
    }

    private static List<string> Sum(IEnumerable<string> sites) => [.. sites.Distinct().Order(StringComparer.Ordinal)];
}
