using System.Text.Json;
using System.Xml.Linq;

namespace Plenum.Build;

/// <summary>What a restore resolved and a publish copies: packages with run-time files, and the runtime packs.</summary>
internal static class NugetPackages
{
    public static IReadOnlyList<Component> Shipped(string assets)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        var root = document.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var names = Referenced(root).Concat(RuntimePacks(root)).ToHashSet();
        return [.. names.Order(StringComparer.OrdinalIgnoreCase).Select(name => Describe(name, folders))];
    }

    private static IEnumerable<string> Referenced(JsonElement root) => root.GetProperty("targets").EnumerateObject()
        .Where(target => target.Name.Contains('/', StringComparison.Ordinal))
        .SelectMany(target => target.Value.EnumerateObject())
        .Where(library => library.Value.GetProperty("type").GetString() == "package")
        .Where(library => Ships(library.Value, "runtime") || Ships(library.Value, "native"))
        .Select(library => library.Name);

    private static bool Ships(JsonElement library, string kind) =>
        library.TryGetProperty(kind, out var files) && files.EnumerateObject().Any(file => !file.Name.EndsWith("/_._", StringComparison.Ordinal));

    private static IEnumerable<string> RuntimePacks(JsonElement root) => root.GetProperty("project").GetProperty("frameworks").EnumerateObject()
        .SelectMany(framework => framework.Value.TryGetProperty("downloadDependencies", out var downloads) ? downloads.EnumerateArray() : default)
        .Where(pack => pack.GetProperty("name").GetString()!.Contains(".Runtime.", StringComparison.Ordinal))
        .Select(pack => $"{pack.GetProperty("name").GetString()}/{pack.GetProperty("version").GetString()!.Trim('[', ']').Split(',')[0]}");

    private static Component Describe(string name, IReadOnlyList<string> folders)
    {
        var folder = folders.Select(root => Path.Combine(root, name.ToLowerInvariant())).First(Directory.Exists);
        var metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec")[0]).Root!.Elements().First();
        string? Text(string element) => metadata.Elements().FirstOrDefault(e => e.Name.LocalName == element)?.Value.Trim();
        var licence = metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "license");
        var parts = name.Split('/');
        return new Component(
            parts[0],
            parts[1],
            $"pkg:nuget/{parts[0]}@{parts[1]}",
            Hash(folder),
            licence?.Attribute("type")?.Value == "expression" ? licence.Value.Trim() : null,
            Text("copyright") ?? $"Copyright {Text("authors")}",
            Text("projectUrl"),
            [.. Directory.GetFiles(folder).Where(IsNotice).Order(StringComparer.Ordinal)]);
    }

    private static string? Hash(string folder) =>
        Directory.GetFiles(folder, "*.nupkg.sha512") is [var file, ..] ? Convert.ToHexStringLower(Convert.FromBase64String(File.ReadAllText(file).Trim())) : null;

    private static bool IsNotice(string file) => Path.GetFileName(file).ToUpperInvariant() is var name
        && (name.StartsWith("LICENSE", StringComparison.Ordinal) || name.StartsWith("THIRD", StringComparison.Ordinal) || name.StartsWith("NOTICE", StringComparison.Ordinal));
}
