using System.Text.Json;
using Plenum.Tests.Running;

namespace Plenum.Tests.Lobby;

/// <summary>What a browser fetches until somebody stands in a meeting: the app alone, since plugins and their host come apart from it.</summary>
public sealed class The_bytes_of_the_app
{
    private const int Most = 120_000;

    private static readonly string App = Path.Combine(Repository.Root, "src", "web", "dist", "webapp2");

    private readonly JsonElement _chunks = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(App, ".vite", "manifest.json"))).RootElement;

    [Fact]
    public void Up_to_the_first_screen_of_a_meeting_stay_below_what_was_promised()
    {
        var files = new HashSet<string>();
        foreach (var chunk in FirstScreen().Select(_chunks.GetProperty))
        {
            files.Add(chunk.GetProperty("file").GetString()!);
            if (chunk.TryGetProperty("css", out var styles)) files.UnionWith(styles.EnumerateArray().Select(style => style.GetString()!));
        }

        var bytes = files.ToDictionary(file => file, Packed);
        Assert.True(bytes.Values.Sum() < Most, $"{bytes.Values.Sum()}: {string.Join(", ", bytes.OrderByDescending(one => one.Value).Take(8))}");
    }

    [Fact]
    public void Are_without_those_of_the_plugin_host_and_of_dialogs() =>
        Assert.DoesNotContain(FirstScreen(), name => name.Contains("plugin-host", StringComparison.Ordinal) || name.Contains("Breakouts.svelte", StringComparison.Ordinal));

    private HashSet<string> FirstScreen()
    {
        var seen = new HashSet<string>();
        foreach (var name in (string[])["src/styles/first.ts", "src/main.ts", "src/inside/Meeting.svelte"]) Follow(name, seen);
        return seen;
    }

    private void Follow(string name, HashSet<string> seen)
    {
        if (!seen.Add(name) || !_chunks.GetProperty(name).TryGetProperty("imports", out var imports)) return;
        foreach (var import in imports.EnumerateArray()) Follow(import.GetString()!, seen);
    }

    /// <summary>As gzip, which every browser takes; small files are not packed.</summary>
    private static long Packed(string file)
    {
        var packed = new FileInfo(Path.Combine(App, file + ".gz"));
        return packed.Exists ? packed.Length : new FileInfo(Path.Combine(App, file)).Length;
    }
}
