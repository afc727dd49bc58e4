using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Server.Accounts;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Signing;
using Plenum.Server.Branding.Store;
using Plenum.Server.Participants;

namespace Plenum.Server.Management;

/// <summary>Whose signatures count and whether packages need one; owners alone see and change it.</summary>
internal static class SigningDoors
{
    private const int MostKeys = 50;

    public static void MapSigning(this IEndpointRouteBuilder api)
    {
        var signing = api.MapGroup("signing").WithTags("Signing");
        signing.MapGet("", Read).WithName("readSigning").WithSummary("The public keys that are trusted, and whether packages must be signed by one");
        signing.MapPut("", Set).Accepts<SigningWish>("application/json").WithName("setSigning").WithSummary("Replaces the trusted keys, or whether a signature is required; what is absent stays").Refuses(409, 415, 422);
    }

    public static Ok<SigningRules> Read(Administrator who, Brandings brandings) => TypedResults.Ok(brandings.Planned.Plan.Signing);

    public static async Task<Ok<SigningRules>> Set(
        Sent<SigningWish> sent, Administrator who, Brandings brandings, BrandingPlans plans, Audit audit, CancellationToken cancellation)
    {
        var wish = sent.Wish;
        var keys = wish.Keys?.Select(Trusted).ToList();
        if (keys?.Count > MostKeys) throw new Unacceptable("keys", $"There may be {MostKeys} keys.");
        if (keys?.GroupBy(key => key.Id).FirstOrDefault(same => same.Count() > 1) is { } twice) throw new Unacceptable("keys", $"The key {twice.Key} is there twice; keep one.");
        if (keys?.GroupBy(key => key.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } alike) throw new Unacceptable("keys", $"Two keys are called {alike.Key}; give each a name of its own.");
        SigningRules Next(SigningRules before)
        {
            var next = new SigningRules { Required = wish.Required ?? before.Required, Keys = keys ?? before.Keys };
            return next is { Required: true, Keys.Count: 0 } ? throw new Unacceptable("required", "Signatures cannot be required without a key that is trusted: no package could be taken any more. Add a key first.") : next;
        }
        var planned = await plans.Change(
            who.Name, plan => plan with { Signing = Next(plan.Signing) },
            transaction => audit.Note(transaction, who, "signing set", "branding plan", $"{(wish.Required is { } required ? $"required: {required}; " : "")}{string.Join(", ", keys?.Select(key => $"{key.Name} {key.Id}") ?? [])}"),
            cancellation);
        await brandings.Follow(CancellationToken.None);
        return TypedResults.Ok(planned.Plan.Signing);
    }

    /// <summary>Refuses what is not signed as this server wants it; nothing is changed by then.</summary>
    public static async Task<ProblemHttpResult?> Against(BrandingFiles files, BrandingPlans plans, CancellationToken cancellation) =>
        files.Hash != BrandingFiles.BuiltIn.Hash && (await plans.Last(cancellation)).Plan.Signing.Against(files.Files) is { } refused
            ? Problem.Of(StatusCodes.Status409Conflict, "Conflict", refused.Message)
            : null;

    private static TrustedKey Trusted(TrustWish? wish, int index)
    {
        var known = SigningKey.Public(wish?.PublicKey ?? "") ?? throw new Unacceptable("keys", $"keys[{index}].publicKey is no public Ed25519 key; send what stands in the file that plenum signing-key wrote, FILE.pub.");
        return DisplayName.Clean(wish!.Name ?? "") is { Length: > 0 } name ? new TrustedKey(SigningKey.Fingerprint(known), name, Convert.ToBase64String(known))
            : throw new Unacceptable("keys", $"keys[{index}].name is missing; pages show packages as signed by it.");
    }
}

/// <summary>The signing that is wanted.</summary>
internal sealed record SigningWish
{
    public bool? Required { get; init; }

    public IReadOnlyList<TrustWish>? Keys { get; init; }
}

/// <summary>A key to trust: its id is made from it, and never told by anybody.</summary>
internal sealed record TrustWish(string? Name, string? PublicKey);
