using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plenum.Server.Branding.Portal;

/// <summary>JSON files of a package, as people would write them.</summary>
internal static class JsonFile
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(Written) + "\n");

    /// <summary>The object in a file; null when there is none.</summary>
    public static JsonObject? Read(IReadOnlyDictionary<string, byte[]> files, string path)
    {
        if (!files.TryGetValue(path, out var bytes)) return null;
        try
        {
            var found = JsonNode.Parse(bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0)) as JsonObject;
            // A name that is there twice is found out when names are first looked at.
            return found?.Count >= 0 ? found : null;
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
