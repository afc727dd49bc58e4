using System.Text.Json;

namespace Plenum.Server.Branding.Forms;

/// <summary>Several texts, or several of a few values.</summary>
public sealed record ListField(string Name, SettingField Item) : SettingField(Name)
{
    public int MinItems { get; init; }

    public int MaxItems { get; init; } = RowsField.Most;

    internal override IEnumerable<Mistake> Judge(JsonElement value, string path) => value.ValueKind is not JsonValueKind.Array
        ? [new(path, "This must be a list.")]
        : RowsField.Counted(value.GetArrayLength(), Required ? Math.Max(1, MinItems) : MinItems, MaxItems, path) is { } mistake ? [mistake]
        : value.EnumerateArray().Index().SelectMany(item => Item.Judge(item.Item, $"{path}[{item.Index}]"));
}

/// <summary>A table of lines that each have the same fields, such as the entries of a phone book.</summary>
public sealed record RowsField(string Name, IReadOnlyList<SettingField> Fields) : SettingField(Name)
{
    public const int Most = 500;

    public int MinItems { get; init; }

    public int MaxItems { get; init; } = Most;

    internal override IEnumerable<Mistake> Judge(JsonElement value, string path)
    {
        if (value.ValueKind is not JsonValueKind.Array) return [new(path, "This must be a list.")];
        if (Counted(value.GetArrayLength(), Required ? Math.Max(1, MinItems) : MinItems, MaxItems, path) is { } mistake) return [mistake];
        return value.EnumerateArray().Index().SelectMany(row => row.Item.ValueKind is JsonValueKind.Object
            ? SettingsSchema.Judge(Fields, row.Item.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value)), $"{path}[{row.Index}]")
            : [new Mistake($"{path}[{row.Index}]", "This must be an object.")]);
    }

    internal static Mistake? Counted(int count, int least, int most, string path) =>
        count < least ? new(path, least == 1 ? "Add at least one." : $"There must be at least {least}.")
        : count > most ? new(path, $"There may be {most}; there are {count}.")
        : null;
}
