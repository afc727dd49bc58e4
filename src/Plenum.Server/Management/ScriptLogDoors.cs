using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Scripting.Logs;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Management;

/// <summary>What scripts wrote, and how their runs ended.</summary>
internal static class ScriptLogDoors
{
    private const int Largest = 1_000;

    public static void MapScriptLogs(this IEndpointRouteBuilder api)
    {
        api.MapGet("logs", Lines).WithTags("Listeners").WithName("readLogs").WithSummary("Lines that scripts wrote, the newest first: with a text in them, of a level (or several, with commas), of a run").Refuses(422);
        api.MapGet("logs/live", Live).WithTags("Listeners").WithName("followLogs").WithSummary("New lines as they are written, as server-sent events; with a text in them, of a level, of a run").Refuses(422);
        api.MapGet("runs", Runs).WithTags("Listeners").WithName("listRuns").WithSummary("Runs of scripts that are over, the newest first").Refuses(422);
        api.MapGet("runs/{id:guid}", Run).WithTags("Listeners").WithName("readRun").WithSummary("One run: how long it took, how it ended and where it failed").Refuses(404);
    }

    public static async Task<Ok<LogSheet>> Lines(
        Administrator who, ScriptLog log, CancellationToken cancellation, string? text = null, string? level = null, string? run = null, string? listener = null, string? person = null, string? message = null,
        string? conference = null, long before = long.MaxValue, int take = 200)
    {
        if (take is < 1 or > Largest) throw new Unacceptable("take", $"take is between 1 and {Largest}.");
        if (text is { Length: > 1000 }) throw new Unacceptable("text", "text has at most 1000 characters.");
        var lines = await log.Read(new LogQuestion(text, Levels(level), Id(run, "run"), listener, before, take) { Person = person, Message = Id(message, "message"), Conference = conference }, cancellation);
        return TypedResults.Ok(new LogSheet(lines, lines.Count == take ? lines[^1].Seq : null));
    }

    public static async Task<Ok<IReadOnlyList<RunBody>>> Runs(Administrator who, Database database, CancellationToken cancellation, string? listener = null, int take = 50)
    {
        if (take is < 1 or > Largest) throw new Unacceptable("take", $"take is between 1 and {Largest}.");
        return TypedResults.Ok<IReadOnlyList<RunBody>>([.. (await RunRows.Read(database, listener, take, cancellation)).Select(RunBody.Of)]);
    }

    public static async Task<Results<Ok<RunBody>, ProblemHttpResult>> Run(Guid id, Administrator who, Database database, CancellationToken cancellation) =>
        await RunRows.Find(database, id, cancellation) is { } row ? TypedResults.Ok(RunBody.Of(row)) : Problem.NotFound("run");

    public static ServerSentEventsResult<LogLine> Live(Administrator who, ScriptLog log, IHostApplicationLifetime life, CancellationToken cancellation, string? text = null, string? level = null, string? run = null, string? listener = null)
    {
        var question = new LogQuestion(text, Levels(level), Id(run, "run"), listener, 0, 0);
        return TypedResults.ServerSentEvents(LogTail.Follow(log, question, life.ApplicationStopping, cancellation));
    }

    private static Guid? Id(string? text, string name) => text is null or "" ? null : Guid.TryParse(text, out var parsed) ? parsed : throw new Unacceptable(name, $"{name} is the id of a {name}.");

    private static IReadOnlyList<string> Levels(string? level)
    {
        if (string.IsNullOrEmpty(level)) return LogLine.Levels;
        var levels = level.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return levels.Length > 0 && levels.All(LogLine.Levels.Contains) ? levels : throw new Unacceptable("level", $"level is one or more of {string.Join(", ", LogLine.Levels)}, with commas between.");
    }
}

/// <summary>Some lines, and with what to ask for those before them; null when there are none.</summary>
internal sealed record LogSheet(IReadOnlyList<LogLine> Items, long? Before);
