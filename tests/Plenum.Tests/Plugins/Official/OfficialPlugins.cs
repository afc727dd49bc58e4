using System.Text.Json.Nodes;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Official;

/// <summary>The plugins that come with the product, as they lie in <c>plugins/</c>, and brandings put together from them.</summary>
internal static class OfficialPlugins
{
    private static readonly DirectoryInfo Shelf = new(Path.Combine(Repository.Root, "plugins"));

    public static IReadOnlyList<string> Names => [.. Shelf.EnumerateDirectories().Select(folder => folder.Name).Where(name => File.Exists(Path.Combine(Shelf.FullName, name, $"{name}.plugin.package.json"))).Order(StringComparer.Ordinal)];

    public static string Text(string plugin, string file) => File.ReadAllText(Path.Combine(Shelf.FullName, plugin, file));

    public static string Script(string plugin) => Text(plugin, $"{plugin}.plugin.js");

    public static JsonObject Package(string plugin) => JsonNode.Parse(Text(plugin, $"{plugin}.plugin.package.json"))!.AsObject();

    /// <summary>The settings that a plugin's own schema offers, each at its default.</summary>
    public static JsonObject Defaults(string plugin)
    {
        var properties = Package(plugin)["settingsSchema"]?["properties"]?.AsObject() ?? [];
        return new(properties.Select(property => KeyValuePair.Create(property.Key, property.Value!["default"]?.DeepClone())));
    }

    /// <summary>A branding of all of them below a folder, with their settings written as the portal writes them; these plugins get other settings, and those with null get no file.</summary>
    public static void Brand(string folder, IReadOnlyDictionary<string, string?> settings)
    {
        var root = Directory.CreateDirectory(Path.Combine(folder, "webapp2")).FullName;
        var plugins = new JsonArray();
        foreach (var name in Names)
        {
            var to = Path.Combine(root, "plugins", name);
            Copy(new DirectoryInfo(Path.Combine(Shelf.FullName, name)), to);
            plugins.Add(new JsonObject { ["id"] = Package(name)["id"]!.DeepClone(), ["srcURL"] = $"plugins/{name}/{name}.plugin.package.json", ["enabled"] = true });
            var chosen = settings.GetValueOrDefault(name, "{}");
            if (chosen is not null) File.WriteAllText(Path.Combine(to, "settings.json"), Over(Defaults(name), chosen).ToJsonString());
        }

        File.WriteAllText(Path.Combine(root, "settings.json"), new JsonObject { ["plugins"] = plugins }.ToJsonString());
        File.WriteAllText(Path.Combine(root, "manifest.json"), """{"brandingID": "1", "isSettingsBranded": true}""");
    }

    private static JsonObject Over(JsonObject defaults, string chosen)
    {
        foreach (var (name, value) in JsonNode.Parse(chosen)!.AsObject()) defaults[name] = value?.DeepClone();
        return defaults;
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles()) file.CopyTo(Path.Combine(to, file.Name));
        foreach (var inner in from.EnumerateDirectories()) Copy(inner, Path.Combine(to, inner.Name));
    }
}
