using System.Text;
using System.Text.Json;
using Plenum.Contracts.Scripts;
using Plenum.Server.Scripting.Hosts;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Logs;
using Plenum.Server.Scripting.Messages;

namespace Plenum.Server.Scripting.Runs;

/// <summary>Runs scripts, and sees that what they wrote and how they ended is in the log before anybody is told.</summary>
internal sealed class ListenerRuns(ScriptHosts hosts, ScriptLog log, UiCalls ui, TimeProvider time)
{
    private const int LongestValue = 64 * 1024, Deepest = 32;

    public Task<Run> Run(Listener listener, Occasion occasion, CancellationToken cancellation) => Run(Guid.CreateVersion7(), listener, occasion, cancellation);

    /// <summary>With an id that is the same when it is begun again.</summary>
    public Task<Run> Run(Guid id, Listener listener, Occasion occasion, CancellationToken cancellation) => Perform(
        id, listener.Name, new Assignment($"listeners/{listener.Name}", listener.Script, Parameters: ["event", "record"], Arguments: occasion.Arguments, Context: occasion.Context), occasion, cancellation);

    /// <summary>Calls a callback by its stored text.</summary>
    public Task<Run> Call(Guid id, string name, string source, string arguments, Occasion occasion, CancellationToken cancellation) => Perform(
        id, name, new Assignment($"callbacks/{name}", source, SourceKind.Function, Arguments: arguments, Context: occasion.Context, Reply: true), occasion, cancellation);

    private async Task<Run> Perform(Guid id, string name, Assignment assignment, Occasion occasion, CancellationToken cancellation)
    {
        var (began, calls) = (time.GetUtcNow(), 0);
        void Write(ScriptLine line) => log.Write(new LogLine(time.GetUtcNow(), id, name, line.Level, line.Text));
        var desk = new SysDesk(
            async (call, ended) => call.Name == UiCalls.SendMessage ? await ui.Send(call, new UiCaller(id, ++calls, occasion, Write), ended) : SysDesk.NotOffered(call),
            Write);
        var run = new Run(id, name, occasion.Cause, began, Bounded(await hosts.Run(assignment, desk, cancellation)));
        if (run.Message.Length > 0) Write(new ScriptLine("error", InWords(run)));
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
