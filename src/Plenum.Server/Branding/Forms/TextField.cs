using System.Net.Mail;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Plenum.Server.Branding.Forms;

/// <summary>A text, perhaps of a certain length, pattern or format.</summary>
public sealed partial record TextField(string Name) : SettingField(Name)
{
    /// <summary>No setting is a novel, whatever its schema allows.</summary>
    public const int Longest = 10_000;

    public const string Uri = "uri";
    public const string Email = "email";
    public const string Colour = "color";

    public static readonly IReadOnlyList<string> Formats = [Uri, Email, Colour];

    /// <summary>Addresses that run something where a plugin opens them.</summary>
    private static readonly string[] Running = ["javascript", "vbscript", "data"];

    public int MinLength { get; init; }

    public int MaxLength { get; init; } = Longest;

    public string? Format { get; init; }

    public TextPattern? Pattern { get; init; }

    /// <summary>Whether people want room to write.</summary>
    public bool Long => Format is null && Pattern is null && MaxLength is > 500 and < Longest;

    internal override IEnumerable<Mistake> Judge(JsonElement value, string path)
    {
        if (value.ValueKind is not JsonValueKind.String || Text(value) is not { } text) return [new(path, "This must be a text.")];
        var length = text.EnumerateRunes().Count();
        if (length == 0 && Required) return [new(path, "Fill this in.")];
        // What is not required may stay empty, whatever it would have to look like.
        if (length == 0 && MinLength == 0) return [];
        if (length < MinLength) return [new(path, MinLength == 1 ? "Fill this in." : $"This has at least {MinLength} characters.")];
        if (length > MaxLength) return [new(path, $"This has at most {MaxLength} characters; it has {length}.")];
        if (Format is not null && !Fits(Format, text)) return [new(path, Asked(Format))];
        return Pattern?.Fits(text) ?? true ? [] : [new(path, $"This does not look as it should: the pattern is {Pattern.Source}")];
    }

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a character: a lone surrogate.
            return null;
        }
    }

    private static bool Fits(string format, string text) => format switch
    {
        Uri => System.Uri.TryCreate(text, UriKind.Absolute, out var address) && text.Contains(':') && !text.Any(char.IsWhiteSpace) && !Running.Contains(address.Scheme),
        Email => text.Length <= 254 && MailAddress.TryCreate(text, out var address) && address.Address == text && !text.Any(char.IsWhiteSpace),
        Colour => Coloured().IsMatch(text),
        _ => true,
    };

    private static string Asked(string format) => format switch
    {
        Uri => "This is a whole address, such as https://example.org/page.",
        Email => "This is a mail address, such as anna@example.org.",
        _ => "This is a colour, such as #0a6b5a.",
    };

    [GeneratedRegex(@"\A#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\z", RegexOptions.NonBacktracking)]
    private static partial Regex Coloured();
}
