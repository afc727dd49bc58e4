using System.Text.RegularExpressions;

namespace Plenum.Server.Management.People;

/// <summary>How somebody is known here: the name that they joined with, the address that was called, or the name of an account, here or where they signed in.</summary>
internal sealed class PersonName
{
    public const int Shortest = 2;
    public const int Longest = 250;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly Regex mention;

    private PersonName(string text)
    {
        Text = text;
        // Whole words only, so that erasing Al leaves all of them alone. There is nothing in the pattern that could run away.
        mention = new Regex($@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(text)}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);
    }

    public string Text { get; }

    public static PersonName? Parse(string? text) => text?.Trim() is { Length: >= Shortest and <= Longest } name ? new PersonName(name) : null;

    public bool Is(string? text) => Text.Equals(text?.Trim(), StringComparison.OrdinalIgnoreCase);

    public bool IsIn(string? text) => text is not null && mention.IsMatch(text);

    /// <summary>The text with somebody else's name in its place.</summary>
    public string Replace(string text, string by) => mention.Replace(text, by.Replace("$", "$$", StringComparison.Ordinal));

    public override string ToString() => Text;
}
