using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Plugins.Registry;
using Plenum.Server.Scripting.Sys.Shared;

namespace Plenum.Server.Management;

/// <summary>Secrets that scripts may read, and nobody else: they go in here, and do not come out.</summary>
internal static class ScriptSecretDoors
{
    private const int Longest = 10_000;

    public static void MapScriptSecrets(this IEndpointRouteBuilder api)
    {
        var secrets = api.MapGroup("script-secrets").WithTags("Listeners");
        secrets.MapGet("", List).WithName("listScriptSecrets").WithSummary("The names of the secrets that scripts may read");
        secrets.MapPut("{name}", Put).Accepts<ScriptSecretWish>("application/json").WithName("putScriptSecret").WithSummary("Sets a secret, which scripts read with sys.secrets.get").Refuses(409, 415, 422);
        secrets.MapDelete("{name}", Remove).WithName("deleteScriptSecret").WithSummary("Deletes a secret").Refuses(404);
    }

    public static async Task<Ok<IReadOnlyList<SecretName>>> List(Administrator who, ScriptSecrets secrets, CancellationToken cancellation) => TypedResults.Ok(await secrets.All(cancellation));

    public static async Task<Results<NoContent, Created>> Put(string name, Sent<ScriptSecretWish> sent, Administrator who, ScriptSecrets secrets, Audit audit, CancellationToken cancellation)
    {
        if (!ScriptName.TryParse(name, null, out var parsed)) throw new Unacceptable("name", ScriptName.Rule);
        if (sent.Wish.Value is not { Length: > 0 and <= Longest } value) throw new Unacceptable("value", $"value is required, a text of up to {Longest} characters.");
        var all = await secrets.All(cancellation);
        if (all.Count >= ScriptSecrets.Most && all.All(secret => secret.Name != parsed.Text)) throw new Unacceptable(null, $"There are {ScriptSecrets.Most} secrets; delete some that nobody needs.", StatusCodes.Status409Conflict);
        var made = await secrets.Put(parsed.Text, value, who.Name, transaction => audit.Note(transaction, who, "script secret set", parsed.Text), cancellation);
        return made ? TypedResults.Created() : TypedResults.NoContent();
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Remove(string name, Administrator who, ScriptSecrets secrets, Audit audit, CancellationToken cancellation) =>
        await secrets.Remove(name, transaction => audit.Note(transaction, who, "script secret deleted", name), cancellation) ? TypedResults.NoContent() : Problem.NotFound("secret");
}

/// <summary>A secret as it is to be.</summary>
internal sealed record ScriptSecretWish
{
    public string? Value { get; init; }
}
