using Plenum.Server.Branding;
using Plenum.Server.Branding.Store;
using Plenum.Server.Lobby;

namespace Plenum.Server.Management.Pages.Security;

/// <summary>Whose signatures count, for owners.</summary>
internal static class SigningPages
{
    public const string Path = "/signing";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, Read);
        pages.MapPost($"{Path}/add", (HttpContext context, Visit visit, Brandings brandings, BrandingPlans plans, Audit audit, CancellationToken cancellation) => Change(
            context, visit, brandings, plans, audit, form => new SigningWish { Keys = [.. Kept(brandings, ""), new TrustWish(form["name"], form["publicKey"])] }, cancellation));
        pages.MapPost($"{Path}/remove", (HttpContext context, Visit visit, Brandings brandings, BrandingPlans plans, Audit audit, CancellationToken cancellation) => Change(
            context, visit, brandings, plans, audit, form => new SigningWish { Keys = [.. Kept(brandings, $"{form["id"]}")] }, cancellation));
        pages.MapPost($"{Path}/require", (HttpContext context, Visit visit, Brandings brandings, BrandingPlans plans, Audit audit, CancellationToken cancellation) => Change(
            context, visit, brandings, plans, audit, form => new SigningWish { Required = form["required"] == "true" }, cancellation));
    }

    private static IResult Read(Visit visit, Brandings brandings, string? done = null, string? refused = null) => new PageResult<SigningPage>(new
    {
        Visit = visit,
        Rules = brandings.Planned.Plan.Signing,
        brandings.FromFolder,
        Done = done is null ? null : "It holds from now on.",
        Wrong = refused,
    });

    private static IEnumerable<TrustWish> Kept(Brandings brandings, string without) =>
        brandings.Planned.Plan.Signing.Keys.Where(key => key.Id != without).Select(key => new TrustWish(key.Name, key.PublicKey));

    private static async Task<IResult> Change(
        HttpContext context, Visit visit, Brandings brandings, BrandingPlans plans, Audit audit, Func<IFormCollection, SigningWish> wanted, CancellationToken cancellation)
    {
        var wish = wanted(await context.Request.ReadFormAsync(cancellation));
        try
        {
            await SigningDoors.Set(new(wish, new HashSet<string>()), visit.Who, brandings, plans, audit, cancellation);
            return AdminPages.Back(Path, "set");
        }
        catch (Unacceptable e)
        {
            return TypedResults.LocalRedirect($"{AdminPages.Root}{Path}?refused={Uri.EscapeDataString(e.Message)}");
        }
    }
}
