using System.Text.Json;
using System.Text.RegularExpressions;

namespace Plenum.Server.Lobby;

/// <summary>What the build says the entry page must load, by hashed name.</summary>
public sealed partial record BuiltApp(string First, string Script, IReadOnlyList<string> Styles, IReadOnlyList<string> Preloads, IReadOnlyList<string> Meeting, IReadOnlyList<string> Languages)
{
    private const string Entry = "src/main.ts";
    private const string BeforePaint = "src/styles/first.ts";
    private const string Inside = "src/inside/Meeting.svelte";
    private const string Native = "en";

    public static BuiltApp Read(string manifest)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
        var chunks = json.RootElement;
        var entry = chunks.GetProperty(Entry);
        var needed = Needed(chunks, Entry, []);
        return new BuiltApp(
            chunks.GetProperty(BeforePaint).GetProperty("file").GetString()!,
            entry.GetProperty("file").GetString()!,
            [.. needed.SelectMany(name => Texts(chunks.GetProperty(name), "css")).Distinct()],
            [.. Files(chunks, needed.Where(name => name != Entry))],
            [.. Files(chunks, Needed(chunks, Inside, []).Except(needed))],
            // English is part of the app; each other language is a file that is loaded when somebody wants it.
            [Native, .. chunks.EnumerateObject().Select(chunk => Words().Match(chunk.Name)).Where(found => found.Success)
                .Select(found => found.Groups[1].Value).Where(language => language != Native).Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Files(JsonElement chunks, IEnumerable<string> names) =>
        names.Select(name => chunks.GetProperty(name).GetProperty("file").GetString()!);

    private static HashSet<string> Needed(JsonElement chunks, string name, HashSet<string> seen)
    {
        if (seen.Add(name))
            foreach (var import in Texts(chunks.GetProperty(name), "imports")) Needed(chunks, import, seen);
        return seen;
    }

    private static IEnumerable<string> Texts(JsonElement chunk, string property) =>
        chunk.TryGetProperty(property, out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];

    [GeneratedRegex(@"^src/words/([a-z]{2}(?:-[a-zA-Z]+)?)/index\.ts$")]
    private static partial Regex Words();
}
