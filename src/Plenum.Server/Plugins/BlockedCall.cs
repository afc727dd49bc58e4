using System.Security.Cryptography;
using System.Text;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Security;
using Plenum.Server.Conferences.Doors;

namespace Plenum.Server.Plugins;

/// <summary>
/// What a page's policy kept a plugin from, as a browser tells it. Nothing of it is proven, so only plugins that pages really
/// have, kinds of policy that there are, and sites are kept of it: never an address, which could hold what is nobody's business.
/// </summary>
public sealed record BlockedCall(string Plugin, string Version, string Directive, string Origin, int Times, int Pages)
{
    /// <summary>Refused by browsers whatever a policy says: plain <c>http:</c> from a page that came by <c>https:</c>.</summary>
    public const string Mixed = "mixed-content";

    /// <summary>Not put down to any plugin.</summary>
    public const string Nobody = "";

    private const string FormAction = "form-action";
    private const int LongestName = 200;
    private const int MostTimes = 10_000;

    private static readonly HashSet<string> Reaching =
        ["connect-src", "img-src", "frame-src", "style-src", "style-src-elem", "font-src", "media-src"];

    private static readonly HashSet<string> Running = ["script-src", "script-src-elem"];

    private static readonly HashSet<string> Others = ["script-src-attr", "style-src-attr", "worker-src", "object-src", FormAction, "base-uri", "default-src", "child-src", "manifest-src", Mixed];

    /// <summary>What has no site of its own.</summary>
    private static readonly HashSet<string> Siteless = ["inline", "eval", "wasm-eval", "data", "blob"];

    /// <summary>The same plugin of the same version kept from the same site is the same, whoever it happened to.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Plugin}\n{Version}\n{Directive}\n{Origin}")))[..32];

    /// <summary>Whether a script was kept from running, which has a list of its own.</summary>
    public static bool OfScripts(string directive) => Running.Contains(directive);

    /// <summary>Whether listing the site, or letting it build code, lets the plugin have what it was kept from.</summary>
    public static bool Allowable(string plugin, string directive, string origin) =>
        plugin != Nobody && (Running.Contains(directive) && origin == PluginAllowance.Code
            || (Reaching.Contains(directive) || Running.Contains(directive) || directive == FormAction) && SiteOrigin.Of(origin).Why is null);

    /// <summary>What the app of somebody in a meeting tells; null when it is about no plugin or site that there is.</summary>
    internal static BlockedCall? Told(Body body, Brandings brandings)
    {
        var plugin = RoomVerbs.Cut(body.NeededText("plugin"), LongestName);
        var (directive, blocked) = (body.NeededText("directive"), body.NeededText("blocked"));
        return brandings.Plugin(plugin, RoomVerbs.Cut(body.Text("version") ?? "", LongestName)) is { } known
            ? Of(known.Id, known.Version, directive, blocked) is { } call ? call with { Times = (int)Math.Clamp(body.Number("count") ?? 1, 1, MostTimes), Pages = 0 } : null
            : null;
    }

    /// <summary>Counted once for a page; null when the browser names nothing that a list could hold.</summary>
    public static BlockedCall? Of(string plugin, string version, string directive, string blocked) =>
        (Reaching.Contains(directive) || Running.Contains(directive) || Others.Contains(directive))
        && (Siteless.Contains(blocked) ? blocked : SiteOrigin.OfAddress(blocked)) is { } origin
            ? new(plugin, version, directive, origin, 0, 1)
            : null;
}
