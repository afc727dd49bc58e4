using System.Text.Json;
using Plenum.Server.Branding;

namespace Plenum.Server.Lobby.Tongues;

/// <summary>
/// The languages that the app speaks with a branding: the server's, and those that the branding brings or changes the words of.
/// What is painted before the app runs is said in the branding's words where it has them.
/// </summary>
internal static class BroughtTongues
{
    /// <summary>Sentences of the first paint, and what the app calls them.</summary>
    private static readonly (string English, string Name)[] Painted =
        [("Home", "home"), ("Join a meeting", "landingTitle"), ("Meeting name", "meetingName"), ("Continue", "continue"), ("Joining {0}…", "entering")];

    /// <summary>Finds a language as the app does: as it is written, or else without the country.</summary>
    public static Func<string, Tongue?> With(BrandingFiles branding)
    {
        var brought = BrandingLook.Languages(branding);
        return code => new[] { code, code.Split('-')[0].ToLowerInvariant() }.FirstOrDefault(brought.Contains) is { } known ? Brought(branding, known) : Tongue.Named(code);
    }

    private static Tongue Brought(BrandingFiles branding, string code)
    {
        var own = Tongue.All.FirstOrDefault(tongue => tongue.Code == code);
        var texts = Texts(branding, code);
        return new Tongue(code, own?.With(texts) ?? texts);
    }

    private static Dictionary<string, string> Texts(BrandingFiles branding, string code)
    {
        Dictionary<string, string> texts = [];
        try
        {
            var bytes = branding.Files[$"languages/{code}.json"];
            using var read = JsonDocument.Parse(bytes.AsMemory(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0));
            if (read.RootElement is not { ValueKind: JsonValueKind.Object } all || !all.TryGetProperty("joining", out var joining) || joining.ValueKind is not JsonValueKind.Object) return texts;
            foreach (var (english, name) in Painted)
                if (joining.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String && text.GetString() is { Length: > 0 } said)
                    texts[english] = english.Contains("{0}", StringComparison.Ordinal) ? Placed(said) : said;
        }
        catch (JsonException)
        {
            // A folder may hold what is no JSON; the app says English then, and so does the page before it.
            return [];
        }

        return texts;
    }

    /// <summary>Whatever else stands in curly brackets is only text.</summary>
    private static string Placed(string text) => text
        .Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal).Replace("{{meeting}}", "{0}", StringComparison.Ordinal);
}
