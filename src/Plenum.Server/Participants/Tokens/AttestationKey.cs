using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plenum.Server.Participants.Tokens;

/// <summary>
/// Signs what outsiders may check for themselves (ES256). Its public half is published, named by its RFC 7638 thumbprint, so
/// the name follows from the key and is the same on every node.
/// </summary>
internal sealed class AttestationKey
{
    private readonly ECParameters pair;

    public AttestationKey(byte[] pkcs8)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        pair = key.ExportParameters(includePrivateParameters: true);
        var (x, y) = (Base64Url.EncodeToString(pair.Q.X), Base64Url.EncodeToString(pair.Q.Y));
        // The members in this order and without spaces are what the thumbprint is taken of.
        var thumbprint = SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}"""));
        Public = new JwkBody("EC", "P-256", x, y, "sig", "ES256", Base64Url.EncodeToString(thumbprint));
    }

    public JwkBody Public { get; }

    public static byte[] New()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    public string Sign(AttestationBody claims)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new JwtHeaderBody("ES256", "JWT", Public.Kid), AttestationJson.Default.JwtHeaderBody);
        var payload = JsonSerializer.SerializeToUtf8Bytes(claims, AttestationJson.Default.AttestationBody);
        var text = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}";
        // One key object must not sign on two threads at once, and making one costs next to nothing.
        using var key = ECDsa.Create(pair);
        return $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}";
    }
}

/// <summary>What is attested: somebody with this role is in this conference.</summary>
internal sealed record AttestationBody(string Role, string Conf, long Exp, string Kid);

internal sealed record JwtHeaderBody(string Alg, string Typ, string Kid);

/// <summary>A public key as RFC 7517 writes it.</summary>
internal sealed record JwkBody(string Kty, string Crv, string X, string Y, string Use, string Alg, string Kid);

/// <summary>The set of keys in the API's envelope and as libraries expect it: each reads its own member and skips the others.</summary>
internal sealed record JwkAnswerBody(string Status, JwkSetBody Result, IReadOnlyList<JwkBody> Keys);

internal sealed record JwkSetBody(IReadOnlyList<JwkBody> Keys);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AttestationBody))]
[JsonSerializable(typeof(JwtHeaderBody))]
[JsonSerializable(typeof(JwkAnswerBody))]
internal sealed partial class AttestationJson : JsonSerializerContext;
