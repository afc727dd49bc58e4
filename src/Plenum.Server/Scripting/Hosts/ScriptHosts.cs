using System.Collections.Concurrent;
using Plenum.Contracts.Scripts;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Scripting.Hosts;

/// <summary>
/// The processes that scripts run in: none until the first is wanted, then as many as runs go on at once, kept warm. One that
/// fell or was stopped is replaced before the next run asks for it.
/// </summary>
internal sealed partial class ScriptHosts(ScriptSettings settings, TimeProvider time, ILogger<ScriptHosts> logger) : IDisposable
{
    private const int MostWaiting = 1_000;
    private readonly SemaphoreSlim turns = new(settings.AtOnce), asides = new(settings.Waiting);
    private readonly ConcurrentStack<ScriptHost> idle = [];
    private readonly CancellationTokenSource closing = new();
    private int waiting;

    /// <summary>Has a process ready for the first run.</summary>
    public async Task Warm()
    {
        try
        {
            if (idle.IsEmpty) Keep(await ScriptHost.Start(settings, time, closing.Token));
        }
        catch (Exception trouble) when (trouble is ScriptsUnavailable or OperationCanceledException)
        {
            if (!closing.IsCancellationRequested) NotWarm(trouble.Message);
        }
    }

    public async Task<Report> Run(Assignment assignment, SysDesk desk, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return NotBegun("Too many runs are waiting");
        }

        try
        {
            await turns.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        try
        {
            return await Seated(assignment, desk with { Answer = (call, ended) => Answer(call, desk, ended) }, cancellation);
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose()
    {
        closing.Cancel();
        while (idle.TryPop(out var host)) host.Dispose();
        closing.Dispose();
        turns.Dispose();
        asides.Dispose();
    }

    /// <summary>Waiting for a while needs nobody; and while a run waits for anything, another may have its turn.</summary>
    private async Task<SysReply> Answer(SysCall call, SysDesk desk, CancellationToken ended)
    {
        if (call.Name is not (SysDesk.Wait or SysDesk.Lock or SysDesk.Next)) return await desk.Answer(call, ended);
        if (!asides.Wait(0, CancellationToken.None)) return await Waited(call, desk, ended);
        turns.Release();
        try
        {
            return await Waited(call, desk, ended);
        }
        finally
        {
            await turns.WaitAsync(CancellationToken.None);
            asides.Release();
        }
    }

    private async Task<SysReply> Waited(SysCall call, SysDesk desk, CancellationToken ended)
    {
        if (call.Name is not SysDesk.Wait) return await desk.Answer(call, ended);
        await Task.Delay(SysDesk.WaitOf(call), time, ended);
        return new SysReply("null");
    }

    private async Task<Report> Seated(Assignment assignment, SysDesk desk, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, closing.Token);
        try
        {
            var host = Waiting() ?? await ScriptHost.Start(settings, time, either.Token);
            var report = await host.Run(assignment, desk, settings, either.Token);
            if (report.Outcome is Outcome.Stopped stopped) WasStopped(assignment.Name, stopped.Limit);
            if (report.Outcome is Outcome.Lost && !either.IsCancellationRequested) WasLost(assignment.Name);
            Keep(host);
            if (!closing.IsCancellationRequested && idle.IsEmpty) _ = Warm();
            return report;
        }
        catch (ScriptsUnavailable trouble)
        {
            NotWarm(trouble.Message);
            return NotBegun(trouble.Message);
        }
    }

    private ScriptHost? Waiting()
    {
        while (idle.TryPop(out var host))
        {
            if (host.Fit) return host;
            host.Dispose();
        }

        return null;
    }

    private void Keep(ScriptHost host)
    {
        if (host.Fit && !closing.IsCancellationRequested && idle.Count < settings.AtOnce) idle.Push(host);
        else host.Dispose();
    }

    private static Report NotBegun(string why) => new(new Outcome.NotBegun(why), TimeSpan.Zero, 0);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The script {Script} was stopped: {Limit}")]
    private partial void WasStopped(string script, string limit);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The process of the script {Script} fell")]
    private partial void WasLost(string script);

    [LoggerMessage(Level = LogLevel.Error, Message = "Scripts cannot run: {Why}")]
    private partial void NotWarm(string why);
}
