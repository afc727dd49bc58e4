using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Plenum.Server.Accounts;
using Plenum.Server.Branding.Intake;
using Plenum.Server.Branding.Portal;
using Plenum.Server.Branding.Store;

namespace Plenum.Server.Management;

/// <summary>What a customization becomes: a package that is checked like any other, then looked at, downloaded, stored or shown.</summary>
internal static class CustomizationBuildDoors
{
    public static void MapCustomizationBuilds(this IEndpointRouteBuilder all)
    {
        all.MapPost("{id:guid}/check", Check).WithName("checkCustomization").WithSummary("What the checker says of the package that it makes").Refuses(404);
        all.MapGet("{id:guid}/package", Download).WithName("downloadCustomization").WithSummary("The package that it makes")
            .Produces<FileContentHttpResult>(200, "application/zip").Produces<PackageProblem>(422, "application/problem+json").Refuses(404);
        all.MapPost("{id:guid}/build", Build).WithName("buildCustomization").WithSummary("Stores the package that it makes as a branding; with activate=true it is shown to everybody at once")
            .Produces<BrandingBody>(StatusCodes.Status201Created).Produces<PackageProblem>(422, "application/problem+json").Refuses(404, 409);
        all.MapPost("{id:guid}/preview", Preview).WithName("previewCustomization").WithSummary("A link that shows the app with it for an hour to whoever has it")
            .Produces<PreviewBody>().Produces<PackageProblem>(422, "application/problem+json").Refuses(404);
    }

    public static async Task<Results<Ok<FindingsBody>, ProblemHttpResult>> Check(Guid id, Administrator who, Workbench bench, CancellationToken cancellation) =>
        await Built(id, bench, cancellation) is (_, { } package) ? TypedResults.Ok(FindingsBody.Of(package.Findings)) : Problem.NotFound("customization");

    public static async Task<IResult> Download(Guid id, Administrator who, Workbench bench, CancellationToken cancellation)
    {
        if (await Built(id, bench, cancellation) is not ({ } stored, { } package)) return Problem.NotFound("customization");
        return package.Usable
            ? TypedResults.File(PackedBranding.Pack(package.Files!.Files), "application/zip", $"{FileName(stored.Value.Name)}.zip")
            : PackageProblem.Of(package.Findings);
    }

    public static async Task<IResult> Build(Guid id, Administrator who, Workbench bench, BrandingStand stand, CancellationToken cancellation, [FromQuery] bool activate = false)
    {
        if (await Built(id, bench, cancellation) is not ({ } stored, { } package)) return Problem.NotFound("customization");
        if (!package.Usable) return PackageProblem.Of(package.Findings);
        // Nobody signs here: it is downloaded, signed where the key is, and uploaded.
        if ((await stand.Plans.Last(cancellation)).Plan.Signing.Against(package.Files!.Files) is { } unsigned) return PackageProblem.Of([unsigned, .. package.Findings]);
        var kept = await BrandingDoors.Keep(package, stored.Value.Name, who, "branding built", stand.Shelf, stand.Shown, bench.Audit, stand.Time, cancellation);
        // It was perhaps stored to be looked at; now it is meant to stay.
        if (stored.Preview == kept.Id) await bench.Shelf.Previewed(id, "", cancellation);
        if (activate && (await BrandingDoors.Activate(kept.Id, who, stand.Shown, stand.Shelf, stand.Plans, bench.Audit, cancellation)).Result is ProblemHttpResult refused) return refused;
        return TypedResults.Created($"{AdminApi.Root}/brandings/{kept.Id}", BrandingBody.Of(kept, stand.Shown.Planned.Plan));
    }

    public static async Task<IResult> Preview(Guid id, HttpContext context, Administrator who, Workbench bench, BrandingStand stand, CancellationToken cancellation)
    {
        if (await Built(id, bench, cancellation) is not ({ } stored, { } package)) return Problem.NotFound("customization");
        if (!package.Usable) return PackageProblem.Of(package.Findings);
        // What was somebody's before, be it deleted since, is not only looked at.
        var there = stored.Preview != package.Files!.Hash
            && (await stand.Shelf.Find(package.Files.Hash, cancellation) is not null || (await stand.Shelf.Removed(cancellation)).Any(one => one.Id == package.Files.Hash));
        var kept = await BrandingDoors.Keep(package, stored.Value.Name, who, "branding built to look at", stand.Shelf, stand.Shown, bench.Audit, stand.Time, cancellation);
        if (stored.Preview != kept.Id) await Forget(stored.Preview, who, bench, stand, cancellation);
        await bench.Shelf.Previewed(id, there ? "" : kept.Id, cancellation);
        return (await BrandingDoors.Preview(kept.Id, context, who, stand.Shown, stand.Seal, bench.Audit, cancellation)).Result;
    }

    /// <summary>What was stored only to be looked at goes when the next is, unless it is shown by now.</summary>
    private static async Task Forget(string preview, Administrator who, Workbench bench, BrandingStand stand, CancellationToken cancellation)
    {
        if (preview.Length == 0 || (await stand.Plans.Last(cancellation)).Plan.Uses(preview)) return;
        await stand.Shelf.Discard(preview, transaction => bench.Audit.Note(transaction, who, "branding deleted", preview, "it was only looked at"), cancellation);
    }

    private static async Task<(StoredCustomization? Stored, IncomingPackage? Package)> Built(Guid id, Workbench bench, CancellationToken cancellation) =>
        await bench.Shelf.Find(id, cancellation) is { } stored
            ? (stored, BuiltPackage.Of(stored.Draft(await bench.Shelf.Files(stored, cancellation)), bench.Official, bench.Limits.PackageBytes))
            : (null, null);

    private static string FileName(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-') is { Length: > 0 } plain ? plain : "branding";
}
