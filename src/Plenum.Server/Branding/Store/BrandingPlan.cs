using Plenum.Server.Branding.Security;
using Plenum.Server.Branding.Signing;

namespace Plenum.Server.Branding.Store;

/// <summary>
/// What is shown to whom: the branding for everybody, those for some hosts and conferences, and which plugins are rolled out.
/// Replaced whole, one numbered row each time, so that every node has the old plan or the new one.
/// </summary>
public sealed record BrandingPlan
{
    public const string Default = "default";

    /// <summary>The id of the branding that everybody gets for whom no rule is meant.</summary>
    public string Active { get; init; } = Default;

    public IReadOnlyList<BrandingRule> Rules { get; init; } = [];

    public Rollout Rollout { get; init; } = new();

    /// <summary>Plans from before there was such a thing have none.</summary>
    public ContentRules Security { get; init => field = value ?? new(); } = new();

    public SigningRules Signing { get; init => field = value ?? new(); } = new();

    public bool Uses(string id) => Active == id || Rules.Any(rule => rule.Branding == id);
}

/// <summary>A branding for one host name, for one conference by any of its aliases, or for a group of them. The first rule that fits counts.</summary>
public sealed record BrandingRule(string? Host, string? Conference, string Branding, string? Group = null)
{
    internal bool Fits(Arrival arrival) =>
        (Host is null || Host.Equals(arrival.Host, StringComparison.OrdinalIgnoreCase))
        && (Conference is null || arrival.Aliases.Contains(Conference, StringComparer.OrdinalIgnoreCase))
        && (Group is null || arrival.Groups.Contains(Group, StringComparer.OrdinalIgnoreCase));
}

/// <summary>A plan as it was made.</summary>
public sealed record PlannedBranding(long Seq, DateTimeOffset At, string Who, BrandingPlan Plan)
{
    public static readonly PlannedBranding None = new(0, DateTimeOffset.UnixEpoch, "", new BrandingPlan());
}
