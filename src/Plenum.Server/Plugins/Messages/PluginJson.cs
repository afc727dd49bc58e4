using System.Text.Json.Nodes;
using Plenum.Server.Plugins.Pages;
using Plenum.Server.Plugins.Registry;

namespace Plenum.Server.Plugins.Messages;

/// <summary>What a browser may know of a plugin: settings with what counts where none is set, and no secret.</summary>
internal static class PluginJson
{
    public static JsonObject Of(UiPlugin plugin)
    {
        var configuration = new JsonObject();
        foreach (var field in ConfigurationSchema.Read(plugin.Schema).Where(field => field is { Secret: false, Default: not null })) configuration[field.Name] = JsonNode.Parse(field.Default!.Value.GetRawText());
        foreach (var (name, value) in plugin.Settings) configuration[name] = JsonNode.Parse(value.GetRawText());
        return new JsonObject
        {
            ["name"] = plugin.Name,
            ["label"] = plugin.Label,
            ["type"] = plugin.Type,
            ["script"] = PluginScripts.Address(plugin),
            ["configuration"] = configuration,
            ["functions"] = Names(plugin.Functions.Select(function => function.Name)),
            ["events"] = Names(plugin.Events.Select(one => one.Name)),
            ["places"] = Names(plugin.Places),
            ["dependencies"] = new JsonArray([.. plugin.Dependencies.Where(one => one.Places.Contains(UiPlugin.App)).Select(one => (JsonNode)new JsonObject { ["file"] = one.File, ["placement"] = one.Placement })]),
        };
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);
}
