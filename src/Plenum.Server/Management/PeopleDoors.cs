using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Management.People;

namespace Plenum.Server.Management;

/// <summary>What is kept of one person: found, shown, handed out, erased. Only owners come in here.</summary>
internal static class PeopleDoors
{
    public const string OutOfReach = "Backups, files that were exported and what other people wrote are out of reach. The audit keeps who did what as an administrator until its time is over.";

    private static readonly JsonSerializerOptions Export = new(AdminJson.Spelt) { WriteIndented = true };

    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("people").WithTags("Privacy");
        people.MapGet("", Find).WithName("findPeople").WithSummary("Names that contain a text, of participants, accounts and devices").Refuses(422);
        people.MapGet("traces", Read).WithName("readTraces").WithSummary("How much is kept of one person, by kind").Refuses(422);
        people.MapGet("export", Hand).WithName("exportPerson").WithSummary("All that is kept of one person, as a file").Refuses(422);
        people.MapPost("erase", Erase).Accepts<ErasureWish>("application/json").WithName("erasePerson").WithSummary("Erases one person; confirm repeats the name").Refuses(404, 409, 415, 422);
    }

    public static async Task<Ok<IReadOnlyList<FoundPerson>>> Find(Administrator who, Tracing tracing, CancellationToken cancellation, string? search = null) =>
        TypedResults.Ok(await tracing.Find(Named("search", search).Text, cancellation));

    public static async Task<Ok<TracesBody>> Read(Administrator who, Tracing tracing, CancellationToken cancellation, string? name = null) =>
        TypedResults.Ok(TracesBody.Of(await tracing.Of(Named("name", name), cancellation)));

    public static async Task<FileContentHttpResult> Hand(Administrator who, Tracing tracing, Audit audit, CancellationToken cancellation, string? name = null)
    {
        var traces = await tracing.Of(Named("name", name), cancellation);
        await audit.Note(who, "person's data exported", "personal data", "", cancellation);
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(new { traces, OutOfReach }, Export), "application/json", "plenum-person.json");
    }

    public static async Task<Results<Ok<ErasedBody>, ProblemHttpResult>> Erase(Sent<ErasureWish> sent, Administrator who, Tracing tracing, Erasing erasing, CancellationToken cancellation)
    {
        var person = Named("name", sent.Wish.Name);
        if (sent.Wish.Confirm?.Trim() != person.Text) throw new Unacceptable("confirm", "confirm repeats the name exactly, since an erasure cannot be taken back.");
        if (person.Is(Unnaming.Somebody)) throw new Unacceptable("name", "That is what erased people are called; nobody is known by it.");
        var traces = await tracing.Of(person, cancellation);
        if (person.Is(who.Name)) throw new Unacceptable("name", "You cannot erase your own account; another owner can.", StatusCodes.Status409Conflict);
        if (traces.Meetings.FirstOrDefault(meeting => meeting.Now) is { } now)
            throw new Unacceptable("name", $"Somebody of that name is in {now.ConferenceName} at this moment. Erase them when they have left.", StatusCodes.Status409Conflict);
        var counts = traces.Counts();
        if (counts.Values.Sum() == 0) return Problem.Of(StatusCodes.Status404NotFound, "Not found", "Nothing is kept under that name.");
        await erasing.Erase(person, traces, who, cancellation);
        return TypedResults.Ok(new ErasedBody(counts, OutOfReach));
    }

    private static PersonName Named(string member, string? text) =>
        PersonName.Parse(text) ?? throw new Unacceptable(member, $"{member} is {PersonName.Shortest} to {PersonName.Longest} characters.");
}

/// <summary>Who is to be erased, said twice.</summary>
internal sealed record ErasureWish
{
    public string? Name { get; init; }

    public string? Confirm { get; init; }
}

/// <summary>How much there is of a person, and in which meetings they were.</summary>
public sealed record TracesBody(string Name, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<Appearance> Meetings, IReadOnlyList<string> Conferences)
{
    internal static TracesBody Of(Traces traces) => new(traces.Name, traces.Counts(), traces.Meetings, traces.Conferences);
}

/// <summary>What was there and is there no more, and what nobody can erase from here.</summary>
internal sealed record ErasedBody(IReadOnlyDictionary<string, int> Counts, string OutOfReach);
