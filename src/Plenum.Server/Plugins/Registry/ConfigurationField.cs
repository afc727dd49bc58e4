using System.Net.Mail;
using System.Text.Json;

namespace Plenum.Server.Plugins.Registry;

/// <summary>One setting of a plugin, as its schema describes it. What a value may be, its type says.</summary>
public sealed record ConfigurationField(string Name, string Type)
{
    public const string Password = "password";

    /// <summary>Types that hold a value; the others only dress the form.</summary>
    private static readonly HashSet<string> Texts = ["text", Password, "script", "entityField", "entityAction", "entityFilters", "entityEvents"];

    public static readonly HashSet<string> Types = [.. Texts, "toggle", "buttonsGroup", "dropDown", "fieldsGroup", "label", "info", "button"];

    public bool Many { get; init; }

    public bool Required { get; init; }

    public JsonElement? Default { get; init; }

    /// <summary><c>email</c>, <c>number</c> or <c>url</c>.</summary>
    public string? Validation { get; init; }

    /// <summary>Null means any text.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    public IReadOnlyList<ConfigurationField> Fields { get; init; } = [];

    public bool Secret => Type == Password;

    public bool HoldsValue => Type is not ("label" or "info" or "button");

    /// <summary>What keeps a value from being used, or null.</summary>
    public string? Wrong(JsonElement value)
    {
        if (!HoldsValue) return "has no value.";
        if (!Many) return OneWrong(value);
        return value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Select(OneWrong).FirstOrDefault(wrong => wrong is not null) : "is a list.";
    }

    private string? OneWrong(JsonElement value) => Type switch
    {
        "toggle" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "is true or false.",
        "fieldsGroup" => value.ValueKind is JsonValueKind.Object ? ConfigurationSchema.Wrong(Fields, value) : "is an object with the fields of the group.",
        _ when Validation == "number" && value.ValueKind is JsonValueKind.Number => null,
        _ when value.ValueKind is not JsonValueKind.String => "is a text.",
        "buttonsGroup" or "dropDown" => Choices is null || Choices.Contains(value.GetString()!) ? null : $"is one of {string.Join(", ", Choices.Take(20))}.",
        _ => TextWrong(value.GetString()!),
    };

    private string? TextWrong(string text) => Validation switch
    {
        "email" => MailAddress.TryCreate(text, out _) ? null : "is an address such as ada@example.org.",
        "number" => double.TryParse(text, out var number) && double.IsFinite(number) ? null : "is a number.",
        "url" => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? null : "is an address that begins with https:// or http://.",
        _ => null,
    };
}
