using System.Text.RegularExpressions;

namespace Plenum.Server.Branding.Forms;

/// <summary>
/// A pattern by somebody else, held against texts by somebody else: an engine that never goes back, so that its time grows
/// with the text alone.
/// </summary>
public sealed class TextPattern
{
    private const int Longest = 300;
    private const int MostRepeats = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly Regex _pattern;

    private TextPattern(string source, Regex pattern) => (Source, _pattern) = (source, pattern);

    public string Source { get; }

    /// <summary>The pattern, or why it cannot be used.</summary>
    public static (TextPattern? Pattern, string? Why) Of(string source)
    {
        if (source.Length > Longest) return (null, $"it has more than {Longest} characters");
        // Repeats of repeats multiply, and so does the room that they take.
        if (Regex.Matches(source, @"\d{1,9}(?=,?\d*\})").Aggregate(1d, (all, found) => all * Math.Max(1, double.Parse(found.Value))) > MostRepeats) return (null, $"it repeats something more than {MostRepeats} times");
        try
        {
            return (new TextPattern(source, new Regex(source, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Patience)), null);
        }
        catch (NotSupportedException)
        {
            return (null, "it looks around itself or back ((?=…), \\1), which could take for ever");
        }
        catch (ArgumentException)
        {
            return (null, "it is no regular expression");
        }
    }

    /// <summary>A text that takes too long to judge does not fit.</summary>
    public bool Fits(string text)
    {
        try
        {
            return _pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
