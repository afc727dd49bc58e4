using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>What a provider signed about somebody, checked as OpenID Connect Core 3.1.3.7 says. No I/O, no clock.</summary>
internal static class IdToken
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    /// <summary>The header, read before anything is believed, to know which key to look for.</summary>
    public static string? KeyOf(string token) => token.Split('.') is [var header, _, _] && Json(header) is { } read ? Text(read, "kid") : null;

    /// <exception cref="NotProven">The token proves nothing; the message says why.</exception>
    public static JsonElement Check(string token, ProviderKeys keys, string issuer, string client, string nonce, DateTimeOffset now)
    {
        if (token.Split('.') is not [var first, var second, var third] || Json(first) is not { } header || Json(second) is not { } claims || !Base64Url.IsValid(third))
            throw new NotProven("its identity token cannot be read");
        if (Text(header, "alg") is not { } algorithm || !keys.Signed(algorithm, Text(header, "kid"), Encoding.ASCII.GetBytes($"{first}.{second}"), Base64Url.DecodeFromChars(third)))
            throw new NotProven("its identity token is not signed by it");
        if (Text(claims, "iss") != issuer) throw new NotProven("its identity token is from another issuer");
        if (!Audience(claims).Contains(client) || (Audience(claims).Count > 1 && Text(claims, "azp") != client)) throw new NotProven("its identity token is meant for another program");
        if (Time(claims, "exp") is not { } until || until + Slack < now) throw new NotProven("its identity token is too old");
        if (Time(claims, "nbf") is { } from && from - Slack > now) throw new NotProven("its identity token is not valid yet");
        if (Text(claims, "nonce") is not { } said || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(nonce)))
            throw new NotProven("its identity token answers another sign-in");
        return Text(claims, "sub") is { Length: > 0 } ? claims : throw new NotProven("its identity token names nobody");
    }

    private static List<string> Audience(JsonElement claims) => !claims.TryGetProperty("aud", out var audience) ? []
        : audience.ValueKind is JsonValueKind.Array ? [.. audience.EnumerateArray().Select(one => $"{one}")]
        : [$"{audience}"];

    private static DateTimeOffset? Time(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is > 0 and < 1e11 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;

    private static string? Text(JsonElement claims, string name) => claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Json(string part)
    {
        if (!Base64Url.IsValid(part)) return null;
        try
        {
            using var read = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
            return read.RootElement.ValueKind is JsonValueKind.Object ? read.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The provider's answer proves nobody; caught where people come back from it, and told to them.</summary>
internal sealed class NotProven(string why) : Exception(why);
