using System.Collections.Concurrent;
using System.Data.Common;
using Plenum.Server.Plugins.Registry;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Queue;

/// <summary>Runs what waits to be run, as far as its queue and its listener allow. What fell with a node is taken up by another, or by the same one when it is back.</summary>
internal sealed partial class QueueWork(RunQueue queue, ListenerShelf listeners, ListenerRuns runs, LateAnswers late, TimeProvider time, ILogger<QueueWork> logger) : BackgroundService
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Looks = TimeSpan.FromMilliseconds(500), Soon = TimeSpan.FromMilliseconds(15), Holds = TimeSpan.FromSeconds(3), Busy = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<Guid, QueuedRun> inHand = [];
    private readonly SemaphoreSlim rung = new(0);

    /// <summary>How many of a queue go on at once.</summary>
    private static int Turns(string name) => name is "heavy" ? 1 : 4;

    public override void Dispose()
    {
        rung.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        queue.Added += due => Ring(due);
        try
        {
            await Try(queue.Begin, stoppingToken);
            var held = time.GetTimestamp();
            while (!stoppingToken.IsCancellationRequested)
            {
                await Try(Look, stoppingToken);
                if (!inHand.IsEmpty && time.GetElapsedTime(held) > Holds)
                {
                    await Try(queue.Hold, stoppingToken);
                    held = time.GetTimestamp();
                }

                // What was added is there once its transaction is done, which is a moment after the bell.
                if (await rung.WaitAsync(Looks, stoppingToken)) await Task.Delay(Soon, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private void Ring(DateTimeOffset due)
    {
        if (due <= time.GetUtcNow() && rung.CurrentCount < 2) rung.Release();
    }

    private async Task Try(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        try
        {
            await work(cancellation);
        }
        catch (Exception away) when (away is DbException or TimeoutException or IOException)
        {
            Later(away.Message);
        }
    }

    private async Task Look(CancellationToken cancellation)
    {
        var passed = new HashSet<string>();
        foreach (var run in await queue.Due(AtOnce, cancellation))
        {
            // Those of one listener keep their order: where one must wait, the ones behind it do.
            if (inHand.ContainsKey(run.Id) || passed.Contains(run.Listener)) continue;
            var listener = await Find(run, cancellation);
            if (Full(run, listener))
            {
                if (run.Listener.Length > 0) passed.Add(run.Listener);
                continue;
            }

            if (await queue.Take(run, cancellation) && inHand.TryAdd(run.Id, run)) _ = Work(run, listener, cancellation);
        }
    }

    private bool Full(QueuedRun run, Listener? listener) =>
        inHand.Values.Count(other => other.Queue == run.Queue) >= Turns(run.Queue)
        || (listener is { Concurrency: > 0 } && inHand.Values.Count(other => other.Listener == run.Listener) >= listener.Concurrency);

    private async Task<Listener?> Find(QueuedRun run, CancellationToken cancellation) =>
        ScriptName.TryParse(run.Listener, null, out var name) && await listeners.Find(name, cancellation) is { Listener: { Enabled: true } found } ? found : null;

    private async Task Work(QueuedRun run, Listener? listener, CancellationToken cancellation)
    {
        try
        {
            var ended = await Attempt(run, listener, cancellation);
            // It stays in hand, so that what comes after it in its listener does not go before it.
            while (ended is null && !cancellation.IsCancellationRequested)
            {
                await Task.Delay(Busy, time, cancellation);
                ended = await Attempt(run, listener, cancellation);
            }

            if (cancellation.IsCancellationRequested) return;
            if (ended is { Well: false } && run.Tries < (listener?.Retries ?? 0)) await queue.Later(run, TimeSpan.FromSeconds(Math.Pow(2, run.Tries)));
            else await queue.Done(run);
        }
        catch (Exception away) when (away is DbException or TimeoutException or IOException or OperationCanceledException)
        {
            // It stays in the queue, and is free again when nobody says that it is in hand.
            if (!cancellation.IsCancellationRequested) Later(away.Message);
        }
        finally
        {
            inHand.TryRemove(run.Id, out _);
            if (!cancellation.IsCancellationRequested) Ring(DateTimeOffset.MinValue);
        }
    }

    /// <summary>Null when it could not begin now.</summary>
    private async Task<Ended?> Attempt(QueuedRun run, Listener? listener, CancellationToken cancellation) =>
        run.Kind == QueuedRun.OfMessage ? await late.Run(run, cancellation)
        : listener is null ? new Ended(Well: true)
        : await runs.Once(IdOf(run), listener, Occasion.Of(run.Body), cancellation);

    /// <summary>A further try is a run of its own.</summary>
    private static Guid IdOf(QueuedRun run) => run.Tries == 0 ? run.Id : QueuedRun.Named(run.Listener, $"{run.Id}\n{run.Tries}");

    [LoggerMessage(Level = LogLevel.Warning, Message = "What waits to be run cannot be run now, and will be later: {Why}")]
    private partial void Later(string why);
}
