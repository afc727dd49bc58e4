using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Intake;
using Plenum.Server.Branding.Store;
using Plenum.Server.Lobby;

namespace Plenum.Server.Management.Pages;

/// <summary>How the app looks and which plugins it has: packages sent in, looked at, compared, shown to everybody, and taken back.</summary>
internal static class BrandingPages
{
    public const string Path = "/branding";
    private const int MostShown = 20;

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Visit visit, BrandingShelf shelf, Brandings shown, BrandingPlans plans, CancellationToken cancellation, string? done = null, string? about = null) =>
            List(visit, shelf, shown, plans, cancellation, done: Said(done), undo: done == "deleted" ? about : null));
        pages.MapPost(Path, Upload);
        BrandingRulePages.MapTo(pages);
        pages.MapGet($"{Path}/{{id}}", Read);
        pages.MapGet($"{Path}/{{id}}/package", BrandingDoors.Download);
        pages.MapPost($"{Path}/{{id}}/activate", Activate);
        pages.MapPost($"{Path}/{{id}}/preview", Preview);
        pages.MapPost($"{Path}/{{id}}/delete", Delete);
        pages.MapPost($"{Path}/{{id}}/restore", Restore);
    }

    private static async Task<IResult> List(
        Visit visit, BrandingShelf shelf, Brandings shown, BrandingPlans plans, CancellationToken cancellation, string? done = null, string? wrong = null, IReadOnlyList<Finding>? problems = null, int status = 200, string? undo = null) =>
        new PageResult<BrandingsPage>(
            new
            {
                Visit = visit,
                Brandings = (await BrandingDoors.List(visit.Who, shelf, shown, cancellation)).Value!.Items,
                History = ShownLine.Of((await BrandingPlanDoors.History(visit.Who, plans, cancellation, BrandingPlanDoors.MostLines)).Value!, MostShown),
                Removed = (await BrandingDoors.Removed(visit.Who, shelf, cancellation)).Value!,
                Done = done,
                Undo = undo,
                Wrong = wrong,
                Problems = problems ?? [],
            }, status);

    private static async Task<IResult> Upload(
        HttpContext context, Visit visit, PackageUpload uploads, BrandingShelf shelf, BrandingPlans plans, Brandings shown, Audit audit, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            var answer = await BrandingDoors.Upload(context, visit.Who, uploads, shelf, plans, shown, audit, time, cancellation);
            return answer.Result is JsonHttpResult<PackageProblem> { Value: { } refused }
                ? await List(visit, shelf, shown, plans, cancellation, wrong: refused.Detail, problems: refused.Problems, status: refused.Status)
                : AdminPages.Back($"{Path}/{((Created<BrandingBody>)answer.Result).Value!.Id}", "uploaded");
        }
        catch (Unacceptable e)
        {
            return await List(visit, shelf, shown, plans, cancellation, wrong: e.Message, status: e.Status);
        }
    }

    private static async Task<IResult> Read(string id, Visit visit, BrandingShelf shelf, Brandings shown, CancellationToken cancellation, string? done = null, string? from = null)
    {
        if ((await BrandingDoors.Read(id, visit.Who, shelf, shown, cancellation)).Result is not Ok<BrandingBody> { Value: { } branding }) return Results.NotFound();
        var others = (await BrandingDoors.List(visit.Who, shelf, shown, cancellation)).Value!.Items.Where(other => other.Id != id).ToList();
        var before = others.Find(other => other.Id == from) ?? others.Find(other => other.Active);
        var changes = before is not null && (await BrandingDoors.Diff(id, visit.Who, shown, cancellation, before.Id)).Result is Ok<BrandingDiff> { Value: { } diff } ? diff : null;
        return new PageResult<BrandingPage>(new { Visit = visit, Branding = branding, Policy = shown.Planned.Plan.Security.Of(id), Others = others, Before = before, Changes = changes, Done = Said(done) });
    }

    private static async Task<IResult> Activate(string id, Visit visit, Brandings brandings, BrandingShelf shelf, BrandingPlans plans, Audit audit, CancellationToken cancellation)
    {
        var answer = await BrandingDoors.Activate(id, visit.Who, brandings, shelf, plans, audit, cancellation);
        return answer.Result is ProblemHttpResult problem ? await List(visit, shelf, brandings, plans, cancellation, wrong: problem.ProblemDetails.Detail, status: problem.StatusCode) : AdminPages.Back(Path, "activated");
    }

    private static async Task<IResult> Preview(string id, HttpContext context, Visit visit, Brandings brandings, PreviewSeal seal, Audit audit, CancellationToken cancellation) =>
        (await BrandingDoors.Preview(id, context, visit.Who, brandings, seal, audit, cancellation)).Result is Ok<PreviewBody> { Value: { } preview }
            ? TypedResults.LocalRedirect($"{LobbyDoors.Root}/?{preview.Query}")
            : Results.NotFound();

    private static async Task<IResult> Delete(string id, Visit visit, BrandingShelf shelf, Brandings shown, BrandingPlans plans, Audit audit, CancellationToken cancellation)
    {
        var answer = await BrandingDoors.Delete(id, visit.Who, shelf, plans, audit, cancellation);
        return answer.Result is ProblemHttpResult problem ? await List(visit, shelf, shown, plans, cancellation, wrong: problem.ProblemDetails.Detail, status: problem.StatusCode) : AdminPages.Back(Path, "deleted", id);
    }

    private static async Task<IResult> Restore(string id, Visit visit, BrandingShelf shelf, Brandings shown, Audit audit, CancellationToken cancellation) =>
        (await BrandingDoors.Restore(id, visit.Who, shelf, shown, audit, cancellation)).Result is Ok<BrandingBody> ? AdminPages.Back(Path, "restored") : Results.NotFound();

    private static string? Said(string? done) => done switch
    {
        "uploaded" => "It is here, and shown to nobody yet. Look at it, then activate it.",
        "activated" => "Everybody who comes from now on sees it. Meetings that run keep theirs until people reload.",
        "deleted" => "The branding is deleted.",
        "restored" => "The branding is back. Nobody is shown it before it is activated.",
        _ => null,
    };
}
