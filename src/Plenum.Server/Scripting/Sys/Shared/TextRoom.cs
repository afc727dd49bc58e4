using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Markdig;

namespace Plenum.Server.Scripting.Sys.Shared;

/// <summary>Of <c>sys.utils</c>, what the engine has no means for: hashes, randomness, Base64, Markdown.</summary>
internal sealed class TextRoom : SysRoom
{
    private const int Longest = 1024 * 1024, MostBytes = 1024;
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    public override IReadOnlyDictionary<string, SysAnswer> Answers { get; } = new Dictionary<string, SysAnswer>
    {
        ["text.markdownToHtml"] = Plain(given => Html(given.Text(0, "The text", 100_000))),
        ["base64.encode"] = Plain(given => Convert.ToBase64String(Bytes(given, 0))),
        ["base64.decode"] = Plain(given => Decoded(given.Text(0, "The text", Longest))),
        ["crypto.hash"] = Plain(given => Convert.ToHexStringLower(Hash(given.Text(0, "The hash"), Bytes(given, 1), (int)(given.NumberOrNone(2, "bits") ?? 256)))),
        ["crypto.hmac"] = Plain(given => Told(Mac(given.Text(2, "algorithm"), Bytes(given, 0), Bytes(given, 1)), given.Text(3, "encoding"))),
        ["crypto.uuid"] = Plain(_ => $"{Guid.NewGuid()}"),
        ["crypto.random"] = Plain(given => given.NumberOrNone(0, "The number of bytes") is >= 1 and <= MostBytes and var bytes
            ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes((int)bytes)) : throw NotForScripts.Bad($"Between 1 and {MostBytes} bytes")),
    };

    private static SysAnswer Plain(Func<JsonElement, string> made) => (given, _, _) => Task.FromResult(Given.Of(JsonValue.Create(made(given))));

    private static string Html(string markdown)
    {
        try
        {
            return Markdig.Markdown.ToHtml(markdown, Markdown);
        }
        catch (ArgumentException)
        {
            throw NotForScripts.Bad("This is nested too deep");
        }
    }

    private static byte[] Bytes(JsonElement given, int at) => Encoding.UTF8.GetBytes(given.Text(at, "The text", Longest));

    private static string Decoded(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw NotForScripts.Bad("This is no Base64");
        }
    }

    private static byte[] Hash(string name, byte[] message, int bits) => name switch
    {
        // Weak, and what others still ask for; the name says so to whoever chooses it.
#pragma warning disable CA5350
        "sha1" => SHA1.HashData(message),
#pragma warning restore CA5350
        "sha256" => SHA256.HashData(message),
        "sha512" => SHA512.HashData(message),
        "sha3" when bits is 224 or 256 or 384 or 512 => Keccak.Hash(message, bits, Keccak.Sha3),
        "keccak" when bits is 224 or 256 or 384 or 512 => Keccak.Hash(message, bits, Keccak.Original),
        _ => throw NotForScripts.Bad("bits is 224, 256, 384 or 512"),
    };

    private static byte[] Mac(string algorithm, byte[] secret, byte[] message) => algorithm.ToLowerInvariant() switch
    {
#pragma warning disable CA5350
        "sha1" => HMACSHA1.HashData(secret, message),
#pragma warning restore CA5350
        "sha256" => HMACSHA256.HashData(secret, message),
        "sha512" => HMACSHA512.HashData(secret, message),
        _ => throw NotForScripts.Bad("algorithm is sha1, sha256 or sha512"),
    };

    private static string Told(byte[] bytes, string encoding) => encoding switch
    {
        "hex" => Convert.ToHexStringLower(bytes),
        "base64" => Convert.ToBase64String(bytes),
        _ => throw NotForScripts.Bad("encoding is hex or base64"),
    };
}
