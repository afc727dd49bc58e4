using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plenum.Server.Scripting.Messages;

/// <summary>The messages that are for the page itself and not for a plugin in it: which there are, and what each must have.</summary>
internal static class BuiltIn
{
    public const string Scope = "global";

    private static readonly string[] Kinds = ["info", "success", "warning", "error"], Stages = ["running", "success", "error"], Views = ["home", "settings", "conference"];

    /// <summary>Those that are published and have no meaning here.</summary>
    private static readonly string[] Foreign = ["goToLogin", "addBackgroundJob"];

    private static readonly Dictionary<string, Func<JsonElement, string?>> Rules = new()
    {
        ["showMessage"] = of => Needs(of, "title", "message") ?? OneOf(of, "type", Kinds) ?? Flag(of, "keepVisible"),
        ["openExternalLink"] = of => Needs(of, "url") ?? Address(of, "url") ?? Flag(of, "newTab"),
        ["reload"] = of => Flag(of, "goToDefaultView"),
        ["navigate"] = of => Needs(of, "view") ?? OneOf(of, "view", Views) ?? (Text(of, "view") == "conference" ? Needs(of, "recordId") : null),
        ["historyBack"] = _ => null,
        ["downloadFile"] = of => Needs(of, "fileId") ?? Address(of, "fileId"),
        ["startTask"] = of => Needs(of, "taskId", "taskTitle") ?? Progress(of),
        ["updateTask"] = of => Needs(of, "taskId") ?? OneOf(of, "taskStatus", Stages) ?? Progress(of),
    };

    /// <summary>What keeps such a message from being sent, or null.</summary>
    public static string? Wrong(string name, JsonElement message) =>
        Rules.TryGetValue(name, out var rule) ? rule(message)
        : Foreign.Contains(name) ? $"The message {name} has no meaning here"
        : $"There is no message {(name.Length > 100 ? name[..100] : name)} in the scope global";

    public static JsonElement Scoped(JsonElement message)
    {
        if (message.ValueKind is not JsonValueKind.Object) return message;
        var scoped = new JsonObject { ["scope"] = Scope };
        foreach (var part in message.EnumerateObject()) scoped[part.Name] = JsonNode.Parse(part.Value.GetRawText());
        return JsonSerializer.SerializeToElement(scoped);
    }

    private static string? Needs(JsonElement of, params ReadOnlySpan<string> names)
    {
        foreach (var name in names) if (Text(of, name) is not { Length: > 0 }) return $"{name} is required, a text";
        return null;
    }

    private static string? OneOf(JsonElement of, string name, string[] known) => !Has(of, name) || known.Contains(Text(of, name)) ? null : $"{name} is one of {string.Join(", ", known)}";

    private static string? Flag(JsonElement of, string name) => !Has(of, name) || of.GetProperty(name).ValueKind is JsonValueKind.True or JsonValueKind.False ? null : $"{name} is true or false";

    private static string? Progress(JsonElement of) =>
        !Has(of, "taskProgress") || (of.GetProperty("taskProgress") is { ValueKind: JsonValueKind.Number } number && number.GetDouble() is >= 0 and <= 100) ? null : "taskProgress is a number from 0 to 100";

    /// <summary>Pages go nowhere but to sites, or to a place on this server; a link that is a script is none.</summary>
    private static string? Address(JsonElement of, string name)
    {
        var text = Text(of, name)!;
        if (text.Length > 2000 || text.Any(char.IsControl)) return $"{name} is an address of at most 2000 characters";
        if (text[0] is '/' && !text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("/\\", StringComparison.Ordinal)) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel" or "sip" or "sips" ? null : $"{name} is an address that begins with https://, http://, mailto:, tel:, sip: or /";
    }

    private static bool Has(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null;

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
}
