using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Plenum.Server.Conferences.Streams;

namespace Plenum.Server.Plugins.Messages;

/// <summary>A message as a page gets it: its number, its id, the plugin it is for, and what the script sent. Callbacks are named only.</summary>
internal static class MessageJson
{
    private const string Event = "ui-message";

    public static JsonObject Of(Delivery delivery) => new()
    {
        ["tab"] = delivery.Tab.Id,
        ["seq"] = delivery.Seq,
        ["id"] = $"{delivery.Message.Id}",
        ["plugin"] = delivery.Message.Plugin,
        ["callbacks"] = new JsonArray([.. delivery.Message.Callbacks.Keys.Select(name => (JsonNode)name)]),
        ["message"] = JsonNode.Parse(delivery.Message.Body.GetRawText()),
    };

    /// <summary>As the event of a stream, in conferences and elsewhere.</summary>
    public static byte[] Framed(Delivery delivery) => SseText.Event(
        "plenum", Encoding.UTF8.GetBytes(new JsonObject { ["name"] = Event, ["payload"] = Of(delivery) }.ToJsonString()));
}

/// <summary>As it is kept.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class MessagesJson : JsonSerializerContext;
