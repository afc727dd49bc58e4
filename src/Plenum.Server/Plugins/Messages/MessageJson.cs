using System.Text.Json.Nodes;

namespace Plenum.Server.Plugins.Messages;

/// <summary>A message as a page gets it: its number, its id, the plugin it is for, and what the script sent. Callbacks are named only.</summary>
internal static class MessageJson
{
    public const string Event = "ui-message";

    public static JsonObject Of(Delivery delivery) => new()
    {
        ["tab"] = delivery.Tab.Id,
        ["seq"] = delivery.Seq,
        ["id"] = $"{delivery.Message.Id}",
        ["plugin"] = delivery.Message.Plugin,
        ["callbacks"] = new JsonArray([.. delivery.Message.Callbacks.Keys.Select(name => (JsonNode)name)]),
        ["message"] = JsonNode.Parse(delivery.Message.Body.GetRawText()),
    };
}
