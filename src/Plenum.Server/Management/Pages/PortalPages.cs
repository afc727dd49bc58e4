using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Intake;
using Plenum.Server.Branding.Store;
using Plenum.Server.Lobby;
using Plenum.Server.Management.Pages.Portal;

namespace Plenum.Server.Management.Pages;

/// <summary>The branding portal: customizations begun, opened, called otherwise, doubled, deleted and brought back.</summary>
internal static class PortalPages
{
    public const string Path = "/portal";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Visit visit, Workbench bench, BrandingShelf brandings, CancellationToken cancellation, string? done = null, Guid? about = null) =>
            List(visit, bench, brandings, cancellation, Said(done), done == "deleted" ? about : null));
        pages.MapPost(Path, Begin);
        pages.MapPost($"{Path}/package", BeginFromPackage);
        pages.MapPost($"{Path}/{{id:guid}}/name", Rename);
        pages.MapPost($"{Path}/{{id:guid}}/duplicate", Duplicate);
        pages.MapPost($"{Path}/{{id:guid}}/delete", Delete);
        pages.MapPost($"{Path}/{{id:guid}}/restore", Restore);
        PickPages.MapTo(pages);
        SettingsPages.MapTo(pages);
        LookPages.MapTo(pages);
        WordsPages.MapTo(pages);
        BuildPages.MapTo(pages);
    }

    public static IResult Opened(IResult answer, string done) => answer is Created<CustomizationBody> { Value: { } made } ? AdminPages.Back($"{Path}/{made.Id}", done) : Results.NotFound();

    private static async Task<IResult> List(
        Visit visit, Workbench bench, BrandingShelf brandings, CancellationToken cancellation, string? done = null, Guid? undo = null, string? wrong = null, IReadOnlyList<Finding>? problems = null, int status = 200) =>
        new PageResult<PortalPage>(
            new
            {
                Visit = visit,
                Customizations = (await CustomizationDoors.List(visit.Who, bench, cancellation)).Value!,
                Removed = (await CustomizationDoors.Removed(visit.Who, bench, cancellation)).Value!,
                Brandings = (await brandings.All(cancellation)).Select(branding => (branding.Id, branding.Name)).ToList(),
                Done = done,
                Undo = undo,
                Wrong = wrong,
                Problems = problems ?? [],
            }, status);

    private static async Task<IResult> Begin(HttpContext context, Visit visit, Workbench bench, BrandingShelf brandings, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        try
        {
            var wish = new Sent<BeginningWish>(new BeginningWish { Name = form["name"], Branding = form["branding"] }, new HashSet<string> { "name", "branding" });
            return Opened((await CustomizationDoors.Begin(wish, visit.Who, bench, brandings, cancellation)).Result, "begun");
        }
        catch (Unacceptable e)
        {
            return await List(visit, bench, brandings, cancellation, wrong: e.Message, status: e.Status);
        }
    }

    private static async Task<IResult> BeginFromPackage(HttpContext context, Visit visit, PackageUpload uploads, Workbench bench, BrandingShelf brandings, CancellationToken cancellation)
    {
        try
        {
            var answer = (await CustomizationDoors.BeginFromPackage(context, visit.Who, uploads, bench, cancellation)).Result;
            return answer is JsonHttpResult<PackageProblem> { Value: { } refused }
                ? await List(visit, bench, brandings, cancellation, wrong: refused.Detail, problems: refused.Problems, status: refused.Status)
                : Opened(answer, "begun");
        }
        catch (Unacceptable e)
        {
            return await List(visit, bench, brandings, cancellation, wrong: e.Message, status: e.Status);
        }
    }

    private static async Task<IResult> Rename(Guid id, HttpContext context, Visit visit, Workbench bench, BrandingShelf brandings, CancellationToken cancellation)
    {
        var name = $"{(await context.Request.ReadFormAsync(cancellation))["name"]}";
        try
        {
            await CustomizationDoors.Change(id, new Sent<CustomizationWish>(new CustomizationWish { Name = name }, new HashSet<string> { "name" }), visit.Who, bench, cancellation);
            return AdminPages.Back($"{Path}/{id}/build", "named");
        }
        catch (Unacceptable e)
        {
            return await List(visit, bench, brandings, cancellation, wrong: e.Message, status: e.Status);
        }
    }

    private static async Task<IResult> Duplicate(Guid id, Visit visit, Workbench bench, BrandingShelf brandings, CancellationToken cancellation)
    {
        try
        {
            return Opened((await CustomizationDoors.Duplicate(id, visit.Who, bench, cancellation)).Result, "doubled");
        }
        catch (Unacceptable e)
        {
            return await List(visit, bench, brandings, cancellation, wrong: e.Message, status: e.Status);
        }
    }

    private static async Task<IResult> Delete(Guid id, Visit visit, Workbench bench, CancellationToken cancellation) =>
        (await CustomizationDoors.Delete(id, visit.Who, bench, cancellation)).Result is NoContent ? AdminPages.Back(Path, "deleted", $"{id}") : Results.NotFound();

    private static async Task<IResult> Restore(Guid id, Visit visit, Workbench bench, CancellationToken cancellation) =>
        (await CustomizationDoors.Restore(id, visit.Who, bench, cancellation)).Result is Ok<CustomizationBody> ? AdminPages.Back(Path, "restored") : Results.NotFound();

    private static string? Said(string? done) => done switch { "deleted" => "The customization is deleted.", "restored" => "The customization is back as it was.", _ => null };
}
