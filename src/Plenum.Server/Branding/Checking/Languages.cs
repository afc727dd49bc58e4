using System.Text.Json;
using System.Text.RegularExpressions;

namespace Plenum.Server.Branding.Checking;

/// <summary>
/// Reads <c>languages/*.json</c>: texts of the app that the branding replaces, by area and name. A language that the app does not
/// speak is added; what its file leaves out is said in English.
/// </summary>
internal static partial class Languages
{
    private const int LongestText = 1000;

    /// <summary>The languages of the app.</summary>
    public static readonly string[] Spoken = ["de", "en", "fr"];

    /// <summary>The language that a file has the texts of; null when it is none.</summary>
    public static string? CodeOf(string path) => File().Match(path) is { Success: true } found ? found.Groups[1].Value : null;

    public static void Check(PackageFiles files, Findings findings)
    {
        foreach (var path in files.Paths.Where(path => path.StartsWith("languages/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (CodeOf(path) is null)
            {
                findings.Warn(path, null, $"{path} is not used: a file of texts is named by its language, such as languages/en.json, languages/es.json or languages/pt-BR.json.");
                continue;
            }
            if (LocatedJson.Read(path, files.Find(path)!, findings) is not { } json) continue;
            if (!json.Is(JsonValueKind.Object)) findings.Error(path, json.Line, $"{path} is an object in curly brackets, such as {{\"joining\": {{\"home\": \"Start\"}}}}; write one.");
            foreach (var (area, texts) in json.Members) Check(path, area, texts, findings);
        }
    }

    [GeneratedRegex("^languages/([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\\.json$", RegexOptions.CultureInvariant)]
    private static partial Regex File();

    private static void Check(string path, string area, LocatedJson texts, Findings findings)
    {
        if (!texts.Is(JsonValueKind.Object))
        {
            findings.Warn(path, texts.Line, $"\"{area}\" holds the texts of an area of the app in curly brackets; it is ignored as it is.");
            return;
        }
        foreach (var (name, text) in texts.Members)
            if (!text.Is(JsonValueKind.String) || text.Text.Length is 0 or > LongestText)
                findings.Warn(path, text.Line, $"\"{area}.{name}\" is a text of 1 to {LongestText} characters; the app's own is used as it is.");
    }
}
