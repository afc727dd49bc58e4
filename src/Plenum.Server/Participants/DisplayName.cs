using System.Globalization;
using System.Text;

namespace Plenum.Server.Participants;

/// <summary>Text that people give themselves or each other: valid Unicode, no control or direction marks, cut at a limit.</summary>
public static class DisplayName
{
    public const int Longest = 100;

    public static string Clean(string text, int longest = Longest)
    {
        var clean = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > longest) break;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) continue;
            if (IsDirectionMark(rune.Value)) continue;
            clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }

    /// <summary>Marks that would turn the text around them as well.</summary>
    private static bool IsDirectionMark(int rune) => rune is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;
}
