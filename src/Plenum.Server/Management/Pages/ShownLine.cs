namespace Plenum.Server.Management.Pages;

/// <summary>From when a branding was shown to everybody, and who said so.</summary>
public sealed record ShownLine(DateTimeOffset Since, string Branding, string Who)
{
    /// <summary>The latest first. A plan that changed something else goes on with the branding of the one before it.</summary>
    internal static IReadOnlyList<ShownLine> Of(IReadOnlyList<BrandingPlanBody> plans, int most) =>
    [
        .. plans.Index().Where(plan => plan.Item.Seq == 1 || (plan.Index + 1 < plans.Count && plans[plan.Index + 1].Active != plan.Item.Active))
            .Take(most).Select(plan => new ShownLine(plan.Item.At!.Value, plan.Item.Active, plan.Item.Who)),
    ];
}
