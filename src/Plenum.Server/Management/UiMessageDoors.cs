using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Plugins.Messages;
using Plenum.Server.Scripting.Messages;

namespace Plenum.Server.Management;

/// <summary>The life of a message from a script to plugins.</summary>
internal static class UiMessageDoors
{
    public static void MapUiMessages(this IEndpointRouteBuilder api) =>
        api.MapGet("messages/{id:guid}", Read).WithTags("UI plugins").WithName("readUiMessage").WithSummary("A message from a script to a UI plugin: the run that sent it, the pages it went to, and what they answered").Refuses(404);

    public static async Task<Results<Ok<UiMessageBody>, ProblemHttpResult>> Read(Guid id, Administrator who, Outbox outbox, Sayings sayings, TimeProvider time, CancellationToken cancellation) =>
        await Find(id, outbox, sayings, time, cancellation) is { } body ? TypedResults.Ok(body) : Problem.NotFound("message");

    public static async Task<UiMessageBody?> Find(Guid id, Outbox outbox, Sayings sayings, TimeProvider time, CancellationToken cancellation)
    {
        if (await outbox.Life(id, cancellation) is not { } life) return null;
        var replies = await sayings.To(id, cancellation);
        return new UiMessageBody(
            id, life.Message.Run, life.Message.Plugin, life.Message.Name, life.Message.Body, [.. life.Message.Callbacks.Keys], life.Message.At, life.Message.Until,
            [.. life.Fates.Select(fate => new DeliveryBody(fate.Tab, fate.User, State(fate, life.Message, replies, time.GetUtcNow()), fate.At, fate.TakenAt))],
            [.. replies.Select(reply => new ReplyBody(reply.Tab, reply.Seq, reply.User, reply.Callback ?? "", reply.Body, reply.At, SaidBy.Run(reply, "")))])
        {
            Closed = life.Message.Closed is { } why ? JsonNamingPolicy.CamelCase.ConvertName($"{why}") : null,
            HasOnTimeout = life.Message.OnTimeout.Length > 0,
        };
    }

    private static string State(Fate fate, UiMessage message, IReadOnlyList<Saying> replies, DateTimeOffset now) =>
        replies.Any(reply => reply.Tab == fate.Tab) ? "answered"
        : fate.TakenAt is not null ? "delivered"
        : message.Until < now || message.Closed is not null ? "expired"
        : "stored";
}

/// <summary>A message as it is told; of its callbacks only the names.</summary>
public sealed record UiMessageBody(
    Guid Id, Guid Run, string Plugin, string Name, JsonElement Message, IReadOnlyList<string> Callbacks, DateTimeOffset At, DateTimeOffset Until,
    IReadOnlyList<DeliveryBody> Deliveries, IReadOnlyList<ReplyBody> Replies)
{
    /// <summary>Why no more answers are taken: answered or timeout; null while they are.</summary>
    public string? Closed { get; init; }

    /// <summary>Whether something is run when nobody answers in time.</summary>
    public bool HasOnTimeout { get; init; }
}

/// <summary>What became of it in one page: stored, delivered, answered or expired.</summary>
public sealed record DeliveryBody(string Tab, string User, string State, DateTimeOffset At, DateTimeOffset? TakenAt);

/// <summary>One callback that a page called, and the run that it caused, where there was one.</summary>
public sealed record ReplyBody(string Tab, long Seq, string User, string Callback, JsonElement Data, DateTimeOffset At, Guid Run);
