using System.Text;
using System.Text.Json;
using Plenum.Contracts.Scripts;
using Plenum.Server.Scripting.Hosts;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Sys;
using Plenum.Server.Scripting.Sys.Storage;

namespace Plenum.Server.Scripting.Runs;

/// <summary>
/// Runs scripts, and sees that what they wrote and how they ended is in the log before anybody is told. One whose process fell
/// is begun again where that repeats nothing, since it finds its own effects done; one that had reached outside is not.
/// </summary>
internal sealed class ListenerRuns(ScriptHosts hosts, RunRecords records, SysTable sys, KeyLocks locks, TimeProvider time)
{
    private const int LongestValue = 64 * 1024, Deepest = 32, MostTries = 3, MostDead = 10;
    private const string Stays = "The process that ran it ended under it after it had reached outside: what it did until then stays done, and it is not begun again";

    public async Task<Run> Run(Listener listener, Occasion occasion, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        return (await Perform(id, listener.Name, Of(id, listener, occasion), occasion, again: false, cancellation))!;
    }

    /// <summary>With an id that is the same when it is begun again; null when it could not be, or not to its end.</summary>
    public Task<Ended?> Once(Guid id, Listener listener, Occasion occasion, CancellationToken cancellation) => Once(id, listener.Name, Of(id, listener, occasion), occasion, cancellation);

    /// <summary>Calls a callback by its stored text, once.</summary>
    public Task<Ended?> Once(Guid id, string name, string source, string arguments, bool reply, Occasion occasion, CancellationToken cancellation) => Once(
        id, name, new Assignment($"callbacks/{name}", source, SourceKind.Function, Arguments: arguments, Context: occasion.Context(id), Reply: reply), occasion, cancellation);

    private static Assignment Of(Guid id, Listener listener, Occasion occasion) =>
        new($"listeners/{listener.Name}", listener.Script, Parameters: ["event", "record"], Arguments: occasion.Arguments, Context: occasion.Context(id));

    private async Task<Ended?> Once(Guid id, string name, Assignment assignment, Occasion occasion, CancellationToken cancellation)
    {
        if (await records.Find(id, cancellation) is { } before) return new Ended(before == "returned");
        if (await records.WasOutside(id, cancellation)) return await Fell(id, name, occasion);
        return await Perform(id, name, assignment, occasion, again: true, cancellation) is { } run ? new Ended(run.Report.Outcome is Outcome.Returned) : null;
    }

    /// <summary>Null when this server stops before the run ends, or when it could not begin and somebody will try again.</summary>
    private async Task<Run?> Perform(Guid id, string name, Assignment assignment, Occasion occasion, bool again, CancellationToken cancellation)
    {
        var began = time.GetUtcNow();
        for (var (tries, dead) = (1, 1); ; tries++)
        {
            var script = new RunningScript(id, name, occasion, (line, message) => records.Write(id, name, occasion, line, message));
            var desk = new SysDesk((call, ended) => sys.Answer(call, script.Heard(), ended), line => script.Take(line));
            var report = Bounded(await hosts.Run(assignment, desk, cancellation));
            if (cancellation.IsCancellationRequested || (again && report.Outcome is Outcome.NotBegun)) return null;
            await locks.Release(script);
            // When several processes fall at once, those that waited for a run are found dead one after the other.
            if (report.Outcome is Outcome.Lost && !script.Said && dead++ < MostDead) tries--;
            if (report.Outcome is Outcome.Lost && !script.Outside && tries < MostTries)
            {
                script.Write("warn", "The process that ran it ended under it: it is begun again");
                continue;
            }

            var run = new Run(id, name, occasion.Cause, began, report.Outcome is Outcome.Lost && script.Outside ? report with { Outcome = new Outcome.Lost(Stays) } : report);
            if (run.Message.Length > 0) script.Write("error", InWords(run));
            await records.Keep(run);
            return run;
        }
    }

    private async Task<Ended> Fell(Guid id, string name, Occasion occasion)
    {
        records.Write(id, name, occasion, new ScriptLine("error", Stays), null);
        await records.Keep(new Run(id, name, occasion.Cause, time.GetUtcNow(), new Report(new Outcome.Lost(Stays), TimeSpan.Zero, 0)));
        return new Ended(Well: false);
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

/// <summary>A run that is over, now or long since.</summary>
internal readonly record struct Ended(bool Well);
