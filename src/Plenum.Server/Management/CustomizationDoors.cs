using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Intake;
using Plenum.Server.Branding.Portal;
using Plenum.Server.Branding.Store;

namespace Plenum.Server.Management;

/// <summary>Customizations: brandings in the making, which the portal shows as forms.</summary>
internal static class CustomizationDoors
{
    public static void MapCustomizations(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("customizations").WithTags("Customizations");
        all.MapGet("", List).WithName("listCustomizations").WithSummary("The brandings in the making, by name");
        all.MapGet("removed", Removed).WithName("listRemovedCustomizations").WithSummary("What was deleted in the last 30 days, the latest first");
        all.MapPost("", Begin).Accepts<BeginningWish>("application/json").WithName("createCustomization").WithSummary("Begins one from nothing, or from a stored branding").Refuses(404, 409, 415, 422);
        all.MapPost("package", BeginFromPackage).Accepts<PackageForm>("multipart/form-data").WithName("createCustomizationFromPackage")
            .WithSummary("Begins one from a package; what cannot be taken apart goes along as files")
            .Produces<CustomizationBody>(StatusCodes.Status201Created).Produces<PackageProblem>(422, "application/problem+json").Refuses(409, 413, 415);
        all.MapGet("{id:guid}", Read).WithName("readCustomization").WithSummary("One customization; of its secrets only which there are").Refuses(404);
        all.MapPatch("{id:guid}", Change).Accepts<CustomizationWish>("application/json").WithName("changeCustomization").WithSummary("Changes what is sent and leaves the rest; plugins in a new order").Refuses(404, 415, 422);
        all.MapPost("{id:guid}/duplicate", Duplicate).WithName("duplicateCustomization").WithSummary("Another one that is the same, secrets included").Refuses(404, 409);
        all.MapDelete("{id:guid}", Delete).WithName("deleteCustomization").WithSummary("Deletes it; it can be brought back for 30 days").Refuses(404);
        all.MapPost("{id:guid}/restore", Restore).WithName("restoreCustomization").WithSummary("Brings a deleted one back").Refuses(404);
        all.MapCustomizationPlugins();
        all.MapCustomizationPictures();
        all.MapCustomizationBuilds();
    }

    public static async Task<Ok<IReadOnlyList<CustomizationLine>>> List(Administrator who, Workbench bench, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<CustomizationLine>>([.. (await bench.Shelf.All(removed: false, cancellation)).Select(CustomizationLine.Of)]);

    public static async Task<Ok<IReadOnlyList<CustomizationLine>>> Removed(Administrator who, Workbench bench, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<CustomizationLine>>([.. (await bench.Shelf.All(removed: true, cancellation)).Select(CustomizationLine.Of)]);

    public static async Task<Results<Created<CustomizationBody>, ProblemHttpResult>> Begin(
        Sent<BeginningWish> sent, Administrator who, Workbench bench, BrandingShelf brandings, CancellationToken cancellation)
    {
        var begun = new Customization(Guid.CreateVersion7(), CustomizationWish.Called(sent.Wish.Name ?? ""));
        if (sent.Wish.Branding is not { Length: > 0 } branding || branding == BrandingPlan.Default) return TypedResults.Created("", await Kept(Draft.Empty(begun), who, bench, cancellation)).At();
        if (await brandings.Find(branding, cancellation) is not { } stored || await brandings.Package(branding, cancellation) is not { } packed) return Problem.NotFound("branding");
        var draft = TakenApart.Of(begun with { From = $"the branding {stored.Name}" }, PackedBranding.Unpack(packed).Files, bench.Official);
        return TypedResults.Created("", await Kept(draft, who, bench, cancellation)).At();
    }

    public static async Task<Results<Created<CustomizationBody>, JsonHttpResult<PackageProblem>>> BeginFromPackage(
        HttpContext context, Administrator who, PackageUpload uploads, Workbench bench, CancellationToken cancellation)
    {
        var (package, name) = await BrandingDoors.Taken(context, uploads);
        if (!package.Usable) return PackageProblem.Of(package.Findings);
        var begun = new Customization(Guid.CreateVersion7(), CustomizationWish.Called(name)) { From = $"the package {Findings.Printable(name)}" };
        return TypedResults.Created("", await Kept(TakenApart.Of(begun, package.Files!.Files, bench.Official), who, bench, cancellation)).At();
    }

    public static async Task<Results<Ok<CustomizationBody>, ProblemHttpResult>> Read(Guid id, Administrator who, Workbench bench, CancellationToken cancellation) =>
        await bench.Shelf.Find(id, cancellation) is { } stored
            ? TypedResults.Ok(CustomizationBody.Of(stored, stored.Draft(await bench.Shelf.Files(stored, cancellation)), bench.Official))
            : Problem.NotFound("customization");

    public static Task<Results<Ok<CustomizationBody>, ProblemHttpResult>> Change(Guid id, Sent<CustomizationWish> sent, Administrator who, Workbench bench, CancellationToken cancellation) =>
        Changed(id, sent.Wish.On, string.Join(", ", sent.Members.Order()), who, bench, cancellation);

    public static async Task<Results<Created<CustomizationBody>, ProblemHttpResult>> Duplicate(Guid id, Administrator who, Workbench bench, CancellationToken cancellation)
    {
        if (await bench.Shelf.Find(id, cancellation) is not { } stored) return Problem.NotFound("customization");
        var draft = stored.Draft(await bench.Shelf.Files(stored, cancellation));
        var name = CustomizationWish.Called($"Copy of {stored.Value.Name}");
        return TypedResults.Created("", await Kept(draft with { Value = draft.Value with { Id = Guid.CreateVersion7(), Name = name } }, who, bench, cancellation)).At();
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(Guid id, Administrator who, Workbench bench, CancellationToken cancellation) =>
        await bench.Shelf.Find(id, cancellation) is { } stored && await bench.Shelf.Remove(id, transaction => bench.Audit.Note(transaction, who, "customization deleted", $"{id}", stored.Value.Name), cancellation)
            ? TypedResults.NoContent()
            : Problem.NotFound("customization");

    public static async Task<Results<Ok<CustomizationBody>, ProblemHttpResult>> Restore(Guid id, Administrator who, Workbench bench, CancellationToken cancellation) =>
        await bench.Shelf.Restore(id, transaction => bench.Audit.Note(transaction, who, "customization restored", $"{id}"), cancellation)
            ? await Read(id, who, bench, cancellation)
            : Problem.NotFound("deleted customization");

    /// <summary>One change, noted; the note says what was changed and never to what.</summary>
    public static async Task<Results<Ok<CustomizationBody>, ProblemHttpResult>> Changed(
        Guid id, Func<Draft, Draft> change, string what, Administrator who, Workbench bench, CancellationToken cancellation) =>
        await bench.Shelf.Change(id, who.Name, change, transaction => bench.Audit.Note(transaction, who, "customization changed", $"{id}", what), cancellation) is null
            ? Problem.NotFound("customization")
            : await Read(id, who, bench, cancellation);

    private static async Task<CustomizationBody> Kept(Draft draft, Administrator who, Workbench bench, CancellationToken cancellation)
    {
        if ((await bench.Shelf.All(removed: false, cancellation)).Count >= CustomizationShelf.Most)
            throw new Unacceptable(null, $"There are {CustomizationShelf.Most} customizations; delete some that nobody needs.", StatusCodes.Status409Conflict);
        var stored = await bench.Shelf.Add(draft, who.Name, transaction => bench.Audit.Note(transaction, who, "customization begun", $"{draft.Value.Id}", draft.Value.Name), cancellation);
        return CustomizationBody.Of(stored, draft, bench.Official);
    }

    private static Created<CustomizationBody> At(this Created<CustomizationBody> made) => TypedResults.Created($"{AdminApi.Root}/customizations/{made.Value!.Id}", made.Value);
}
