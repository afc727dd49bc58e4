using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding.Signing;

/// <summary>Whose signatures count, and whether a package needs one. Part of the plan; only owners change it, and nothing else adds a key.</summary>
public sealed record SigningRules
{
    public bool Required { get; init; }

    public IReadOnlyList<TrustedKey> Keys { get; init => field = value ?? []; } = [];

    internal SignedBy Judge(IReadOnlyDictionary<string, byte[]> files)
    {
        var signature = PackageSignature.Of(files);
        return new SignedBy(signature.State, signature.Key, Keys.FirstOrDefault(key => key.Id == signature.Key && key.Id.Length > 0)?.Name, signature.Why);
    }

    /// <summary>Why a package is not taken, or shown; null when it is.</summary>
    internal Finding? Against(IReadOnlyDictionary<string, byte[]> files) => Judge(files) switch
    {
        { State: SignatureState.Altered } altered => Refused(altered.Why),
        { Name: not null } => null,
        _ when !Required => null,
        { State: SignatureState.Signed } stranger => Refused($"This server takes packages that are signed by a key that it trusts, and {stranger.Key} is none of them. An owner adds keys under Branding, Signatures."),
        _ => Refused("This server takes signed packages only, and this one is not. Sign it with plenum sign, by a key that an owner added under Branding, Signatures."),
    };

    private static Finding Refused(string why) => new(PackageSignature.File, null, Severity.Error, why);
}

/// <summary>A public key that an owner trusts, under a name that people know. Its id is the fingerprint.</summary>
public sealed record TrustedKey(string Id, string Name, string PublicKey);

/// <summary>What is known of a package's signature; with a name where the key is trusted.</summary>
public sealed record SignedBy(SignatureState State, string Key, string? Name, string Why);
