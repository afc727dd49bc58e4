using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Plenum.Server.Conferences.Doors;

namespace Plenum.Server.Scripting.Hooks;

/// <summary>A request to a webhook, read whole: its bytes for the signature, and what a script finds in <c>event</c>.</summary>
internal sealed class HookRequest(HttpRequest request, byte[] body)
{
    private const string Ours = "X-Plenum-Signature", Usual = "X-Hub-Signature-256", Scheme = "sha256=";
    private const int Deepest = 32;

    /// <summary>Who may call is nobody's business but ours: scripts never see what proved it.</summary>
    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase) { "Authorization", "X-API-Key", "Cookie", Ours, Usual };

    public static async Task<HookRequest> Read(HttpRequest request, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellation);
        return new HookRequest(request, bytes.ToArray());
    }

    /// <summary>Whether the bytes are signed with this secret: HMAC-SHA256 in hex, after <c>sha256=</c>.</summary>
    public bool IsSigned(string secret)
    {
        var sent = request.Headers[Ours] is [{ } ours] ? ours : request.Headers[Usual] is [{ } usual] ? usual : "";
        if (!sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return false;
        var wanted = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(wanted), Encoding.ASCII.GetBytes(sent[Scheme.Length..].Trim().ToLowerInvariant()));
    }

    public JsonObject Event(string name, DateTimeOffset at) => new()
    {
        ["type"] = "WEBHOOK",
        ["date"] = at.ToUnixTimeMilliseconds(),
        ["webhook"] = name,
        ["method"] = request.Method,
        ["headers"] = Words(request.Headers.Where(header => !Hidden.Contains(header.Key)).Select(header => (header.Key.ToLowerInvariant(), header.Value.ToString()))),
        ["query"] = Words(request.Query.Select(part => (part.Key, part.Value.ToString()))),
        ["body"] = Body(),
        ["text"] = Encoding.UTF8.GetString(body),
    };

    /// <summary>JSON as it is, a form as an object, nothing as null, and everything else as text.</summary>
    private JsonNode? Body()
    {
        if (body.Length == 0) return null;
        var text = Encoding.UTF8.GetString(body);
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true)
            return Words(QueryHelpers.ParseQuery(text).Select(part => (part.Key, part.Value.ToString())));
        if (!Readable.Whole(body)) return text;
        try
        {
            return JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false });
        }
        catch (JsonException) when (request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The body says that it is JSON, and cannot be read as such: its syntax, its depth or members that are there twice.");
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static JsonObject Words(IEnumerable<(string Name, string Value)> words)
    {
        var made = new JsonObject();
        foreach (var (name, value) in words) made[name] = value;
        return made;
    }
}
