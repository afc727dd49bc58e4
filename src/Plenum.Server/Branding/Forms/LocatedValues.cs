using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding.Forms;

/// <summary>A value that was read with its lines, without them.</summary>
internal static class LocatedValues
{
    public static JsonElement Element(LocatedJson value) => JsonSerializer.SerializeToElement(Node(value));

    private static JsonNode? Node(LocatedJson value) => value.Kind switch
    {
        JsonValueKind.Object => new JsonObject(value.Members.Select(member => KeyValuePair.Create(member.Key, Node(member.Value)))),
        JsonValueKind.Array => new JsonArray([.. value.Items.Select(Node)]),
        JsonValueKind.String => JsonValue.Create(value.Text),
        JsonValueKind.Number => JsonNode.Parse(value.Text),
        JsonValueKind.True => JsonValue.Create(true),
        JsonValueKind.False => JsonValue.Create(false),
        _ => null,
    };
}
