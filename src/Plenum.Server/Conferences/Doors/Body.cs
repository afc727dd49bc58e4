using System.Text.Json;

namespace Plenum.Server.Conferences.Doors;

/// <summary>
/// A request's JSON body, read once within limits. A missing body is an empty one; what is there must be one JSON object
/// without duplicate keys, in valid Unicode without U+0000. Reading a value of the wrong type refuses the request, naming it.
/// </summary>
internal sealed class Body
{
    public static readonly Body Empty = new(JsonDocument.Parse("{}").RootElement);
    private readonly JsonElement root;

    private Body(JsonElement root) => this.root = root;

    /// <summary>What was read elsewhere already; no object is as good as none.</summary>
    public static Body Of(JsonElement element) => element.ValueKind is JsonValueKind.Object ? new Body(element) : Empty;

    public static async Task<Body> Read(HttpContext context, int depth)
    {
        var request = context.Request;
        if (request.ContentLength is 0 || (request.ContentLength is null && request.Headers.TransferEncoding.Count == 0 && request.Protocol == "HTTP/1.1")) return Empty;
        using var bytes = new MemoryStream(request.ContentLength is { } length and < 1 << 20 ? (int)length : 256);
        await request.Body.CopyToAsync(bytes, context.RequestAborted);
        if (bytes.Length == 0) return Empty;
        try
        {
            var text = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
            if (!Readable.Whole(text.Span)) throw new Unreadable("The body must be valid UTF-8 without lone surrogates and U+0000");
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = depth, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind is not JsonValueKind.Object) throw new Unreadable("The body must be a JSON object");
            return new Body(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            throw new Unreadable("The body is not JSON that can be read: check its syntax, depth and duplicate keys");
        }
    }

    public bool Has(string name) => root.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null;

    public JsonElement? Element(string name) => Has(name) ? root.GetProperty(name) : null;

    public JsonElement Whole => root;

    public string? Text(string name)
    {
        if (!Has(name)) return null;
        var value = root.GetProperty(name);
        return value.ValueKind is JsonValueKind.String ? value.GetString() : throw new Unreadable($"{name} must be a string");
    }

    public string NeededText(string name) => Text(name) ?? throw new Unreadable($"{name} is required");

    /// <summary>Real clients say true, "true", "yes", 1 and "1".</summary>
    public bool? Flag(string name)
    {
        if (!Has(name)) return null;
        var value = root.GetProperty(name);
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number when value.TryGetInt32(out var number) && number is 0 or 1 => number == 1,
            JsonValueKind.String when value.GetString()?.ToLowerInvariant() is "true" or "yes" or "1" or "on" => true,
            JsonValueKind.String when value.GetString()?.ToLowerInvariant() is "false" or "no" or "0" or "off" or "" => false,
            _ => throw new Unreadable($"{name} must be true or false"),
        };
    }

    public bool NeededFlag(string name) => Flag(name) ?? throw new Unreadable($"{name} is required");

    public double? Number(string name)
    {
        if (!Has(name)) return null;
        var value = root.GetProperty(name);
        if (value.ValueKind is JsonValueKind.String && double.TryParse(value.GetString(), out var parsed) && double.IsFinite(parsed)) return parsed;
        if (value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)) return number;
        throw new Unreadable($"{name} must be a number");
    }
}

/// <summary>What was sent cannot be understood. Thrown only while reading a request, caught in one place at the door.</summary>
internal sealed class Unreadable(Refusal refusal) : Exception(refusal.Text)
{
    public Unreadable(string message)
        : this(Refusal.BadRequest(message))
    {
    }

    public Refusal Refusal { get; } = refusal;
}
