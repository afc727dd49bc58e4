using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Plenum.Server.Accounts;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Intake;
using Plenum.Server.Branding.Signing;
using Plenum.Server.Branding.Store;
using Plenum.Server.Participants;

namespace Plenum.Server.Management;

/// <summary>Branding packages: sent in, looked at, compared, shown to everybody, taken away.</summary>
internal static class BrandingDoors
{
    public static void MapBrandings(this IEndpointRouteBuilder api)
    {
        var brandings = api.MapGroup("brandings").WithTags("Brandings");
        brandings.MapPost("", Upload).Accepts<PackageForm>("multipart/form-data").WithName("uploadBranding")
            .WithSummary("Takes a package in whole, or says everything that is wrong with it; shows it to nobody yet")
            .Produces<BrandingBody>(StatusCodes.Status201Created).Produces<PackageProblem>(422, "application/problem+json").Refuses(413, 415);
        brandings.MapPost("check", CheckUpload).Accepts<PackageForm>("multipart/form-data").WithName("checkBranding")
            .WithSummary("Says everything about a package and keeps nothing").Refuses(413, 415, 422);
        brandings.MapGet("", List).WithName("listBrandings").WithSummary("The brandings, newest first, with the built-in one at the end");
        brandings.MapGet("{id}", Read).WithName("readBranding").WithSummary("One branding with its plugins and what the checker says").Refuses(404);
        brandings.MapPost("{id}/check", Check).WithName("recheckBranding").WithSummary("Looks through a branding that is here again").Refuses(404);
        brandings.MapGet("{id}/package", Download).WithName("downloadBranding").WithSummary("The ZIP of a branding; default is one to begin with")
            .Produces<FileContentHttpResult>(200, "application/zip").Refuses(404);
        brandings.MapGet("{id}/diff", Diff).WithName("compareBrandings").WithSummary("What a branding changes from another, usually the active one").Refuses(404);
        brandings.MapPost("{id}/activate", Activate).WithName("activateBranding").WithSummary("Shows a branding to everybody who comes from now on; an older one, to roll back").Refuses(404, 409);
        brandings.MapPost("{id}/preview", Preview).WithName("previewBranding").WithSummary("A link that shows a branding for an hour to whoever has it").Refuses(404);
        brandings.MapDelete("{id}", Delete).WithName("deleteBranding").WithSummary("Removes a branding that nobody is shown; it can be brought back for 30 days").Refuses(404, 409);
        brandings.MapGet("removed", Removed).WithName("listRemovedBrandings").WithSummary("What was deleted in the last 30 days, the latest first");
        brandings.MapPost("{id}/restore", Restore).WithName("restoreBranding").WithSummary("Brings a deleted branding back; it is shown to nobody before it is activated").Refuses(404);
    }

    public static async Task<Results<Created<BrandingBody>, JsonHttpResult<PackageProblem>>> Upload(
        HttpContext context, Administrator who, PackageUpload uploads, BrandingShelf shelf, BrandingPlans plans, Brandings shown, Audit audit, TimeProvider time, CancellationToken cancellation)
    {
        var (package, name) = await Taken(context, uploads);
        if (!package.Usable) return PackageProblem.Of(package.Findings);
        var signing = (await plans.Last(cancellation)).Plan.Signing;
        if (signing.Against(package.Files!.Files) is { } unsigned) return PackageProblem.Of([unsigned, .. package.Findings]);
        var kept = await Keep(package, name, who, "branding uploaded", shelf, shown, audit, time, cancellation);
        return TypedResults.Created($"{AdminApi.Root}/brandings/{kept.Id}", BrandingBody.Of(kept, shown.Planned.Plan) with { Signature = signing.Judge(package.Files.Files) });
    }

    /// <summary>Stores a package that can be used, and notes it; the same content twice is one.</summary>
    public static async Task<StoredBranding> Keep(
        IncomingPackage package, string name, Administrator who, string what, BrandingShelf shelf, Brandings shown, Audit audit, TimeProvider time, CancellationToken cancellation)
    {
        var files = package.Files!;
        var known = (await shelf.All(cancellation)).Select(other => (other.Id, other.Name, other.BrandingId)).Append(("", "the branding in use", Numbered(shown.Active)));
        var about = new StoredBranding(
            files.Hash, DisplayName.Clean(name) is { Length: > 0 } clean ? clean : "Branding", Numbered(files), files.Files.Count, files.Files.Values.Sum(file => (long)file.Length),
            package.Checked!.Plugins, [.. package.Findings, .. SameId(files, known)],
            DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()), who.Name);
        return await shelf.Add(files, about, transaction => audit.Note(transaction, who, what, about.Id, $"{about.Name}; {about.Files} files"), cancellation);
    }

    public static async Task<Ok<FindingsBody>> CheckUpload(HttpContext context, Administrator who, PackageUpload uploads, BrandingPlans plans, CancellationToken cancellation)
    {
        var (package, _) = await Taken(context, uploads);
        var unsigned = package.Usable ? (await plans.Last(cancellation)).Plan.Signing.Against(package.Files!.Files) : null;
        return TypedResults.Ok(FindingsBody.Of(unsigned is null ? package.Findings : [unsigned, .. package.Findings]));
    }

    public static async Task<Ok<BrandingList>> List(Administrator who, BrandingShelf shelf, Brandings shown, CancellationToken cancellation)
    {
        var plan = shown.Planned.Plan;
        return TypedResults.Ok(new BrandingList([.. (await shelf.All(cancellation)).Select(branding => BrandingBody.Of(branding, plan)), BrandingBody.BuiltIn(plan)], plan.Active));
    }

    public static async Task<Results<Ok<BrandingBody>, ProblemHttpResult>> Read(string id, Administrator who, BrandingShelf shelf, Brandings shown, CancellationToken cancellation) =>
        id == BrandingPlan.Default ? TypedResults.Ok(BrandingBody.BuiltIn(shown.Planned.Plan))
        : await shelf.Find(id, cancellation) is { } branding ? TypedResults.Ok(BrandingBody.Of(branding, shown.Planned.Plan) with { Signature = await Signed(id, shown, cancellation) })
        : Problem.NotFound("branding");

    public static async Task<Results<Ok<FindingsBody>, ProblemHttpResult>> Check(string id, Administrator who, Brandings brandings, CancellationToken cancellation) =>
        await Files(id, brandings, cancellation) is { } files ? TypedResults.Ok(FindingsBody.Of(files.Judged.Findings)) : Problem.NotFound("branding");

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Download(
        string id, Administrator who, BrandingShelf shelf, TimeProvider time, CancellationToken cancellation)
    {
        var packed = id == BrandingPlan.Default ? DefaultPackage.Made(time) : await shelf.Package(id, cancellation);
        return packed is null ? Problem.NotFound("branding") : TypedResults.File(packed, "application/zip", $"branding-{id}.zip");
    }

    public static async Task<Results<Ok<BrandingDiff>, ProblemHttpResult>> Diff(
        string id, Administrator who, Brandings brandings, CancellationToken cancellation, [FromQuery] string? from = null) =>
        await Files(id, brandings, cancellation) is { } files && await Files(from ?? brandings.Planned.Plan.Active, brandings, cancellation) is { } before
            ? TypedResults.Ok(BrandingDiff.Between(before, files))
            : Problem.NotFound("branding");

    public static async Task<Results<Ok<BrandingPlanBody>, ProblemHttpResult>> Activate(
        string id, Administrator who, Brandings brandings, BrandingShelf shelf, BrandingPlans plans, Audit audit, CancellationToken cancellation)
    {
        if (brandings.FromFolder)
            return Problem.Of(StatusCodes.Status409Conflict, "Conflict", "This server shows a folder (--branding) in place of the active branding; start it without, or make a rule for a conference.");
        // Memory may still have what was deleted.
        if (id != BrandingPlan.Default && await shelf.Find(id, cancellation) is null) return Problem.NotFound("branding");
        if (await Files(id, brandings, cancellation) is { } wanted && await SigningDoors.Against(wanted, plans, cancellation) is { } unsigned) return unsigned;
        var before = brandings.Planned.Plan.Active;
        var planned = await plans.Change(
            who.Name, plan => plan with { Active = id }, transaction => audit.Note(transaction, who, "branding activated", id, $"before: {before}"), cancellation);
        await brandings.Follow(CancellationToken.None);
        return TypedResults.Ok(BrandingPlanBody.Of(planned));
    }

    public static async Task<Results<Ok<PreviewBody>, ProblemHttpResult>> Preview(
        string id, HttpContext context, Administrator who, Brandings brandings, PreviewSeal seal, Audit audit, CancellationToken cancellation)
    {
        if (await Files(id, brandings, cancellation) is not { } files) return Problem.NotFound("branding");
        var (proof, until) = seal.Of(files.Hash);
        await audit.Note(who, "branding previewed", id, "", cancellation);
        return TypedResults.Ok(new PreviewBody($"{context.Request.Scheme}://{context.Request.Host}/webapp2/?branding={files.Hash}&preview={proof}", $"branding={files.Hash}&preview={proof}", until));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        string id, Administrator who, BrandingShelf shelf, BrandingPlans plans, Audit audit, CancellationToken cancellation)
    {
        if (id == BrandingPlan.Default) return Problem.Of(StatusCodes.Status409Conflict, "Conflict", "The built-in branding stays.");
        if ((await plans.Last(cancellation)).Plan.Uses(id))
            return Problem.Of(StatusCodes.Status409Conflict, "Conflict", "This branding is shown; activate another one, or take it out of the rules, then delete it.");
        return await shelf.Remove(id, transaction => audit.Note(transaction, who, "branding deleted", id), cancellation) ? TypedResults.NoContent() : Problem.NotFound("branding");
    }

    public static async Task<Ok<IReadOnlyList<RemovedBrandingBody>>> Removed(Administrator who, BrandingShelf shelf, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<RemovedBrandingBody>>([.. (await shelf.Removed(cancellation)).Select(one => new RemovedBrandingBody(one.Id, one.Name, one.BrandingId, one.RemovedAt!.Value))]);

    public static async Task<Results<Ok<BrandingBody>, ProblemHttpResult>> Restore(string id, Administrator who, BrandingShelf shelf, Brandings shown, Audit audit, CancellationToken cancellation) =>
        await shelf.Restore(id, transaction => audit.Note(transaction, who, "branding restored", id), cancellation) && await shelf.Find(id, cancellation) is { } branding
            ? TypedResults.Ok(BrandingBody.Of(branding, shown.Planned.Plan))
            : Problem.NotFound("deleted branding");

    private static ValueTask<BrandingFiles?> Files(string id, Brandings brandings, CancellationToken cancellation) =>
        brandings.Find(id == BrandingPlan.Default ? BrandingFiles.BuiltIn.Hash : id, cancellation);

    private static async Task<SignedBy?> Signed(string id, Brandings brandings, CancellationToken cancellation) =>
        await Files(id, brandings, cancellation) is { } files ? brandings.Planned.Plan.Signing.Judge(files.Files) : null;

    private static string Numbered(BrandingFiles files) => files.Judged.Manifest.BrandingId ?? "";

    /// <summary>The guides' rule, for whoever takes the package to other servers too; here the content decides.</summary>
    private static IEnumerable<Finding> SameId(BrandingFiles files, IEnumerable<(string Id, string Name, string BrandingId)> known)
    {
        var id = Numbered(files);
        return known.Where(other => other.BrandingId == id && other.Id != files.Hash).Take(1).Select(other => new Finding(
            Manifest.File, null, Severity.Warning,
            $"brandingID {id} is that of {other.Name} too, though the content differs. Plenum notices the change by the content; other servers and the guides need a new brandingID with every upload."));
    }

    /// <summary>A package out of a form, with the name that it is given there.</summary>
    public static async Task<(IncomingPackage Package, string Name)> Taken(HttpContext context, PackageUpload uploads)
    {
        try
        {
            return await uploads.Take(context, IncomingPackage.Of);
        }
        catch (UploadRefused refused)
        {
            throw new Unacceptable("package", refused.Message, refused.Status);
        }
    }
}
