using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plenum.Server.Plugins.Registry;

/// <summary>
/// A plugin that scripts on the server talk to: its script for browsers, what may be set, and what it declares to understand
/// and to send. The settings here are without secrets.
/// </summary>
public sealed record UiPlugin(
    string Name,
    string Label,
    string Type,
    string Script,
    IReadOnlyList<PluginFunction> Functions,
    IReadOnlyList<PluginEvent> Events,
    IReadOnlyList<string> Places,
    IReadOnlyList<string> Groups,
    IReadOnlyList<PluginDependency> Dependencies,
    JsonElement Schema,
    IReadOnlyDictionary<string, JsonElement> Settings)
{
    public const string ProcessMessage = "processMessage";

    /// <summary>The place that everything happens in; the other is the page where one signs in.</summary>
    public const string App = "APP";

    /// <summary>Whether a listener may wait for such an event, or for replies to such a message.</summary>
    public bool Sends(string name) =>
        Events.Any(one => one.Name == name) || Functions.Any(one => one.Name == name || one.Name == ProcessMessage) || (Events.Count == 0 && Functions.Count == 0);

    /// <summary>Whether it declares to understand such a message; one that declares nothing takes them all.</summary>
    public bool Understands(string name) => Functions.Count == 0 || Functions.Any(one => one.Name == name || one.Name == ProcessMessage);

    /// <summary>Whether whoever is in these groups has it in their pages. One without groups is everybody's.</summary>
    public bool Visible(IReadOnlyList<string> groups) => Places.Contains(App) && (Groups.Count == 0 || Groups.Any(groups.Contains));

    /// <summary>Whether it declares to call this when it has had such a message.</summary>
    public bool Calls(string name, string callback) => Functions.Any(one => (one.Name == name || one.Name == ProcessMessage) && one.Callbacks.Contains(callback));
}

/// <summary>What a plugin can be told, and the callbacks that it may call then.</summary>
public sealed record PluginFunction(string Name, string Label, IReadOnlyList<string> Callbacks);

/// <summary>What a plugin may send by itself.</summary>
public sealed record PluginEvent(string Name, string Label, IReadOnlyList<string> Callbacks);

/// <summary>A script or style sheet that must be in the page before the plugin.</summary>
public sealed record PluginDependency(string File, string Placement, IReadOnlyList<string> Places);

/// <summary>As it is kept.</summary>
[JsonSerializable(typeof(UiPlugin))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class RegistryJson : JsonSerializerContext;
