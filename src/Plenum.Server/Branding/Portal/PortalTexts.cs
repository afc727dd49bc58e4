using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plenum.Server.Branding.Portal;

/// <summary>Texts of the app that a branding replaces, as a package has them (by area and name) and as a form has them (with a dot).</summary>
internal static class PortalTexts
{
    public const int Longest = 1_000;
    public const int Most = 500;

    public static string FileOf(string language) => $"languages/{language}.json";

    /// <summary>The texts of a file; null when there is more to it than texts, so that it has to be kept.</summary>
    public static IReadOnlyDictionary<string, string>? Read(JsonObject file)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (area, names) in file)
        {
            if (names is not JsonObject inner || !Word(area)) return null;
            foreach (var (name, text) in inner)
                if (Word(name) && text?.GetValueKind() is JsonValueKind.String && text.GetValue<string>() is { Length: > 0 and <= Longest } said) texts[$"{area}.{name}"] = said;
                else return null;
        }
        return texts.Count <= Most ? texts : null;
    }

    /// <summary>Texts laid over those of a file.</summary>
    public static JsonObject Over(JsonObject? file, IReadOnlyDictionary<string, string> texts)
    {
        var all = file ?? [];
        foreach (var (place, text) in texts)
        {
            var (area, name) = (place.Split('.')[0], place[(place.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            if (all[area] is not JsonObject inner) all[area] = inner = [];
            inner[name] = text;
        }
        return all;
    }

    /// <summary>Why a place is none, or null: an area and a name.</summary>
    public static bool IsPlace(string place) => place.Split('.') is [var area, var name] && Word(area) && Word(name);

    private static bool Word(string text) => text.Length is > 0 and <= 100 && text.All(char.IsAsciiLetterOrDigit) && text is not ("constructor" or "prototype");
}
