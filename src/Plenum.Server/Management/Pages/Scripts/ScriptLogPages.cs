using Plenum.Server.Hosting.Storage;
using Plenum.Server.Lobby;
using Plenum.Server.Plugins.Messages;
using Plenum.Server.Scripting.Logs;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Management.Pages.Scripts;

/// <summary>What scripts wrote, as it is written too; their runs; and the life of each message.</summary>
internal static class ScriptLogPages
{
    private const int Lines = 200;

    public static void MapTo(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/script-logs", Logs);
        pages.MapGet("/script-logs/live", (Visit visit, ScriptLog log, IHostApplicationLifetime life, CancellationToken cancellation, string? text = null, string? level = null, string? run = null, string? listener = null) =>
            ScriptLogDoors.Live(visit.Who, log, life, cancellation, text, level, run, listener));
        pages.MapGet("/script-runs", async Task<IResult> (Visit visit, Database database, CancellationToken cancellation, string? listener = null) =>
            new PageResult<RunsPage>(new { Visit = visit, Runs = (await RunRows.Read(database, listener, Lines, cancellation)).Select(RunBody.Of).ToList(), Listener = listener ?? "" }));
        pages.MapGet("/script-runs/{id:guid}", Run);
        pages.MapGet("/script-messages/{id:guid}", Message);
    }

    private static async Task<IResult> Logs(
        Visit visit, ScriptLog log, CancellationToken cancellation, string? text = null, string? level = null, string? run = null, string? listener = null, string? message = null, long before = long.MaxValue)
    {
        var filter = new LogFilter(text ?? "", level ?? "", run ?? "", listener ?? "", message ?? "");
        try
        {
            var sheet = (await ScriptLogDoors.Lines(visit.Who, log, cancellation, text, level, run, listener, null, message, null, before, Lines)).Value!;
            return new PageResult<ScriptLogsPage>(new { Visit = visit, Filter = filter, Lines = sheet.Items, Next = sheet.Before, Newest = before == long.MaxValue });
        }
        catch (Unacceptable no)
        {
            return new PageResult<ScriptLogsPage>(new { Visit = visit, Filter = filter, Lines = (IReadOnlyList<LogLine>)[], Newest = false, Wrong = no.Message }, no.Status);
        }
    }

    private static async Task<IResult> Run(Guid id, Visit visit, Database database, ScriptLog log, Outbox outbox, CancellationToken cancellation) => await RunRows.Find(database, id, cancellation) is { } row
        ? new PageResult<RunPage>(new { Visit = visit, Run = RunBody.Of(row), Lines = await log.Read(new LogQuestion(null, LogLine.Levels, id, null, long.MaxValue, Lines), cancellation), Messages = await outbox.By(id, cancellation) })
        : Results.NotFound();

    private static async Task<IResult> Message(Guid id, Visit visit, Outbox outbox, Sayings sayings, TimeProvider time, CancellationToken cancellation) =>
        await UiMessageDoors.Find(id, outbox, sayings, time, cancellation) is { } body ? new PageResult<MessagePage>(new { Visit = visit, Message = body }) : Results.NotFound();
}

/// <summary>Which lines are looked at, as it stands in the address.</summary>
public sealed record LogFilter(string Text, string Level, string Run, string Listener, string Message)
{
    public string ToQuery() => string.Join('&', new[] { ("text", Text), ("level", Level), ("run", Run), ("listener", Listener), ("message", Message) }
        .Where(part => part.Item2.Length > 0).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}"));
}
