using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding.Signing;

/// <summary>Whether somebody signed a package, and whether it is still what they signed. That it is sound makes nobody trusted.</summary>
internal sealed record PackageSignature(SignatureState State, string Key, string Why)
{
    /// <summary>Beside the settings. It lists each file with its hash, so that how the package is packed does not matter.</summary>
    public const string File = "signature.json";

    private const string Format = "plenum-signature/1";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The files of a package as they would be served, signed: the same with its signature.</summary>
    public static Dictionary<string, byte[]> Signed(IReadOnlyDictionary<string, byte[]> files, byte[] secret)
    {
        var hashes = Hashes(files);
        var known = Ed25519.PublicOf(secret);
        var json = new JsonObject
        {
            ["format"] = Format,
            ["key"] = SigningKey.Fingerprint(known),
            ["publicKey"] = Convert.ToBase64String(known),
            ["signature"] = Convert.ToBase64String(Ed25519.Sign(secret, Text(hashes))),
            ["files"] = new JsonObject(hashes.Select(file => KeyValuePair.Create(file.Key, (JsonNode?)JsonValue.Create(file.Value)))),
        };
        return new(files) { [File] = Encoding.UTF8.GetBytes(json.ToJsonString(Written) + "\n") };
    }

    public static PackageSignature Of(IReadOnlyDictionary<string, byte[]> files)
    {
        if (!files.TryGetValue(File, out var bytes)) return new(SignatureState.Unsigned, "", "The package is not signed; sign it with plenum sign.");
        var findings = new Findings();
        if (LocatedJson.Read(File, bytes, findings) is not { } json || findings.Fatal) return Altered(findings.All[0].Message);
        if (json.TextOf("format") != Format || json["files"] is not { Kind: JsonValueKind.Object } listed) return Altered($"{File} is not what plenum sign writes.");
        if (Bytes(json.TextOf("publicKey")) is not { Length: Ed25519.KeyLength } known || Bytes(json.TextOf("signature")) is not { } signature || json.TextOf("key") != SigningKey.Fingerprint(known))
            return Altered($"The key in {File} is none, or not the one that its id names.");
        var hashes = new SortedDictionary<string, string>(listed.Members.ToDictionary(file => file.Key, file => file.Value.Text), StringComparer.Ordinal);
        if (!Ed25519.Verify(known, Text(hashes), signature)) return Altered($"The list of files in {File} is not what was signed.");
        return Differing(hashes, Hashes(files)) is { } different ? Altered(different) : new(SignatureState.Signed, SigningKey.Fingerprint(known), "");
    }

    private static PackageSignature Altered(string why) => new(SignatureState.Altered, "", $"The package was altered since it was signed. {why} Sign it anew, or take {File} out.");

    private static string? Differing(SortedDictionary<string, string> listed, SortedDictionary<string, string> there) =>
        there.FirstOrDefault(file => !listed.ContainsKey(file.Key)) is { Key: { } added } ? $"{added} was added."
        : listed.FirstOrDefault(file => !there.ContainsKey(file.Key)) is { Key: { } gone } ? $"{gone} is missing."
        : listed.FirstOrDefault(file => there[file.Key] != file.Value) is { Key: { } changed } ? $"{changed} has another content."
        : null;

    private static SortedDictionary<string, string> Hashes(IReadOnlyDictionary<string, byte[]> files) => new(
        files.Where(file => file.Key != File).ToDictionary(file => file.Key, file => Convert.ToHexStringLower(SHA256.HashData(file.Value))), StringComparer.Ordinal);

    /// <summary>No path has a line break in it, so that no two lists read the same.</summary>
    private static byte[] Text(SortedDictionary<string, string> hashes) =>
        Encoding.UTF8.GetBytes($"{Format}\n{string.Concat(hashes.Select(file => $"{file.Value.Length} {file.Value} {file.Key.Length} {file.Key}\n"))}");

    private static byte[]? Bytes(string? base64)
    {
        var bytes = new byte[128];
        return base64 is { Length: <= 128 } && Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }
}

/// <summary>What there is to say of a signature without knowing whom to trust.</summary>
public enum SignatureState
{
    Unsigned,
    Altered,
    Signed,
}
