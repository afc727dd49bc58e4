using System.Text.Json;
using Plenum.Server.Management;
using Plenum.Server.Participants;

namespace Plenum.Server.Plugins.Registry;

/// <summary>Reads what plugins declare, in all the spellings that published ones have.</summary>
internal static class PluginReader
{
    private const int MostEntries = 200, LongestWord = 200;
    private static readonly string[] KnownPlaces = ["APP", "LOGIN"];

    /// <summary>A text, or its translations, of which the English one is taken, or else the first.</summary>
    public static string Label(JsonElement? label, string otherwise)
    {
        var text = label switch
        {
            { ValueKind: JsonValueKind.String } plain => plain.GetString(),
            { ValueKind: JsonValueKind.Object } translated when translated.TryGetProperty("translation", out var words) && words.ValueKind is JsonValueKind.Object =>
                words.EnumerateObject().Where(word => word.Value.ValueKind is JsonValueKind.String).OrderByDescending(word => word.Name == "en").Select(word => word.Value.GetString()).FirstOrDefault(),
            null or { ValueKind: JsonValueKind.Null } => null,
            _ => throw new Unacceptable("label", "label is a text, or an object with translation."),
        };
        return DisplayName.Clean(text ?? "") is { Length: > 0 } clean ? clean : otherwise;
    }

    public static IReadOnlyList<PluginFunction> Functions(JsonElement? given) =>
        Entries(given, "functions", (name, label, callbacks) => new PluginFunction(name, label, callbacks), function => function.Name);

    public static IReadOnlyList<PluginEvent> Events(JsonElement? given) =>
        Entries(given, "events", (name, label, callbacks) => new PluginEvent(name, label, callbacks), one => one.Name);

    /// <summary>Where it is loaded: in the app, unless something else is said.</summary>
    public static IReadOnlyList<string> Places(JsonElement? given, string member = "places") => given is null or { ValueKind: JsonValueKind.Null }
        ? ["APP"]
        : [.. Words(given, member).Select(place => place.ToUpperInvariant()).Distinct().Select(place => KnownPlaces.Contains(place) ? place : throw new Unacceptable(member, $"{member} has {place}; there are APP and LOGIN."))];

    public static IReadOnlyList<string> Words(JsonElement? given, string member)
    {
        if (given is null or { ValueKind: JsonValueKind.Null }) return [];
        if (given is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() > MostEntries || list.EnumerateArray().Any(word => word.ValueKind is not JsonValueKind.String || word.GetString()!.Length is 0 or > LongestWord))
            throw new Unacceptable(member, $"{member} is a list of at most {MostEntries} texts of up to {LongestWord} characters.");
        return [.. list.EnumerateArray().Select(word => word.GetString()!.Trim()).Distinct()];
    }

    public static IReadOnlyList<PluginDependency> Dependencies(JsonElement? given) => [.. List(given, "dependencies").Select((one, index) =>
    {
        var at = $"dependencies[{index}]";
        var file = one.ValueKind is JsonValueKind.String ? one.GetString() : Text(one, "file");
        if (file is null || !Uri.TryCreate(file, UriKind.Absolute, out var uri) || uri.Scheme is not "https" || file.Length > 2000) throw new Unacceptable(at, $"{at}.file is an address that begins with https://.");
        var placement = (one.ValueKind is JsonValueKind.Object ? Text(one, "placement") : null)?.ToLowerInvariant() ?? "head";
        if (placement is not ("head" or "top" or "bottom")) throw new Unacceptable(at, $"{at}.placement is head or bottom.");
        return new PluginDependency(file, placement == "bottom" ? "bottom" : "head", Places(one.ValueKind is JsonValueKind.Object && one.TryGetProperty("places", out var places) ? places : null, $"{at}.places"));
    })];

    private static List<T> Entries<T>(JsonElement? given, string member, Func<string, string, IReadOnlyList<string>, T> made, Func<T, string> named)
    {
        var entries = List(given, member).Select((one, index) =>
        {
            var name = one.ValueKind is JsonValueKind.String ? one.GetString() : Text(one, "name");
            if (!IsWord(name)) throw new Unacceptable($"{member}[{index}]", $"{member}[{index}].name is 1 to {LongestWord} letters, digits or any of . _ -.");
            return made(name!, Label(Part(one, "label"), name!), Callbacks(Part(one, "callbacks"), $"{member}[{index}].callbacks"));
        }).ToList();
        return entries.Select(named).Distinct().Count() == entries.Count ? entries : throw new Unacceptable(member, $"{member} names one of them twice.");
    }

    /// <summary>Some are published as one text with commas in it.</summary>
    private static List<string> Callbacks(JsonElement? given, string member)
    {
        var names = Words(given, member).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList();
        return names.All(IsWord) ? names : throw new Unacceptable(member, $"{member} are names of letters, digits or any of . _ -.");
    }

    private static List<JsonElement> List(JsonElement? given, string member)
    {
        if (given is null or { ValueKind: JsonValueKind.Null }) return [];
        return given is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() <= MostEntries ? [.. list.EnumerateArray()] : throw new Unacceptable(member, $"{member} is a list of at most {MostEntries}.");
    }

    private static bool IsWord(string? name) => name is { Length: > 0 and <= LongestWord } && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');

    private static JsonElement? Part(JsonElement of, string name) => of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var part) ? part : null;

    private static string? Text(JsonElement of, string name) => Part(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
