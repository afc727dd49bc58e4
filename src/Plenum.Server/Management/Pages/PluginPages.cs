using Plenum.Server.Branding;
using Plenum.Server.Branding.Store;
using Plenum.Server.Lobby;
using Plenum.Server.Plugins;

namespace Plenum.Server.Management.Pages;

/// <summary>Whom the plugins of the active branding are for, and how they fare, as browsers tell it.</summary>
internal static class PluginPages
{
    public const string Path = "/plugins";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, Read);
        pages.MapPost($"{Path}/off", (Visit visit, Brandings brandings, BrandingPlans plans, Audit audit, CancellationToken cancellation) => Switch(true, visit, brandings, plans, audit, cancellation));
        pages.MapPost($"{Path}/on", (Visit visit, Brandings brandings, BrandingPlans plans, Audit audit, CancellationToken cancellation) => Switch(false, visit, brandings, plans, audit, cancellation));
        pages.MapPost($"{Path}/reach", Reach);
    }

    private static async Task<IResult> Read(
        Visit visit, Brandings brandings, PluginFaults faults, BlockedCalls calls, ContentSecurity written, CancellationToken cancellation, string? done = null, string? refused = null) =>
        new PageResult<PluginsPage>(new
        {
            Visit = visit,
            Plugins = brandings.Whole.Judged.Plugins,
            Rollout = brandings.Planned.Plan.Rollout,
            Faults = await faults.Read(null, PluginFaults.Most, cancellation),
            Security = ContentSecurityDoors.Told(brandings, written),
            Blocked = (await BlockedCallsDoor.Read(visit.Who, calls, brandings, cancellation, take: BlockedCalls.Most)).Value!,
            Done = done is null ? null : "It holds for everybody who comes from now on.",
            Wrong = refused,
        });

    private static async Task<IResult> Switch(bool off, Visit visit, Brandings brandings, BrandingPlans plans, Audit audit, CancellationToken cancellation)
    {
        await BrandingPlanDoors.Switch(off, visit.Who, brandings, plans, audit, cancellation);
        return AdminPages.Back(Path, "switched");
    }

    /// <summary>One plugin's line is sent; the others stay as they are.</summary>
    private static async Task<IResult> Reach(HttpContext context, Visit visit, Brandings brandings, BrandingPlans plans, Audit audit, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var reach = new PluginReach
        {
            Off = form["whom"] == "nobody",
            Roles = form["whom"] == "chair" || form["whom"] == "guest" ? [$"{form["whom"]}"] : [],
            Conferences = ConferenceForm.List(form["conferences"]),
            Groups = ConferenceForm.List(form["groups"]),
        };
        var plugins = new Dictionary<string, PluginReach>(brandings.Planned.Plan.Rollout.Plugins) { [$"{form["plugin"]}"] = reach };
        try
        {
            await BrandingPlanDoors.RollOut(new Sent<RolloutWish>(new RolloutWish { Plugins = plugins }, new HashSet<string> { "plugins" }), visit.Who, brandings, plans, audit, cancellation);
            return AdminPages.Back(Path, "reached");
        }
        catch (Unacceptable e)
        {
            return TypedResults.LocalRedirect($"{AdminPages.Root}{Path}?refused={Uri.EscapeDataString(e.Message)}");
        }
    }
}
