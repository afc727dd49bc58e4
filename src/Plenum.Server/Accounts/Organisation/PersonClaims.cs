using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plenum.Server.Accounts.Organisation;

/// <summary>What a provider says of somebody, whichever of its answers it is in.</summary>
internal static class PersonClaims
{
    /// <summary>What is signed wins over what is told beside it; both must be about the same person.</summary>
    public static JsonElement? Merged(JsonElement? proven, JsonElement? told)
    {
        if (proven is not { } signed) return told;
        if (told is not { } more) return signed;
        if (Text(more, "sub") != Text(signed, "sub")) throw new NotProven("it speaks of two people at once");
        var merged = JsonObject.Create(more)!;
        foreach (var claim in signed.EnumerateObject()) merged[claim.Name] = JsonNode.Parse(claim.Value.GetRawText());
        return JsonSerializer.SerializeToElement(merged);
    }

    /// <summary>What an account of theirs is called here.</summary>
    /// <exception cref="NotProven">They have no such claim, or an address that nobody has verified.</exception>
    public static string Account(JsonElement claims, string claim)
    {
        var name = Text(claims, claim) ?? throw new NotProven($"it does not tell your {claim}");
        return claim == "email" && Text(claims, "email_verified") == "false" ? throw new NotProven("it has not verified your e-mail address") : name;
    }

    /// <summary>A claim as one text, or null.</summary>
    public static string? Text(JsonElement claims, string name) => Values(claims, name) is [var only] ? only : null;

    /// <summary>All values of a claim: one, or those of a list. A name that is not there may lead into objects by its dots.</summary>
    public static IReadOnlyList<string> Values(JsonElement claims, string name)
    {
        if (claims.ValueKind is not JsonValueKind.Object) return [];
        if (!claims.TryGetProperty(name, out var value))
            return name.Split('.', 2) is [var first, var rest] && claims.TryGetProperty(first, out var inner) ? Values(inner, rest) : [];
        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => [value.GetRawText()],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(item => item.GetString()!)],
            _ => [],
        };
    }
}
