using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plenum.Build;

/// <summary>A CycloneDX 1.6 document; the same release gives the same document, so it carries no time and no random number.</summary>
internal static class BillOfMaterials
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(string version, IEnumerable<Component> components) => new JsonObject
    {
        ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
        ["bomFormat"] = "CycloneDX",
        ["specVersion"] = "1.6",
        ["version"] = 1,
        ["metadata"] = new JsonObject
        {
            ["component"] = new JsonObject { ["type"] = "application", ["name"] = "plenum", ["version"] = version, ["bom-ref"] = $"plenum@{version}", ["licenses"] = Licence("Apache-2.0") },
        },
        ["components"] = new JsonArray([.. components.DistinctBy(component => component.Purl).Select(Entry)]),
    }.ToJsonString(Indented) + "\n";

    private static JsonNode Entry(Component component)
    {
        var entry = new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = component.Purl,
            ["name"] = component.Name,
            ["version"] = component.Version,
            ["purl"] = component.Purl,
        };
        if (component.Hash is { } hash)
            entry["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = hash });
        if (component.Licence is { } licence)
            entry["licenses"] = Licence(licence);
        if (component.Copyright is { } copyright)
            entry["copyright"] = copyright;
        return entry;
    }

    private static JsonArray Licence(string expression) =>
        new(expression.Contains(' ', StringComparison.Ordinal)
            ? new JsonObject { ["expression"] = expression }
            : new JsonObject { ["license"] = new JsonObject { ["id"] = expression } });
}
