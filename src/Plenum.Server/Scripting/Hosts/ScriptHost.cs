using System.Diagnostics;
using Plenum.Contracts.Scripts;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Scripting.Hosts;

/// <summary>
/// One process with a warm engine, for one run at a time: a runaway ends with its process and takes no other run along. It gets
/// an empty environment, and ends by itself when the server is gone.
/// </summary>
internal sealed class ScriptHost : IDisposable
{
    private const string Program = "plenum-scripts";
    private const int MostRuns = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process process;
    private readonly TimeProvider time;
    private int runs;
    private bool spent;

    private ScriptHost(Process process, TimeProvider time) => (this.process, this.time) = (process, time);

    private Stream Out => process.StandardInput.BaseStream;

    private Stream In => process.StandardOutput.BaseStream;

    /// <summary>Whether it may take another run.</summary>
    public bool Fit => !spent && runs < MostRuns && !process.HasExited;

    /// <exception cref="ScriptsUnavailable">The process or its engine does not start.</exception>
    public static async Task<ScriptHost> Start(ScriptSettings limits, TimeProvider time, CancellationToken cancellation)
    {
        var host = new ScriptHost(Launch(limits), time);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            var said = await Framing.Next(host.In, TalkJson.Default.FromHost, patience.Token);
            if (said?.Ready is { Trouble: null }) return host;
            throw new ScriptsUnavailable(said?.Ready?.Trouble ?? "The process for scripts ended as it began.");
        }
        catch (Exception trouble)
        {
            host.Dispose();
            if (trouble is ScriptsUnavailable || cancellation.IsCancellationRequested) throw;
            throw new ScriptsUnavailable($"The process for scripts does not start: {trouble.Message}");
        }
    }

    public async Task<Report> Run(Assignment assignment, SysDesk desk, ScriptSettings limits, CancellationToken cancellation)
    {
        runs++;
        var watch = new HostWatch(process.Id, limits, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watching = StopWhen(watch, over);
        var heard = await Heard(assignment, desk, limits, over.Token);
        var took = watch.Took;
        await over.CancelAsync();
        var passed = await watching;
        var figures = watch.Now();
        // What one run made of its process, the next one should not have to live with.
        if (heard is null or Outcome.Stopped || figures is null || figures.Value.ResidentBytes > limits.MemoryMegabytes * 1024L * 1024 * 2 / 3) spent = true;
        if (spent) Kill();
        return new Report(heard ?? (passed is not null ? new Outcome.Stopped(passed) : new Outcome.Lost()), took, watch.PeakBytes);
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private static Process Launch(ScriptSettings limits)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, Program))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        // A script that breaks out finds nothing of ours in its surroundings; the runtime must be found, and needs little.
        foreach (var name in start.Environment.Keys.Where(name => !name.StartsWith("DOTNET_ROOT", StringComparison.Ordinal) && name is not ("TZ" or "PATH")).ToList()) start.Environment.Remove(name);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x4000000";
        start.Environment["DOTNET_TieredCompilation"] = "1";
        start.Environment["JSC_useWasm"] = "0";
        start.Environment["JSC_forceRAMSize"] = $"{limits.MemoryMegabytes * 1024L * 1024}";
        try
        {
            var process = Process.Start(start) ?? throw new ScriptsUnavailable("The process for scripts does not start.");
            // Nobody reads what the engine says when it falls; a full pipe would hold it.
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return process;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new ScriptsUnavailable($"{Program} cannot be started: {missing.Message}");
        }
    }

    /// <summary>Whatever the run waits for out here, it waits no longer than its process lives.</summary>
    private async Task<string?> StopWhen(HostWatch watch, CancellationTokenSource over)
    {
        var passed = await watch.Until(over.Token);
        if (passed is null) return null;
        Kill();
        await over.CancelAsync();
        return passed == HostWatch.Gone ? null : passed;
    }

    /// <summary>Listens to the run until it ends; null when the process went away or said what is no message.</summary>
    private async Task<Outcome?> Heard(Assignment assignment, SysDesk desk, ScriptSettings limits, CancellationToken cancellation)
    {
        try
        {
            await Say(new ToHost(Begin: assignment), cancellation);
            for (var (lines, calls) = (0, 0); await Framing.Next(In, TalkJson.Default.FromHost, cancellation) is { } said;)
            {
                if (said.End is { } end) return end.Error is { } error ? new Outcome.Threw(error) : new Outcome.Returned(end.Value ?? "null");
                if (said.Call is not null && ++calls > limits.Calls) return new Outcome.Stopped($"It called the server more than {limits.Calls} times");
                if (said.Call is { } call) await Say(new ToHost(Reply: await desk.Answer(call, cancellation)), cancellation);
                if (said.Line is not { } line) continue;
                if (++lines > limits.LogLines) return new Outcome.Stopped($"It wrote more than {limits.LogLines} lines into the log");
                desk.Write(line);
            }

            return null;
        }
        catch (Exception gone) when (gone is IOException or InvalidDataException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task Say(ToHost message, CancellationToken cancellation)
    {
        await Out.WriteAsync(Framing.Of(message, TalkJson.Default.ToHost), cancellation);
        await Out.FlushAsync(cancellation);
    }

    private void Kill()
    {
        spent = true;
        if (!process.HasExited) process.Kill();
    }
}

/// <summary>Scripts cannot run on this machine as it is; the sentence says why.</summary>
internal sealed class ScriptsUnavailable(string why) : Exception(why);
