using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Server.Plugins.Registry;

namespace Plenum.Server.Management.Pages.Scripts;

/// <summary>Reads the form of a UI plugin: what was typed becomes values of the types that its schema has; whether they fit is judged where all of them are.</summary>
internal static class PluginSettingsForm
{
    public const string Prefix = "s.", Gone = ".gone", Label = "label", Groups = "groups";

    public static UiPluginWish Wish(UiPlugin plugin, IFormCollection form)
    {
        var whole = JsonSerializer.SerializeToElement(plugin, RegistryJson.Default.UiPlugin);
        return new UiPluginWish
        {
            Label = JsonSerializer.SerializeToElement($"{form[Label]}"),
            Type = plugin.Type,
            Script = plugin.Script,
            Schema = plugin.Schema,
            Functions = whole.GetProperty("functions"),
            Events = whole.GetProperty("events"),
            Places = whole.GetProperty("places"),
            Dependencies = whole.GetProperty("dependencies"),
            Groups = JsonSerializer.SerializeToElement($"{form[Groups]}".Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
            Settings = JsonSerializer.SerializeToElement(Values(ConfigurationSchema.Read(plugin.Schema), form)),
        };
    }

    private static JsonObject Values(IReadOnlyList<ConfigurationField> fields, IFormCollection form)
    {
        var values = new JsonObject();
        foreach (var field in fields.Where(field => field.HoldsValue))
        {
            var text = $"{form[Prefix + field.Name]}".ReplaceLineEndings("\n");
            if (field.Secret && form[Prefix + field.Name + Gone] == "true") values[field.Name] = null;
            else if (field.Type == "toggle" && !field.Many) values[field.Name] = text == "true";
            else if (text.Length > 0) values[field.Name] = Value(field, text);
        }

        return values;
    }

    private static JsonNode? Value(ConfigurationField field, string text)
    {
        if (field.Type == "fieldsGroup") return Json(field, text);
        return field.Many ? new JsonArray([.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => One(field, line))]) : One(field, text);
    }

    private static JsonNode One(ConfigurationField field, string text) =>
        field.Validation == "number" && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? JsonValue.Create(number) : JsonValue.Create(text);

    private static JsonNode? Json(ConfigurationField field, string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw new Unacceptable(field.Name, $"{field.Name} is a group of fields, written as JSON.");
        }
    }
}
