using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Plenum.Server.Plugins.Messages;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Queue;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Messages;

/// <summary>
/// Runs what pages cause: the callback that a plugin called, by the text that is stored here, and then the listeners that wait
/// for it. What one page says is done one after another; what was not finished when the server fell is begun again.
/// </summary>
internal sealed partial class SayingRuns(Sayings sayings, Outbox outbox, ListenerShelf listeners, ListenerRuns runs, RunQueue queue, ILogger<SayingRuns> logger) : BackgroundService
{
    private const int AtOnce = 64;
    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(10);
    private readonly Channel<string> behind = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, bool> busy = [];
    private readonly SemaphoreSlim places = new(AtOnce);

    public override void Dispose()
    {
        places.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        sayings.Said += tab => behind.Writer.TryWrite(tab);
        _ = LookAgain(stoppingToken);
        try
        {
            await foreach (var tab in behind.Reader.ReadAllAsync(stoppingToken))
            {
                if (!busy.TryAdd(tab, true)) continue;
                await places.WaitAsync(stoppingToken);
                _ = Serve(tab, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    /// <summary>At the start, and for what could not be done when it was said.</summary>
    private async Task LookAgain(CancellationToken cancellation)
    {
        using var looks = new PeriodicTimer(LooksEvery);
        try
        {
            do
            {
                try
                {
                    foreach (var tab in await sayings.Behind(cancellation)) behind.Writer.TryWrite(tab);
                }
                catch (Exception away) when (away is System.Data.Common.DbException or IOException)
                {
                    Later(away.Message);
                }
            }
            while (await looks.WaitForNextTickAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private async Task Serve(string tab, CancellationToken cancellation)
    {
        var again = false;
        try
        {
            foreach (var saying in await sayings.Waiting(tab, cancellation))
            {
                if (!await Answered(saying, cancellation)) return;
                await sayings.Done(saying, CancellationToken.None);
                again = true;
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            again = false;
            Later(fault.Message);
        }
        catch (OperationCanceledException)
        {
            again = false;
        }
        finally
        {
            places.Release();
            busy.TryRemove(tab, out _);
            // Something may have been said after the last look.
            if (again) behind.Writer.TryWrite(tab);
        }
    }

    /// <summary>False when scripts cannot run now, or the server stops: then it is done later, whole.</summary>
    private async Task<bool> Answered(Saying saying, CancellationToken cancellation)
    {
        var message = saying.Message is { } id ? await outbox.Find(id, saying.Tab, cancellation) : null;
        var occasion = SaidBy.Occasion(saying, message);
        if (saying.Callback is { } callback && message?.Callbacks.GetValueOrDefault(callback) is { Length: > 0 } source)
        {
            var arguments = new JsonArray(SaidBy.Node(message.Body), SaidBy.Node(saying.Body)).ToJsonString();
            var name = $"{(saying.Plugin.Length > 0 ? saying.Plugin : "global")}.{saying.Event}.{callback}";
            if (await runs.Once(SaidBy.Run(saying, ""), name, source, arguments, reply: true, occasion, cancellation) is null) return false;
        }

        foreach (var kept in await listeners.For(saying.Plugin, saying.Event, cancellation))
            if (kept.Listener.Type is ListenerType.UiPlugin && !(message is not null && QueuedRun.IsBy(message.Run, kept.Listener.Name)) && (kept.Listener.Callback is null || kept.Listener.Callback == saying.Callback)
                && !await Heard(kept.Listener, saying, occasion, cancellation)) return false;
        return true;
    }

    private async Task<bool> Heard(Listener listener, Saying saying, Occasion occasion, CancellationToken cancellation)
    {
        if (!listener.Background) return await runs.Once(SaidBy.Run(saying, listener.Name), listener, occasion, cancellation) is not null;
        await queue.Add(QueuedRun.Of(listener, occasion, SaidBy.Happening(saying, listener.Name), saying.At) with { Place = saying.Seq }, cancellation);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What pages said cannot be answered now, and will be later: {Why}")]
    private partial void Later(string why);
}
