using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Plenum.Server.Conferences;

/// <summary>What people type to reach a conference: lower-cased, 1 to 250 printable characters without spaces, slashes or quotes.</summary>
public readonly record struct ConferenceAlias : IParsable<ConferenceAlias>
{
    private ConferenceAlias(string text) => Text = text;

    public string Text { get; }

    public static ConferenceAlias Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var alias) ? alias : throw new FormatException("Not a conference alias.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ConferenceAlias result)
    {
        result = default;
        if (s is null || s.Length is 0 or > 250) return false;
        foreach (var c in s)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) || IsInvisible(c)) return false;
            if (c is '/' or '\\' or '"' or '<' or '>' or '?' or '#' or '%') return false;
        }

        if (s is "." or "..") return false;
        result = new ConferenceAlias(s.ToLowerInvariant());
        return true;
    }

    public override string ToString() => Text ?? "";

    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Format;
}
