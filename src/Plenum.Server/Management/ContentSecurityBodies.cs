using Plenum.Server.Branding.Security;
using Plenum.Server.Branding.Store;
using Plenum.Server.Lobby;

namespace Plenum.Server.Management;

/// <summary>What is wanted for some brandings and plugins, each of them whole.</summary>
internal sealed record ContentSecurityWish
{
    public IReadOnlyDictionary<string, BrandingPolicy>? Brandings { get; init; }

    public IReadOnlyDictionary<string, PluginAllowance>? Plugins { get; init; }
}

/// <summary>A site that one plugin may reach from now on; with <c>scripts</c>, run scripts of; <c>eval</c> for a site, build code from text.</summary>
internal sealed record AllowWish(string? Plugin, string? Origin, bool? Scripts);

/// <summary>What is decided, and what it comes to.</summary>
public sealed record ContentSecurityBody(ContentRules Rules, IReadOnlyList<GuardedPage> Pages);

/// <summary>How the pages of one branding in the plan are guarded: the policy as browsers get it, and what to think of.</summary>
public sealed record GuardedPage(string Branding, bool Active, PolicyMode Mode, bool Closed, IReadOnlyList<string> OpenFor, string Policy, IReadOnlyList<string> Warnings)
{
    internal static GuardedPage Of(string branding, PagePolicy policy, BrandingPlan plan, ContentSecurity written) => new(
        branding, branding == plan.Active, policy.Mode, policy.Closed, policy.OpenFor, written.Written(policy),
        [
            .. PolicyFindings.Of(plan.Security, branding).Select(finding => finding.Message),
            .. policy.Origins.Concat(policy.Scripts).Where(IsPlain)
                .Select(site => $"{site} is plain http: browsers refuse it from a page that came by https: (mixed content), whatever is allowed; use https: there."),
        ]);

    /// <summary>A browser's own computer is as good as encrypted.</summary>
    private static bool IsPlain(string site) =>
        (site.StartsWith("http:", StringComparison.Ordinal) || site.StartsWith("ws:", StringComparison.Ordinal)) && new Uri(site.Replace("*.", "", StringComparison.Ordinal)).IsLoopback is false;
}

/// <summary>Words for a mode, as the API spells it and as people say it.</summary>
internal static class PolicyModes
{
    public static string InWords(this PolicyMode mode) => mode switch
    {
        PolicyMode.Enforced => "enforced",
        PolicyMode.ReportOnly => "report-only",
        _ => "off",
    };
}
