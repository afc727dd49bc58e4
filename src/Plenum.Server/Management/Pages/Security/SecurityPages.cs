using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Security;
using Plenum.Server.Branding.Store;
using Plenum.Server.Lobby;
using Plenum.Server.Plugins;

namespace Plenum.Server.Management.Pages.Security;

/// <summary>The forms about what pages with plugins may reach, beside whom plugins are for.</summary>
internal static class SecurityPages
{
    private static readonly char[] BetweenSites = [' ', '\n', '\r', '\t', ','];

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        var security = pages.MapGroup(PluginPages.Path);
        security.MapPost("/guard", Guard);
        security.MapPost("/sites", Sites);
        security.MapPost("/allow", Allow);
        security.MapPost("/forget", Forget);
    }

    /// <summary>How one branding's pages are guarded.</summary>
    private static Task<IResult> Guard(
        HttpContext context, Visit visit, Brandings brandings, BrandingShelf shelf, BrandingPlans plans, Audit audit, ContentSecurity written, CancellationToken cancellation) => Back("guarded", async () =>
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var policy = new BrandingPolicy
        {
            Mode = Enum.TryParse<PolicyMode>(form["mode"], out var mode) && Enum.IsDefined(mode) ? mode : throw new Unacceptable("mode", "Content security is enforced, report-only or off."),
            Closed = form["closed"] == "true",
        };
        var wish = new ContentSecurityWish { Brandings = new Dictionary<string, BrandingPolicy> { [$"{form["branding"]}"] = policy } };
        var answer = await ContentSecurityDoors.Set(new(wish, new HashSet<string> { "brandings" }), visit.Who, brandings, shelf, plans, audit, written, cancellation);
        if (answer.Result is ProblemHttpResult problem) throw new Unacceptable("branding", problem.ProblemDetails.Detail!);
    });

    /// <summary>The sites of one plugin, as they stand in its form.</summary>
    private static Task<IResult> Sites(
        HttpContext context, Visit visit, Brandings brandings, BrandingShelf shelf, BrandingPlans plans, Audit audit, ContentSecurity written, CancellationToken cancellation) => Back("sites", async () =>
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var allowance = new PluginAllowance { Closed = form["closed"] == "true", Origins = Listed(form["origins"]), Scripts = Listed(form["scripts"]), BuildsCode = form["code"] == "true" };
        var wish = new ContentSecurityWish { Plugins = new Dictionary<string, PluginAllowance> { [$"{form["plugin"]}"] = allowance } };
        await ContentSecurityDoors.Set(new(wish, new HashSet<string> { "plugins" }), visit.Who, brandings, shelf, plans, audit, written, cancellation);
    });

    private static Task<IResult> Allow(
        HttpContext context, Visit visit, Brandings brandings, BrandingPlans plans, Audit audit, ContentSecurity written, CancellationToken cancellation) => Back("allowed", async () =>
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var wish = new AllowWish(form["plugin"], form["origin"], form["scripts"] == "true");
        await ContentSecurityDoors.Allow(new(wish, new HashSet<string> { "plugin", "origin", "scripts" }), visit.Who, brandings, plans, audit, written, cancellation);
    });

    private static Task<IResult> Forget(HttpContext context, Visit visit, BlockedCalls calls, Audit audit, CancellationToken cancellation) => Back("forgotten", async () =>
        await BlockedCallsDoor.Forget(visit.Who, calls, audit, cancellation, $"{(await context.Request.ReadFormAsync(cancellation))["plugin"]}"));

    private static async Task<IResult> Back(string done, Func<Task> change)
    {
        try
        {
            await change();
            return AdminPages.Back(PluginPages.Path, done);
        }
        catch (Unacceptable e)
        {
            return TypedResults.LocalRedirect($"{AdminPages.Root}{PluginPages.Path}?refused={Uri.EscapeDataString(e.Message)}");
        }
    }

    private static string[] Listed(string? typed) => (typed ?? "").Split(BetweenSites, StringSplitOptions.RemoveEmptyEntries);
}
