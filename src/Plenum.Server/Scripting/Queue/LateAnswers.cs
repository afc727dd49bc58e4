using System.Text.Json.Nodes;
using Plenum.Server.Plugins.Messages;
using Plenum.Server.Scripting.Messages;
using Plenum.Server.Scripting.Runs;

namespace Plenum.Server.Scripting.Queue;

/// <summary>When the time to answer a message is over and nobody did, no answer is taken any more and its <c>onTimeout</c> is run, once.</summary>
internal sealed class LateAnswers(Outbox outbox, ListenerRuns runs)
{
    public async Task<Ended?> Run(QueuedRun run, CancellationToken cancellation)
    {
        var occasion = Occasion.Of(run.Body);
        if (occasion.Message is not { } id || await outbox.Life(id, cancellation) is not { Message: var message, Fates: var fates }) return new Ended(Well: true);
        // It may have been closed by this very run, before it fell.
        if (message.Closed is not Closing.Timeout && !await outbox.Close(id, Closing.Timeout, unlessAnswered: true, cancellation)) return new Ended(Well: true);
        if (message.OnTimeout.Length == 0) return new Ended(Well: true);
        var told = new JsonObject { ["message"] = $"{id}", ["deliveries"] = new JsonArray([.. fates.Select(fate => (JsonNode)new JsonObject { ["user"] = fate.User, ["delivered"] = fate.TakenAt is not null })]) };
        var arguments = new JsonArray(SaidBy.Node(message.Body), told).ToJsonString();
        return await runs.Once(run.Id, $"{(message.Plugin.Length > 0 ? message.Plugin : "global")}.{message.Name}.onTimeout", message.OnTimeout, arguments, reply: false, occasion with { Cause = "timeout" }, cancellation);
    }
}
