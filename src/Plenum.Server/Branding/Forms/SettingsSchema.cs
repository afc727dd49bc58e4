using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plenum.Server.Branding.Forms;

/// <summary>All that a plugin lets an administrator set, in the order in which its package file names it.</summary>
public sealed record SettingsSchema(IReadOnlyList<SettingField> Fields)
{
    public static readonly SettingsSchema None = new([]);

    public IEnumerable<SettingField> Secrets => Fields.Where(one => one.Secret);

    /// <summary>Everything that is wrong with these values, and what is missing; a secret that is known need not be sent again.</summary>
    public IReadOnlyList<Mistake> Judge(IReadOnlyDictionary<string, JsonElement> values, IReadOnlySet<string> secretsThatAreSet) =>
        [.. Judge(Fields, values, "").Where(mistake => !(secretsThatAreSet.Contains(mistake.Path) && !values.ContainsKey(mistake.Path)))];

    /// <summary>What a package gets: the values with what counts where nothing is set. Secrets are never in it.</summary>
    public JsonObject Filled(IReadOnlyDictionary<string, JsonElement> values)
    {
        var filled = new JsonObject();
        foreach (var field in Fields.Where(field => !field.Secret))
            if (values.TryGetValue(field.Name, out var value)) filled[field.Name] = Filled(field, value);
            else if (field.Default is { } usual) filled[field.Name] = JsonNode.Parse(usual.GetRawText());
        return filled;
    }

    internal static IEnumerable<Mistake> Judge(IReadOnlyList<SettingField> fields, IEnumerable<KeyValuePair<string, JsonElement>> values, string path)
    {
        var named = new Dictionary<string, JsonElement>();
        foreach (var (name, value) in values)
            if (fields.All(field => field.Name != name)) yield return new(At(path, name), "There is no such setting.");
            else named[name] = value;
        foreach (var field in fields)
        {
            if (named.TryGetValue(field.Name, out var value))
                foreach (var mistake in field.Judge(value, At(path, field.Name))) yield return mistake;
            else if (field.Required && field.Default is null)
                yield return new(At(path, field.Name), "Fill this in.");
        }
    }

    private static string At(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static JsonNode? Filled(SettingField field, JsonElement value)
    {
        var node = JsonNode.Parse(value.GetRawText());
        if (field is not RowsField rows || node is not JsonArray lines) return node;
        foreach (var line in lines.OfType<JsonObject>())
            foreach (var usual in rows.Fields.Where(inner => inner.Default is not null && !line.ContainsKey(inner.Name)))
                line[usual.Name] = JsonNode.Parse(usual.Default!.Value.GetRawText());
        return node;
    }
}
