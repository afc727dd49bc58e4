using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Lobby;
using Plenum.Server.Management.Pages.Portal;

namespace Plenum.Server.Management.Pages;

/// <summary>The last step of the portal: what the checker says, a look at the app, and the package downloaded, stored or shown.</summary>
internal static class BuildPages
{
    private const string Path = PortalPages.Path + "/{id:guid}/build";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Guid id, Visit visit, Workbench bench, CancellationToken cancellation, string? done = null) => Show(id, visit, bench, cancellation, done: done is null ? null : "It is called so now."));
        pages.MapGet($"{Path}/package", async (Guid id, Visit visit, Workbench bench, CancellationToken cancellation) =>
            await CustomizationBuildDoors.Download(id, visit.Who, bench, cancellation) is FileContentHttpResult file ? file : await Show(id, visit, bench, cancellation, status: StatusCodes.Status422UnprocessableEntity));
        pages.MapPost(Path, Build);
        pages.MapPost($"{Path}/preview", Preview);
    }

    private static async Task<IResult> Show(Guid id, Visit visit, Workbench bench, CancellationToken cancellation, string? wrong = null, string? done = null, int status = 200) =>
        (await CustomizationDoors.Read(id, visit.Who, bench, cancellation)).Result is Ok<CustomizationBody> { Value: { } customization }
        && (await CustomizationBuildDoors.Check(id, visit.Who, bench, cancellation)).Result is Ok<FindingsBody> { Value: { } judged }
            ? new PageResult<BuildPage>(new { Visit = visit, Customization = customization, judged.Usable, judged.Problems, Wrong = wrong, Done = done }, status)
            : Results.NotFound();

    private static async Task<IResult> Build(Guid id, HttpContext context, Visit visit, Workbench bench, BrandingStand stand, CancellationToken cancellation)
    {
        var activate = (await context.Request.ReadFormAsync(cancellation))["do"] == "activate";
        return await CustomizationBuildDoors.Build(id, visit.Who, bench, stand, cancellation, activate) switch
        {
            Created<BrandingBody> { Value: { } branding } => AdminPages.Back($"{BrandingPages.Path}/{branding.Id}", activate ? "activated" : "uploaded"),
            ProblemHttpResult { StatusCode: not StatusCodes.Status404NotFound } problem => await Show(id, visit, bench, cancellation, problem.ProblemDetails.Detail, status: problem.StatusCode),
            JsonHttpResult<PackageProblem> refused => await Show(id, visit, bench, cancellation, refused.Value!.Detail, status: refused.Value.Status),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> Preview(Guid id, HttpContext context, Visit visit, Workbench bench, BrandingStand stand, CancellationToken cancellation) =>
        await CustomizationBuildDoors.Preview(id, context, visit.Who, bench, stand, cancellation) switch
        {
            Ok<PreviewBody> { Value: { } preview } => TypedResults.LocalRedirect($"{LobbyDoors.Root}/?{preview.Query}"),
            JsonHttpResult<PackageProblem> refused => await Show(id, visit, bench, cancellation, refused.Value!.Detail, status: refused.Value.Status),
            _ => Results.NotFound(),
        };
}
