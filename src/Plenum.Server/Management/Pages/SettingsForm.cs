using System.Globalization;
using System.Text.Json;
using Plenum.Server.Branding.Forms;

namespace Plenum.Server.Management.Pages;

/// <summary>
/// Reads the form of a plugin's settings into values, as they were typed: what does not fit is told by whoever judges them.
/// Fields go by their places (<c>f3.1.0</c>), since a name may be anything.
/// </summary>
internal static class SettingsForm
{
    public const string Gone = ".gone";
    public const string Rows = ".rows";

    public static Dictionary<string, JsonElement> Read(SettingsSchema schema, IFormCollection form, string? without = null) => Read(schema.Fields, "f", form, without);

    private static Dictionary<string, JsonElement> Read(IReadOnlyList<SettingField> fields, string prefix, IFormCollection form, string? without)
    {
        var values = new Dictionary<string, JsonElement>();
        foreach (var (index, field) in fields.Index())
            if (Read(field, $"{prefix}{index}", form, without) is { } value) values[field.Name] = value;
        return values;
    }

    private static JsonElement? Read(SettingField field, string name, IFormCollection form, string? without)
    {
        var text = $"{form[name]}".ReplaceLineEndings("\n");
        return field switch
        {
            { Secret: true } => form[name + Gone] == "true" ? Json<string?>(null) : text.Length > 0 ? Json(text) : null,
            // A field that was emptied is empty, and not what it would be if nobody had looked at it.
            TextField => text.Length > 0 || field.Default is not null ? Json(text) : null,
            NumberField => text.Trim() is not { Length: > 0 } number ? null : double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && double.IsFinite(read) ? Json(read) : Json(text),
            FlagField => Json(form[name] == "true"),
            ChoiceField choice => Chosen(choice, text),
            ListField { Item: ChoiceField choice } => Json(form[name].OfType<string>().Select(one => Chosen(choice, one)).OfType<JsonElement>().ToList()),
            ListField => Listed(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), field),
            RowsField rows => Listed(Lines(rows, name, form, without), field),
            _ => null,
        };
    }

    /// <summary>A line that nobody wrote anything into is none.</summary>
    private static List<Dictionary<string, JsonElement>> Lines(RowsField rows, string name, IFormCollection form, string? without)
    {
        var count = int.TryParse(form[name + Rows], NumberStyles.None, CultureInfo.InvariantCulture, out var sent) ? Math.Min(sent, RowsField.Most + 1) : 0;
        return [.. Enumerable.Range(0, count).Where(row => $"{name}.{row}" != without)
            .Select(row => Read(rows.Fields, $"{name}.{row}.", form, null)).Where(line => !Blank(rows, line))];
    }

    private static bool Blank(RowsField rows, Dictionary<string, JsonElement> line) => rows.Fields.All(field =>
        !line.TryGetValue(field.Name, out var value)
        || (field.Default is { } usual ? JsonElement.DeepEquals(usual, value) : value.ValueKind is JsonValueKind.False));

    /// <summary>Nothing is nothing that was set, unless something else would count then.</summary>
    private static JsonElement? Listed<T>(IReadOnlyCollection<T> lines, SettingField field) => lines.Count > 0 || field.Default is not null ? Json(lines) : null;

    private static JsonElement? Chosen(ChoiceField choice, string place) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < choice.Options.Count ? choice.Options[index] : null;

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);
}
