namespace Plenum.Server.Branding.Checking;

/// <summary>Gathers findings in the order in which they are made; the same one is kept once, and never more than anybody would read.</summary>
internal sealed class Findings
{
    private const int Most = 300;

    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    public bool Fatal => _all.Exists(finding => finding.Severity is Severity.Error);

    public void Error(string file, int? line, string message) => Add(new Finding(Printable(file), line, Severity.Error, Printable(message)));

    public void Warn(string file, int? line, string message) => Add(new Finding(Printable(file), line, Severity.Warning, Printable(message)));

    /// <summary>What a reader of a log or a terminal may be shown: no controls, no turned-around text, no novels.</summary>
    public static string Printable(string text)
    {
        var clean = string.Concat(text.EnumerateRunes().Select(rune => System.Text.Rune.GetUnicodeCategory(rune)
            is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator
            ? $"\\u{rune.Value:x4}" : rune.ToString()));
        return clean.Length <= 400 ? clean : $"{clean[..200]}…{clean[^100..]}";
    }

    private void Add(Finding finding)
    {
        // An error always has room, or many warnings could hide it.
        if (_all.Count >= Most && (finding.Severity is Severity.Warning || Fatal)) return;
        if (!_all.Contains(finding)) _all.Add(finding);
    }
}
