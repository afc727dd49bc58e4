using System.Text.Json;

namespace Plenum.Server.Branding.Forms;

/// <summary>One thing that a plugin lets an administrator set, as its package file describes it. What a value may be, its kind says.</summary>
public abstract record SettingField(string Name)
{
    /// <summary>What a form calls it.</summary>
    public string Title { get; init; } = Name;

    public string? Description { get; init; }

    public bool Required { get; init; }

    /// <summary>Kept in the database only: never shown again, and never in a package.</summary>
    public bool Secret { get; init; }

    /// <summary>What counts where nothing is set; it fits, or it would not be here.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>Everything that keeps a value from being used, each at its place.</summary>
    internal abstract IEnumerable<Mistake> Judge(JsonElement value, string path);
}

/// <summary>What is wrong with a value: where it stands (<c>entries[2].address</c>), and what to do about it.</summary>
public sealed record Mistake(string Path, string Message);

/// <summary>Yes or no.</summary>
public sealed record FlagField(string Name) : SettingField(Name)
{
    internal override IEnumerable<Mistake> Judge(JsonElement value, string path) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [new(path, "This is true or false.")];
}

/// <summary>One of a few values, compared as JSON.</summary>
public sealed record ChoiceField(string Name, IReadOnlyList<JsonElement> Options) : SettingField(Name)
{
    /// <summary>An option as people read it.</summary>
    public static string Shown(JsonElement option) => option.ValueKind is JsonValueKind.String ? option.GetString()! : option.GetRawText();

    internal override IEnumerable<Mistake> Judge(JsonElement value, string path) =>
        Options.Any(option => JsonElement.DeepEquals(option, value)) ? [] : [new(path, $"Choose one of {string.Join(", ", Options.Take(10).Select(Shown))}{(Options.Count > 10 ? " and others" : "")}.")];
}
