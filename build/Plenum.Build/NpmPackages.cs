using System.Text.Json;

namespace Plenum.Build;

/// <summary>What the web client's lock file resolved, without tools that only build.</summary>
internal static class NpmPackages
{
    private const string Modules = "node_modules/";

    public static IReadOnlyList<Component> Shipped(string lockFile)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(lockFile));
        var folder = Path.GetDirectoryName(Path.GetFullPath(lockFile))!;
        return [.. document.RootElement.GetProperty("packages").EnumerateObject()
            .Where(entry => entry.Name.Contains(Modules, StringComparison.Ordinal) && !Is(entry.Value, "dev") && !Is(entry.Value, "link"))
            .Select(entry => Describe(entry, folder))];
    }

    private static Component Describe(JsonProperty entry, string folder)
    {
        var name = entry.Name[(entry.Name.LastIndexOf(Modules, StringComparison.Ordinal) + Modules.Length)..];
        var version = Text(entry.Value, "version") ?? "0";
        var integrity = Text(entry.Value, "integrity");
        var installed = Path.Combine(folder, entry.Name);
        return new Component(
            name,
            version,
            $"pkg:npm/{name.Replace("@", "%40", StringComparison.Ordinal)}@{version}",
            integrity?.StartsWith("sha512-", StringComparison.Ordinal) == true ? Convert.ToHexStringLower(Convert.FromBase64String(integrity["sha512-".Length..])) : null,
            Text(entry.Value, "license"),
            null,
            Text(entry.Value, "resolved"),
            Directory.Exists(installed) ? [.. Directory.GetFiles(installed, "LICEN*").Order(StringComparer.Ordinal)] : []);
    }

    private static bool Is(JsonElement package, string mark) => package.TryGetProperty(mark, out var value) && value.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement package, string name) => package.TryGetProperty(name, out var value) ? value.GetString() : null;
}
