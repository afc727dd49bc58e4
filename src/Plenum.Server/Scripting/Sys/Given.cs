using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Contracts.Scripts;

namespace Plenum.Server.Scripting.Sys;

/// <summary>Reading what a script handed over, and wording what it gets back.</summary>
internal static class Given
{
    public static readonly SysReply Nothing = new("null");

    public static SysReply Json(string json) => new(json);

    public static SysReply Of(JsonNode? node) => new(node?.ToJsonString() ?? "null");

    public static SysReply Of(bool value) => new(value ? "true" : "false");

    public static string Text(this JsonElement given, int at, string name, int longest = 10_000) =>
        At(given, at) is { ValueKind: JsonValueKind.String } text && text.GetString() is { } value && value.Length <= longest ? value : throw NotForScripts.Bad($"{name} is a text of up to {longest} characters");

    public static string? TextOrNone(this JsonElement given, int at, string name) => At(given, at).ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : given.Text(at, name);

    public static double? NumberOrNone(this JsonElement given, int at, string name) => At(given, at) switch
    {
        { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.Number } number when double.IsFinite(number.GetDouble()) => number.GetDouble(),
        _ => throw NotForScripts.Bad($"{name} is a number"),
    };

    public static bool Flag(this JsonElement given, int at) => At(given, at).ValueKind is JsonValueKind.True;

    public static JsonElement At(this JsonElement given, int at) => at < given.GetArrayLength() ? given[at] : default;

    public static string? Member(this JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;

    /// <summary>Milliseconds as a script says them; null where it says none.</summary>
    public static TimeSpan? Span(JsonElement of, string name, TimeSpan longest)
    {
        if (of.ValueKind is not JsonValueKind.Object || !of.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null) return null;
        return value.ValueKind is JsonValueKind.Number && value.GetDouble() is > 0 and var ms && ms <= longest.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(ms)
            : throw NotForScripts.Bad($"{name} is in milliseconds, above zero and at most {longest.TotalMilliseconds}");
    }
}
