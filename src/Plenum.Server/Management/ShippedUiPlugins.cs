using System.Text.Json;
using Plenum.Server.Plugins.Registry;

namespace Plenum.Server.Management;

/// <summary>
/// The UI plugins that come with the program, from the folder <c>plugins</c> beside it: each a folder with <c>plugin.json</c>, or as
/// newer ones have it <c>uiService.json</c>, its script, and perhaps listeners. Read when first wanted, and never again.
/// </summary>
internal sealed class ShippedUiPlugins(string folder)
{
    private static readonly string[] Kinds = ["plugin", "uiService"];
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);
    private readonly Lazy<IReadOnlyList<ShippedUiPlugin>> _all = new(() => Read(folder));

    public ShippedUiPlugins()
        : this(Path.Combine(AppContext.BaseDirectory, "plugins"))
    {
    }

    /// <summary>By their names.</summary>
    public IReadOnlyList<ShippedUiPlugin> All => _all.Value;

    public ShippedUiPlugin? Find(string name) => All.FirstOrDefault(plugin => plugin.Name == name);

    private static List<ShippedUiPlugin> Read(string folder) => !Directory.Exists(folder) ? [] :
        [.. new DirectoryInfo(folder).EnumerateDirectories().Select(Plugin).OfType<ShippedUiPlugin>().OrderBy(plugin => plugin.Name, StringComparer.Ordinal)];

    private static ShippedUiPlugin? Plugin(DirectoryInfo folder)
    {
        string In(string file) => Path.Combine(folder.FullName, file);
        if (Kinds.FirstOrDefault(kind => File.Exists(In($"{kind}.json"))) is not { } kind) return null;
        var described = JsonSerializer.Deserialize<UiPluginPackage>(File.ReadAllText(In($"{kind}.json")), Reading)!;
        if (!ScriptName.TryParse(described.Name, null, out var name)) return null;
        var listeners = File.Exists(In("listeners.json")) ? JsonSerializer.Deserialize<List<ShippedListener>>(File.ReadAllText(In("listeners.json")), Reading)! : [];
        return new ShippedUiPlugin(
            name.Text, described.Purpose ?? "", described.Wish(File.ReadAllText(In($"{kind}.js"))), [.. listeners.Select(listener => listener with { Script = File.ReadAllText(In(listener.Script)) })])
        {
            Documentation = File.Exists(In("README.md")) ? File.ReadAllText(In("README.md")) : "",
        };
    }
}

/// <summary>A UI plugin that comes with the program, and the listeners that show what it is for.</summary>
internal sealed record ShippedUiPlugin(string Name, string Purpose, UiPluginWish Wish, IReadOnlyList<ShippedListener> Listeners)
{
    /// <summary>Its own page, as Markdown.</summary>
    public string Documentation { get; init; } = "";
}

/// <summary>A listener that comes with a plugin; in the file its script is named, here it is read.</summary>
internal sealed record ShippedListener(string Name, string? Label, Scripting.Listeners.ListenerType Type, string? Plugin, string? Event, string? Callback, string Script);

/// <summary>A package as it describes itself, in the spellings that published ones have.</summary>
internal sealed record UiPluginPackage
{
    public string? Name { get; init; }

    public string? Purpose { get; init; }

    public JsonElement? Label { get; init; }

    public JsonElement? Schema { get; init; }

    /// <summary>As published packages call the schema.</summary>
    public JsonElement? Configuration { get; init; }

    public JsonElement? Functions { get; init; }

    public JsonElement? Events { get; init; }

    public JsonElement? Places { get; init; }

    public JsonElement? Dependencies { get; init; }

    public UiPluginWish Wish(string script) => new()
    {
        Label = Label,
        Type = Name,
        Script = script,
        Schema = Schema ?? Configuration,
        Functions = Functions,
        Events = Events,
        Places = Places,
        Dependencies = Dependencies,
    };
}

/// <summary>A package as it is told: what it is for, and what can be set.</summary>
internal sealed record UiPluginPackageBody(string Name, string Label, string Purpose, JsonElement? Schema);
