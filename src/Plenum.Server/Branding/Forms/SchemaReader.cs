using System.Text.Json;
using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding.Forms;

/// <summary>
/// Reads the <c>settingsSchema</c> of a package file (JSON Schema). What it does not know is named and not guessed: a keyword is
/// ignored, and a setting whose kind is unknown has no place in the form.
/// </summary>
internal sealed class SchemaReader
{
    public const string Member = "settingsSchema";
    private const int MostFields = 100;

    private readonly string _file;
    private readonly Findings _findings;

    private SchemaReader(string file, Findings findings) => (_file, _findings) = (file, findings);

    public static SettingsSchema Read(string file, LocatedJson package, Findings findings)
    {
        if (package.Lacks(Member)) return SettingsSchema.None;
        var (reader, schema) = (new SchemaReader(file, findings), package[Member]!);
        if (!schema.Is(JsonValueKind.Object) || (schema.TextOf("type") ?? "object") != "object")
        {
            findings.Warn(file, schema.Line, $"\"{Member}\" is a JSON Schema of an object, such as {{\"type\": \"object\", \"properties\": {{}}}}; as it is, the plugin has no form.");
            return SettingsSchema.None;
        }
        reader.Unknown(schema, Member, "properties", "required");
        return new SettingsSchema(reader.Fields(schema, Member, nested: false));
    }

    private List<SettingField> Fields(LocatedJson schema, string where, bool nested)
    {
        List<SettingField> fields = [];
        if (schema["properties"] is not { } properties) return fields;
        if (!properties.Is(JsonValueKind.Object))
        {
            Warn(properties, $"\"properties\" of {where} is an object with a schema for each setting; it is ignored as it is.");
            return fields;
        }
        var required = (schema.WordsOf("required") ?? []).Select(word => word.Text).ToHashSet();
        foreach (var name in required.Where(name => !properties.Members.ContainsKey(name))) Warn(schema["required"]!, $"\"required\" of {where} names {name}, which is no setting.");
        if (properties.Members.Count > MostFields) Warn(properties, $"{where} has {properties.Members.Count} settings; the form shows the first {MostFields}.");
        foreach (var (name, json) in properties.Members.Take(MostFields))
        {
            if (PluginIds.Wrong(name) is { } wrong || name.Length == 0) Warn(json, $"The setting \"{name}\" {PluginIds.Wrong(name) ?? "has no name; give it one"}.");
            else if (Field(name, json, nested) is { } field) fields.Add(Usual(Described(field, json, required.Contains(name), nested), json));
        }
        // A secret that cannot be kept as one must not end up in a package either.
        return [.. fields.Where(field => !field.Secret || (!nested && field is TextField))];
    }

    private SettingField? Field(string name, LocatedJson json, bool nested)
    {
        if (!json.Is(JsonValueKind.Object)) return Left(json, name, "it is described by an object in curly brackets");
        if (!json.Lacks("type") && !json["type"]!.Is(JsonValueKind.String)) return Left(json["type"]!, name, "its type is a single word");
        var kind = json.TextOf("type");
        if (!json.Lacks("enum")) return Choice(name, json);
        var sizes = new SchemaSizes(_file, _findings, json, name);
        switch (kind)
        {
            case "boolean":
                Unknown(json, name);
                return new FlagField(name);
            case "integer" or "number":
                Unknown(json, name, "minimum", "maximum");
                return new NumberField(name) { Whole = kind == "integer", Minimum = sizes.Number("minimum"), Maximum = sizes.Number("maximum") };
            case "string":
                Unknown(json, name, "minLength", "maxLength", "pattern", "format");
                return new TextField(name) { MinLength = sizes.Count("minLength", 0), MaxLength = sizes.Count("maxLength", TextField.Longest), Pattern = sizes.Pattern(), Format = sizes.Format() };
            case "array" when !nested:
                Unknown(json, name, "items", "minItems", "maxItems");
                return List(name, json, sizes);
            default:
                return Left(json["type"] ?? json, name, kind is null ? "its type is missing" : $"the form has nothing for the type {kind}{(nested ? " within a list" : "")}");
        }
    }

    private SettingField? List(string name, LocatedJson json, SchemaSizes sizes)
    {
        if (json["items"] is not { Kind: JsonValueKind.Object } items) return Left(json["items"] ?? json, name, "what is in the list is described by \"items\", an object");
        var (least, most) = (sizes.Count("minItems", 0), sizes.Count("maxItems", RowsField.Most));
        if (items.TextOf("type") == "object")
        {
            Unknown(items, name, "properties", "required");
            return Fields(items, name, nested: true) is { Count: > 0 } fields ? new RowsField(name, fields) { MinItems = least, MaxItems = most } : Left(items, name, "a line of it has no setting");
        }
        if (items.TextOf("type") is not "string" && items.Lacks("enum")) return Left(items, name, "a list has texts or objects in it");
        return Field(name, items, nested: true) is { } item ? new ListField(name, item with { Required = item is TextField }) { MinItems = least, MaxItems = most } : null;
    }

    private ChoiceField? Choice(string name, LocatedJson json)
    {
        Unknown(json, name, "enum");
        var options = json["enum"]!.Items;
        return options.Count is 0 or > 200 || options.Any(option => option.Kind is JsonValueKind.Object or JsonValueKind.Array)
            ? Left(json["enum"]!, name, "\"enum\" is a list of up to 200 texts, numbers, true, false or null") as ChoiceField
            : new ChoiceField(name, [.. options.Select(LocatedValues.Element)]);
    }

    private SettingField Described(SettingField field, LocatedJson json, bool required, bool nested)
    {
        var secret = json.FlagOf("writeOnly") ?? false;
        if (secret && (nested || field is not TextField)) Warn(json["writeOnly"]!, $"The setting {field.Name} is \"writeOnly\", which a text outside of lists can be; it has no place in the form.");
        return field with
        {
            Title = json.TextOf("title") is { } title ? Findings.Printable(title) : field.Name,
            Description = json.TextOf("description") is { } words ? Findings.Printable(words) : null,
            Required = required || field.Required,
            Secret = secret,
        };
    }

    private SettingField Usual(SettingField field, LocatedJson json)
    {
        if (json["default"] is not { } usual) return field;
        var value = LocatedValues.Element(usual);
        if (field.Secret)
            Warn(usual, $"The setting {field.Name} is \"writeOnly\" and its \"default\" is there for all to read; the default is ignored.");
        else if ((field with { Required = false }).Judge(value, field.Name).FirstOrDefault() is { } mistake)
            Warn(usual, $"The \"default\" of the setting {field.Name} does not fit it and is ignored ({mistake.Path}): {mistake.Message}");
        else
            return field with { Default = value };
        return field;
    }

    private SettingField? Left(LocatedJson json, string name, string why)
    {
        Warn(json, $"The setting {name} has no place in the form: {why}.");
        return null;
    }

    /// <summary>Says which keywords are not known. Those that only describe are known everywhere.</summary>
    private void Unknown(LocatedJson json, string where, params ReadOnlySpan<string> known)
    {
        foreach (var (name, value) in json.Members)
            if (!known.Contains(name) && name is not ("type" or "title" or "description" or "default" or "writeOnly" or "examples" or "additionalProperties" or "$schema" or "$id" or "$comment"))
                Warn(value, $"The form does not know the keyword \"{name}\" of {where}; what it asks for is not checked.");
    }

    private void Warn(LocatedJson at, string message) => _findings.Warn(_file, at.Line, message);
}
