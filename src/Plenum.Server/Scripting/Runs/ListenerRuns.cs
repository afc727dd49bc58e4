using System.Text;
using System.Text.Json;
using Plenum.Contracts.Scripts;
using Plenum.Server.Scripting.Hosts;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Logs;

namespace Plenum.Server.Scripting.Runs;

/// <summary>Runs listeners, and sees that what they wrote and how they ended is in the log before anybody is told.</summary>
internal sealed class ListenerRuns(ScriptHosts hosts, ScriptLog log, TimeProvider time)
{
    private const int LongestValue = 64 * 1024, Deepest = 32;

    public async Task<Run> Run(Listener listener, Occasion occasion, CancellationToken cancellation)
    {
        var (id, began) = (Guid.CreateVersion7(), time.GetUtcNow());
        var assignment = new Assignment(
            $"listeners/{listener.Name}", listener.Script, Parameters: ["event", "record"], Arguments: occasion.Arguments, Context: occasion.Context);
        var desk = new SysDesk(
            (call, _) => Task.FromResult(SysDesk.NotOffered(call)),
            line => log.Write(new LogLine(time.GetUtcNow(), id, listener.Name, line.Level, line.Text)));
        var run = new Run(id, listener.Name, occasion.Cause, began, Bounded(await hosts.Run(assignment, desk, cancellation)));
        if (run.Message.Length > 0) log.Write(new LogLine(time.GetUtcNow(), id, listener.Name, "error", InWords(run)));
        await log.Keep(run);
        return run;
    }

    /// <summary>A value is an answer, not a warehouse.</summary>
    private static Report Bounded(Report report) => report.Outcome switch
    {
        Outcome.Returned { Value.Length: > LongestValue } => Refused(report, $"The script returned more than {LongestValue} characters"),
        Outcome.Returned returned when !Shallow(returned.Value) => Refused(report, $"The script returned a value that is nested more than {Deepest} deep"),
        _ => report,
    };

    private static Report Refused(Report report, string why) => report with { Outcome = new Outcome.Threw(new ScriptError("badRequest", why, "", 0)) };

    private static bool Shallow(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = Deepest + 1 });
        try
        {
            while (reader.Read()) continue;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string InWords(Run run) => $"{run.Message}{(run.Line > 0 ? $" (line {run.Line})" : "")}{(run.Stack.Length > 0 ? $"\n{run.Stack}" : "")}";
}
