using System.Text.Json;
using System.Text.Json.Serialization;
using Plenum.Server.Conferences;
using Plenum.Server.Participants.Tokens;

namespace Plenum.Server.Participants.SigningIn;

/// <summary>A way to the provider that somebody was told of at an entrance: for which conference, and where they want to come back to.</summary>
internal sealed record SignInTrip(Guid Conference, string To, DateTimeOffset Until);

/// <summary>That somebody signed in for one conference: good for a few minutes, and for one seat.</summary>
internal sealed record SignInProof(Guid Conference, Guid Number, SignedIn Who, DateTimeOffset Until)
{
    /// <summary>What the conference's book of used tickets knows it by.</summary>
    public string Serial => $"sign-in:{Number}";
}

/// <summary>Writes and reads what travels through a browser while somebody signs in: sealed, so that it tells nobody who they are.</summary>
internal sealed class SignInSeals(ServerKey key, TimeProvider time)
{
    /// <summary>Shorter than tickets are remembered, so that what was used stays used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly SealedBox trips = new(key.Derive("participants on their way to sign in"));
    private readonly SealedBox proofs = new(key.Derive("participants who signed in"));

    public string Seal(ConferenceId conference, string to) =>
        trips.Seal(JsonSerializer.SerializeToUtf8Bytes(new SignInTrip(conference.Value, to, time.GetUtcNow() + Lifetime), SignInJson.Default.SignInTrip));

    public SignInTrip? Trip(string? text) => trips.Open(text) is { } plain ? JsonSerializer.Deserialize(plain, SignInJson.Default.SignInTrip) : null;

    public string Prove(ConferenceId conference, SignedIn who) =>
        proofs.Seal(JsonSerializer.SerializeToUtf8Bytes(new SignInProof(conference.Value, Guid.NewGuid(), who, time.GetUtcNow() + Lifetime), SignInJson.Default.SignInProof));

    public SignInProof? Proof(string? text) => proofs.Open(text) is { } plain ? JsonSerializer.Deserialize(plain, SignInJson.Default.SignInProof) : null;

    public bool Over(DateTimeOffset until) => until < time.GetUtcNow();
}

[JsonSerializable(typeof(SignInTrip))]
[JsonSerializable(typeof(SignInProof))]
internal sealed partial class SignInJson : JsonSerializerContext;
