using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>The public keys of a provider, as RFC 7517 writes them. Only signatures that need a public key are checked; there is no "none".</summary>
internal sealed class ProviderKeys(IReadOnlyList<JsonElement> keys)
{
    private const int ShortestRsa = 2048;

    public static readonly ProviderKeys None = new([]);

    public static ProviderKeys Of(JsonElement set) => new(set.TryGetProperty("keys", out var keys) && keys.ValueKind is JsonValueKind.Array ? [.. keys.EnumerateArray().Select(key => key.Clone())] : []);

    public bool Has(string? kid) => keys.Any(key => Named(key, kid));

    public bool Signed(string algorithm, string? kid, byte[] content, byte[] signature) => algorithm.Length == 5 && Hash(algorithm) is { } hash && keys
        .Where(key => Named(key, kid) && Text(key, "use") is null or "sig")
        .Any(key => algorithm[..2] switch
        {
            "RS" => Rsa(key, content, signature, hash, RSASignaturePadding.Pkcs1),
            "PS" => Rsa(key, content, signature, hash, RSASignaturePadding.Pss),
            "ES" => Curve(key, algorithm, content, signature, hash),
            _ => false,
        });

    private static bool Named(JsonElement key, string? kid) => kid is null || Text(key, "kid") == kid;

    private static HashAlgorithmName? Hash(string algorithm) => algorithm[2..] switch
    {
        "256" => HashAlgorithmName.SHA256,
        "384" => HashAlgorithmName.SHA384,
        "512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    private static bool Rsa(JsonElement key, byte[] content, byte[] signature, HashAlgorithmName hash, RSASignaturePadding padding)
    {
        if (Text(key, "kty") != "RSA" || Bytes(key, "n") is not { } modulus || Bytes(key, "e") is not { } exponent) return false;
        using var rsa = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = exponent });
        return rsa.KeySize >= ShortestRsa && rsa.VerifyData(content, signature, hash, padding);
    }

    private static bool Curve(JsonElement key, string algorithm, byte[] content, byte[] signature, HashAlgorithmName hash)
    {
        var (name, curve) = algorithm switch
        {
            "ES256" => ("P-256", ECCurve.NamedCurves.nistP256),
            "ES384" => ("P-384", ECCurve.NamedCurves.nistP384),
            _ => ("P-521", ECCurve.NamedCurves.nistP521),
        };
        if (Text(key, "kty") != "EC" || Text(key, "crv") != name || Bytes(key, "x") is not { } x || Bytes(key, "y") is not { } y) return false;
        using var ec = ECDsa.Create(new ECParameters { Curve = curve, Q = new ECPoint { X = x, Y = y } });
        return ec.VerifyData(content, signature, hash);
    }

    private static string? Text(JsonElement key, string name) => key.ValueKind is JsonValueKind.Object && key.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static byte[]? Bytes(JsonElement key, string name) => Text(key, name) is { } text && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
