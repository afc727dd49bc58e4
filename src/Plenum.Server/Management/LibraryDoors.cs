using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Plugins.Registry;
using Plenum.Server.Scripting.Sys.Shared;

namespace Plenum.Server.Management;

/// <summary>Libraries: scripts that other scripts use as <c>app.NAME</c>.</summary>
internal static class LibraryDoors
{
    private const int LongestScript = 800_000;

    public static void MapLibraries(this IEndpointRouteBuilder api)
    {
        var libraries = api.MapGroup("libraries").WithTags("Listeners");
        libraries.MapGet("", List).WithName("listLibraries").WithSummary("Scripts that other scripts share, by name");
        libraries.MapGet("{name}", Read).WithName("readLibrary").WithSummary("One library").Refuses(404);
        libraries.MapGet("{name}/history", History).WithName("readLibraryHistory").WithSummary("The versions of a library, the newest first; also of one that was deleted").Refuses(404);
        libraries.MapPut("{name}", Put).Accepts<LibraryWish>("application/json").WithName("putLibrary").WithSummary("Makes or replaces a library, which scripts use as app.NAME").Refuses(409, 415, 422);
        libraries.MapDelete("{name}", Remove).WithName("deleteLibrary").WithSummary("Deletes a library; its versions are kept").Refuses(404);
    }

    public static async Task<Ok<IReadOnlyList<Library>>> List(Administrator who, LibraryShelf shelf, CancellationToken cancellation) => TypedResults.Ok(await shelf.All(cancellation));

    public static async Task<Results<Ok<Library>, ProblemHttpResult>> Read(string name, Administrator who, LibraryShelf shelf, CancellationToken cancellation) =>
        await shelf.Find(name, cancellation) is { } found ? TypedResults.Ok(found) : Problem.NotFound("library");

    public static async Task<Results<Ok<IReadOnlyList<Library>>, ProblemHttpResult>> History(string name, Administrator who, LibraryShelf shelf, CancellationToken cancellation) =>
        await shelf.History(name, cancellation) is { Count: > 0 } versions ? TypedResults.Ok(versions) : Problem.NotFound("library");

    public static async Task<Results<Ok<Library>, Created<Library>>> Put(string name, Sent<LibraryWish> sent, Administrator who, LibraryShelf shelf, Audit audit, CancellationToken cancellation)
    {
        if (!ScriptName.TryParse(name, null, out var parsed)) throw new Unacceptable("name", ScriptName.Rule);
        if (parsed.Text is "endpoints") throw new Unacceptable("name", "endpoints is a name that scripts look for something else under.");
        if (sent.Wish.Script is not { Length: > 0 and <= LongestScript } script) throw new Unacceptable("script", $"script is required: JavaScript, at most {LongestScript} characters.");
        if (await shelf.Find(parsed.Text, cancellation) is null && (await shelf.All(cancellation)).Count >= LibraryShelf.Most)
            throw new Unacceptable(null, $"There are {LibraryShelf.Most} libraries; delete some that nobody needs.", StatusCodes.Status409Conflict);
        var made = await shelf.Put(
            parsed.Text, PluginReader.Label(sent.Wish.Label, parsed.Text), script, who.Name, (transaction, isNew) => audit.Note(transaction, who, isNew ? "library created" : "library changed", parsed.Text, ""), cancellation);
        var body = (await shelf.Find(parsed.Text, cancellation))!;
        return made ? TypedResults.Created($"{AdminApi.Root}/libraries/{parsed}", body) : TypedResults.Ok(body);
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Remove(string name, Administrator who, LibraryShelf shelf, Audit audit, CancellationToken cancellation) =>
        await shelf.Remove(name, transaction => audit.Note(transaction, who, "library deleted", name), cancellation) ? TypedResults.NoContent() : Problem.NotFound("library");
}

/// <summary>A library as it is to be.</summary>
internal sealed record LibraryWish
{
    public JsonElement? Label { get; init; }

    public string? Script { get; init; }
}
