using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Participants;

namespace Plenum.Server.Management;

/// <summary>Keys for programs that manage the server.</summary>
internal static class KeyDoors
{
    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("api-keys").WithTags("API keys");
        keys.MapGet("", List).WithName("listApiKeys").WithSummary("The keys that may be used");
        keys.MapPost("", Make).Accepts<KeyWish>("application/json").WithName("createApiKey").WithSummary("Makes a key; its text is shown only in this answer").Refuses(415, 422);
        keys.MapDelete("{id:guid}", Revoke).WithName("revokeApiKey").WithSummary("Revokes a key at once; it can be brought back for 30 days").Refuses(404);
        keys.MapGet("removed", Revoked).WithName("listRemovedApiKeys").WithSummary("What was revoked in the last 30 days, the latest first");
        keys.MapPost("{id:guid}/restore", Restore).WithName("restoreApiKey").WithSummary("Lets a revoked key work again").Refuses(404);
    }

    public static async Task<Ok<IReadOnlyList<ApiKey>>> List(ApiKeys keys, CancellationToken cancellation) => TypedResults.Ok(await keys.All(cancellation));

    public static async Task<Created<NewKeyBody>> Make(Sent<KeyWish> sent, Administrator who, ApiKeys keys, Audit audit, CancellationToken cancellation)
    {
        var name = DisplayName.Clean(sent.Wish.Name ?? "");
        if (name.Length == 0) throw new Unacceptable("name", "name is required: what the key is for.");
        var (key, text) = await keys.Make(name, sent.Wish.Rank ?? Rank.Owner, (transaction, id) => audit.Note(transaction, who, "API key created", id, $"{name}; {(sent.Wish.Rank ?? Rank.Owner).InWords()}"), cancellation);
        return TypedResults.Created($"{AdminApi.Root}/api-keys/{key.Id}", new NewKeyBody(key.Id, key.Name, text));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Revoke(Guid id, Administrator who, ApiKeys keys, Audit audit, CancellationToken cancellation) =>
        await keys.Revoke(id, transaction => audit.Note(transaction, who, "API key revoked", $"{id}"), cancellation)
            ? TypedResults.NoContent()
            : Problem.NotFound("API key");

    public static async Task<Ok<IReadOnlyList<RevokedKey>>> Revoked(ApiKeys keys, CancellationToken cancellation) => TypedResults.Ok(await keys.Revoked(cancellation));

    public static async Task<Results<NoContent, ProblemHttpResult>> Restore(Guid id, Administrator who, ApiKeys keys, Audit audit, CancellationToken cancellation) =>
        await keys.Restore(id, transaction => audit.Note(transaction, who, "API key restored", $"{id}"), cancellation)
            ? TypedResults.NoContent()
            : Problem.NotFound("revoked API key");
}

/// <summary>A key that is wanted, named after what it is for.</summary>
internal sealed record KeyWish
{
    public string? Name { get; init; }

    /// <summary>What it may do: owner, unless something less will do.</summary>
    public Rank? Rank { get; init; }
}

/// <summary>The one answer that has a key in it.</summary>
internal sealed record NewKeyBody(Guid Id, string Name, string Key);
