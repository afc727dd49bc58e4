using Plenum.Contracts.Scripts;
using Plenum.Server.Hosting.Storage;
using Plenum.Server.Scripting.Logs;
using Plenum.Server.Scripting.Sys;

namespace Plenum.Server.Scripting.Runs;

/// <summary>What is written down of runs: lines while they go on, one row when they are over, and what of them cannot be repeated.</summary>
internal sealed class RunRecords(Database database, ScriptLog log, ScriptEffects effects, TimeProvider time)
{
    /// <summary>How a run ended, if it did.</summary>
    public async Task<string?> Find(Guid id, CancellationToken cancellation) => (await RunRows.Find(database, id, cancellation))?.Outcome;

    public Task<bool> WasOutside(Guid id, CancellationToken cancellation) => effects.WasOutside(id, cancellation);

    public void Write(Guid run, string name, Occasion occasion, ScriptLine line, Guid? message) => log.Write(new LogLine(time.GetUtcNow(), run, name, line.Level, line.Text)
    {
        Person = occasion.For?.Name ?? "",
        Message = message ?? occasion.Message,
        Conference = occasion.Conference ?? "",
    });

    public Task Keep(Run run) => log.Keep(run);
}
