using System.Text.Json;

namespace Plenum.Server.Branding.Checking;

/// <summary>Reads <c>languages/*.json</c>: texts of the app that the branding replaces, by area and name.</summary>
internal static class Languages
{
    private const int LongestText = 1000;

    /// <summary>The languages of the app.</summary>
    public static readonly string[] Spoken = ["de", "en", "fr"];

    public static void Check(PackageFiles files, Findings findings)
    {
        foreach (var path in files.Paths.Where(path => path.StartsWith("languages/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (!Spoken.Any(language => path == $"languages/{language}.json"))
            {
                findings.Warn(path, null, $"{path} is not used: the app speaks {string.Join(", ", Spoken)}, each with a file such as languages/en.json.");
                continue;
            }
            if (LocatedJson.Read(path, files.Find(path)!, findings) is not { } json) continue;
            if (!json.Is(JsonValueKind.Object)) findings.Error(path, json.Line, $"{path} is an object in curly brackets, such as {{\"joining\": {{\"home\": \"Start\"}}}}; write one.");
            foreach (var (area, texts) in json.Members) Check(path, area, texts, findings);
        }
    }

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
