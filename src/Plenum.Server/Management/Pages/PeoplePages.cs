using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Lobby;
using Plenum.Server.Management.People;

namespace Plenum.Server.Management.Pages;

/// <summary>One person's data: looked for, looked at, handed out, erased.</summary>
internal static class PeoplePages
{
    public const string Path = "/people";

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, Find);
        pages.MapGet($"{Path}/person", (Visit visit, Tracing tracing, CancellationToken cancellation, string? name = null) => Person(visit, tracing, name, cancellation));
        pages.MapGet($"{Path}/export", async Task<IResult> (Visit visit, Tracing tracing, Audit audit, CancellationToken cancellation, string? name = null) =>
            await PeopleDoors.Hand(visit.Who, tracing, audit, cancellation, name));
        pages.MapPost($"{Path}/erase", Erase);
    }

    private static async Task<IResult> Find(Visit visit, Tracing tracing, CancellationToken cancellation, string? search = null)
    {
        try
        {
            var found = string.IsNullOrWhiteSpace(search) ? null : (await PeopleDoors.Find(visit.Who, tracing, cancellation, search)).Value;
            return new PageResult<PeoplePage>(new { Visit = visit, Search = search, Found = found });
        }
        catch (Unacceptable e)
        {
            return new PageResult<PeoplePage>(new { Visit = visit, Search = search, Wrong = "Write two characters or more." }, e.Status);
        }
    }

    private static async Task<IResult> Person(Visit visit, Tracing tracing, string? name, CancellationToken cancellation, Unacceptable? wrong = null)
    {
        if (PersonName.Parse(name) is null) return Results.NotFound();
        var traces = (await PeopleDoors.Read(visit.Who, tracing, cancellation, name)).Value!;
        return new PageResult<PersonPage>(new { Visit = visit, Traces = traces, Wrong = wrong }, wrong?.Status ?? 200);
    }

    private static async Task<IResult> Erase(HttpContext context, Visit visit, Tracing tracing, Erasing erasing, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var wish = new ErasureWish { Name = form["name"], Confirm = form["confirm"] };
        try
        {
            var answer = await PeopleDoors.Erase(new Sent<ErasureWish>(wish, new HashSet<string> { "name", "confirm" }), visit.Who, tracing, erasing, cancellation);
            return answer.Result is Ok<ErasedBody> { Value: { } erased }
                ? new PageResult<PeoplePage>(new { Visit = visit, Done = $"Erased: {string.Join(", ", erased.Counts.Where(count => count.Value > 0).Select(count => $"{count.Value} {count.Key}"))}. {erased.OutOfReach}" })
                : new PageResult<PeoplePage>(new { Visit = visit, Wrong = "Nothing is kept under that name." }, StatusCodes.Status404NotFound);
        }
        catch (Unacceptable e)
        {
            return await Person(visit, tracing, wish.Name, cancellation, e);
        }
    }
}
