using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Plenum.Server.Plugins.Messages;
using Plenum.Server.Scripting.Hosts;
using Plenum.Server.Scripting.Listeners;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Messages;

/// <summary>
/// Runs what pages cause: the callback that a plugin called, by the text that is stored here, and then the listeners that wait
/// for it. What one page says is done one after another; what was not finished when the server fell is begun again.
/// </summary>
internal sealed partial class SayingRuns(Sayings sayings, Outbox outbox, ListenerShelf listeners, ListenerRuns runs, ILogger<SayingRuns> logger) : BackgroundService
{
    private const int AtOnce = 64, Whose = 6;
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
        var occasion = new Occasion(saying.Callback is null ? "event" : "callback", Event(saying, message), Record(saying), new Person(saying.User, saying.Person), saying.Address, saying.Tab);
        if (saying.Callback is { } callback && message?.Callbacks.GetValueOrDefault(callback) is { } source)
        {
            var arguments = new JsonArray(Node(message.Body), Node(saying.Body)).ToJsonString();
            if (!Ended(await runs.Call(IdOf(saying, ""), $"{saying.Plugin}.{saying.Event}.{callback}", source, arguments, occasion, cancellation), cancellation)) return false;
        }

        foreach (var kept in await listeners.For(saying.Plugin, saying.Event, cancellation))
            if (kept.Listener.Type is ListenerType.UiPlugin && !(message is not null && IsBy(message.Run, kept.Listener.Name)) && (kept.Listener.Callback is null || kept.Listener.Callback == saying.Callback)
                && !Ended(await runs.Run(IdOf(saying, kept.Listener.Name), kept.Listener, occasion, cancellation), cancellation)) return false;
        return true;
    }

    private static bool Ended(Run run, CancellationToken cancellation) => run.Report.Outcome is not Outcome.NotBegun && !cancellation.IsCancellationRequested;

    /// <summary>As listeners get it. What the plugin was sent is taken from here, whatever the page says it was.</summary>
    private static JsonObject Event(Saying saying, UiMessage? message)
    {
        var happened = new JsonObject { ["type"] = "PLUGIN", ["date"] = saying.At.ToUnixTimeMilliseconds(), ["plugin"] = saying.Plugin, ["event"] = saying.Event };
        if (saying.Callback is not null) happened["callback"] = saying.Callback;
        happened["data"] = message is null ? Node(saying.Body) : new JsonObject { ["originalMessage"] = Node(message.Body), ["callbackData"] = Node(saying.Body) };
        return happened;
    }

    /// <summary>The participant whose page it is, or the user of another app.</summary>
    private static JsonObject Record(Saying saying) => new() { ["id"] = saying.User, ["label"] = saying.Person };

    private static JsonNode? Node(System.Text.Json.JsonElement element) => JsonNode.Parse(element.GetRawText());

    /// <summary>
    /// The same for the same saying, so that what the run sends is sent once, however often it is begun. It begins with the listener,
    /// so that a message tells whose it is.
    /// </summary>
    private static Guid IdOf(Saying saying, string listener) => new([.. Digest(listener)[..Whose], .. Digest($"{saying.Tab}\n{saying.Seq}\n{listener}")[..(16 - Whose)]]);

    /// <summary>A listener does not hear the answers to what it sent itself: those are for its callbacks, and it would send it again and again.</summary>
    private static bool IsBy(Guid run, string listener) => run.ToByteArray().AsSpan(0, Whose).SequenceEqual(Digest(listener).AsSpan(0, Whose));

    private static byte[] Digest(string of) => SHA256.HashData(Encoding.UTF8.GetBytes(of));

    [LoggerMessage(Level = LogLevel.Warning, Message = "What pages said cannot be answered now, and will be later: {Why}")]
    private partial void Later(string why);
}
