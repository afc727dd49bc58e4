using System.Text.Json;

namespace Plenum.Server.Lobby;

/// <summary>What the build says the entry page must load, by hashed name.</summary>
public sealed record BuiltApp(string Script, IReadOnlyList<string> Styles, IReadOnlyList<string> Preloads)
{
    private const string Entry = "src/main.ts";

    public static BuiltApp Read(string manifest)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
        var chunks = json.RootElement;
        var entry = chunks.GetProperty(Entry);
        var needed = Needed(chunks, Entry, []);
        return new BuiltApp(
            entry.GetProperty("file").GetString()!,
            [.. needed.SelectMany(name => Texts(chunks.GetProperty(name), "css")).Distinct()],
            [.. needed.Where(name => name != Entry).Select(name => chunks.GetProperty(name).GetProperty("file").GetString()!)]);
    }

    private static HashSet<string> Needed(JsonElement chunks, string name, HashSet<string> seen)
    {
        if (seen.Add(name))
            foreach (var import in Texts(chunks.GetProperty(name), "imports")) Needed(chunks, import, seen);
        return seen;
    }

    private static IEnumerable<string> Texts(JsonElement chunk, string property) =>
        chunk.TryGetProperty(property, out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];
}
