using System.Text.Json;
using Plenum.Server.Management;

namespace Plenum.Server.Plugins.Registry;

/// <summary>Reads what a plugin's settings may be, and holds values against it.</summary>
internal static class ConfigurationSchema
{
    private const int MostFields = 200, Deepest = 4;

    public static IReadOnlyList<ConfigurationField> Read(JsonElement schema, string member = "schema", int depth = 0)
    {
        if (schema.ValueKind is not JsonValueKind.Array || schema.GetArrayLength() > MostFields || depth > Deepest)
            throw new Unacceptable(member, $"{member} is a list of at most {MostFields} fields, each an object with name and type, nested at most {Deepest} deep.");
        var fields = schema.EnumerateArray().Select((field, index) => Field(field, $"{member}[{index}]", depth)).ToList();
        return fields.Select(field => field.Name).Distinct().Count() == fields.Count ? fields : throw new Unacceptable(member, $"{member} names a field twice.");
    }

    /// <summary>What is wrong with the values of some fields, or null.</summary>
    public static string? Wrong(IReadOnlyList<ConfigurationField> fields, JsonElement values)
    {
        foreach (var value in values.EnumerateObject())
            if (fields.FirstOrDefault(field => field.Name == value.Name) is not { } known) return $"has {value.Name}, which is no field of it.";
            else if (known.Wrong(value.Value) is { } wrong) return $"has {value.Name}, which {wrong}";
        return fields.FirstOrDefault(field => field is { Required: true, Default: null } && !values.TryGetProperty(field.Name, out _)) is { } missing ? $"lacks {missing.Name}." : null;
    }

    private static ConfigurationField Field(JsonElement field, string at, int depth)
    {
        if (field.ValueKind is not JsonValueKind.Object) throw new Unacceptable(at, $"{at} is an object with name and type.");
        var (name, type) = (Text(field, "name"), Text(field, "type"));
        // What only dresses the form need not be called anything.
        if (type is null || !ConfigurationField.Types.Contains(type)) throw new Unacceptable($"{at}.type", $"{at}.type is one of {string.Join(", ", ConfigurationField.Types.Order())}.");
        if (name is null || name.Length is 0 or > 100 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_')) throw new Unacceptable($"{at}.name", $"{at}.name is 1 to 100 letters, digits and underscores.");
        var options = field.TryGetProperty("typeOptions", out var given) && given.ValueKind is JsonValueKind.Object ? given : default;
        var read = new ConfigurationField(name, type)
        {
            Many = Text(field, "multiplicity") == "many",
            // Conditions are for the form; only a plain true is asked for here.
            Required = field.TryGetProperty("required", out var required) && required.ValueKind is JsonValueKind.True,
            Default = field.TryGetProperty("defaultValue", out var usual) && usual.ValueKind is not JsonValueKind.Null ? usual : null,
            Validation = Text(options, "validation"),
            Choices = Choices(options),
            Fields = type == "fieldsGroup" && options.ValueKind is JsonValueKind.Object && options.TryGetProperty("fields", out var inner) ? Read(inner, $"{at}.typeOptions.fields", depth + 1)
                : type == "fieldsGroup" && field.TryGetProperty("fields", out var beside) ? Read(beside, $"{at}.fields", depth + 1) : [],
        };
        if (depth > 0 && read.Secret) throw new Unacceptable($"{at}.type", "A password stands by itself, not in a group of fields.");
        if (read is { Secret: true, Many: true } or { Secret: true, Default: not null }) throw new Unacceptable(at, "A password is one, and has no default that everybody could read.");
        if (read.Default is { } value && read.Wrong(value) is { } wrong) throw new Unacceptable($"{at}.defaultValue", $"{at}.defaultValue {wrong}");
        return read;
    }

    private static IReadOnlyList<string>? Choices(JsonElement options)
    {
        if (options.ValueKind is not JsonValueKind.Object || (options.TryGetProperty("allowCustom", out var custom) && custom.ValueKind is JsonValueKind.True)) return null;
        return options.TryGetProperty("possibleValues", out var values) && values.ValueKind is JsonValueKind.Array
            ? [.. values.EnumerateArray().Select(value => value.ValueKind is JsonValueKind.String ? value.GetString() : Text(value, "name")).OfType<string>()]
            : null;
    }

    private static string? Text(JsonElement within, string name) =>
        within.ValueKind is JsonValueKind.Object && within.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
