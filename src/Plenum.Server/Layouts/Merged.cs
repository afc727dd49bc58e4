using System.Text.Json.Nodes;

namespace Plenum.Server.Layouts;

/// <summary>Later transforms lie over earlier ones, key by key; what they do not speak of stays.</summary>
internal static class Merged
{
    public static string Over(string below, string above)
    {
        var merged = JsonNode.Parse(below)!.AsObject();
        foreach (var (key, value) in JsonNode.Parse(above)!.AsObject()) merged[key] = value?.DeepClone();
        var sorted = new JsonObject(merged.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        return sorted.ToJsonString();
    }
}
