using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding.Intake;

/// <summary>Which names an archive may hold: those that mean the same one file on every system, and as an address too.</summary>
internal static partial class ZipNames
{
    /// <summary>What systems leave behind in archives; nobody means it.</summary>
    public static bool IsLitter(string name) =>
        name.Split('/') is var parts && (parts.Contains("__MACOSX") || parts.Any(part => part.StartsWith('.') && part.Length > 1 && part != "..")
            || parts[^1] is "Thumbs.db" or "desktop.ini");

    public static void Check(IReadOnlyList<ZipItem> items, Findings findings)
    {
        foreach (var item in items) if (Wrong(item.Name) is { } wrong) findings.Error(item.Name, null, $"{Quoted(item.Name)} {wrong}.");
        foreach (var same in items.GroupBy(item => Folded(item.Name)).Where(same => same.Count() > 1))
        {
            var names = same.Select(item => item.Name).ToList();
            findings.Error(names[1], null, names.Distinct().Count() == 1
                ? $"{Quoted(names[0])} is in the archive {names.Count} times; keep one."
                : $"{string.Join(" and ", names.Distinct().Take(3).Select(Quoted))} differ only in capitals or a slash, and are one file on some systems; rename one.");
        }
        var files = items.Where(item => !item.IsFolder).Select(item => Folded(item.Name)).ToHashSet();
        foreach (var item in items)
            for (var slash = item.Name.IndexOf('/', StringComparison.Ordinal); slash > 0 && slash < item.Name.Length - 1; slash = item.Name.IndexOf('/', slash + 1))
                if (files.Contains(Folded(item.Name[..slash]))) findings.Error(item.Name, null, $"{Quoted(item.Name[..slash])} is a file and a folder at once; rename one.");
    }

    private static string? Wrong(string name)
    {
        if (name.Length is 0) return "is an entry without a name; pack the archive again";
        if (name.Length > PackageLimits.LongestName) return $"has {name.Length} characters; a path has at most {PackageLimits.LongestName}";
        if (name[0] == '/') return "is an absolute path; pack the files by their path from webapp2";
        if (name.Contains('\\')) return "has a backslash; write / between folders (some Windows programs pack it wrongly)";
        if (name.Contains(':')) return "names a drive or a stream (the colon); pack the files by their path from webapp2";
        if (name.EnumerateRunes().FirstOrDefault(Forbidden, default) is { Value: not 0 } || name.Contains('\0')) return "has an invisible character, one that turns text around, an accent as a letter of its own, or one that addresses cannot hold (% # ? * \" < > |); rename it";
        var parts = name.TrimEnd('/').Split('/');
        if (parts.Contains("..") || parts.Contains(".")) return "climbs out of its folder (..); pack the files by their path from webapp2";
        if (parts.Contains("")) return "has an empty folder name (//); pack the archive again";
        if (parts.Length > PackageLimits.DeepestFolder) return $"is nested {parts.Length} folders deep; {PackageLimits.DeepestFolder} are allowed";
        if (Array.Exists(parts, part => part[^1] is '.' or ' ' || part[0] == ' ')) return "begins with a space, or ends with a space or a dot, which some systems drop; rename it";
        return Array.Find(parts, part => Reserved().IsMatch(part)) is { } device ? $"has {device} in it, which is a device on Windows; rename it" : null;
    }

    private static bool Forbidden(Rune letter) => letter.Value < 0x80
        ? !(char.IsAsciiLetterOrDigit((char)letter.Value) || " ._-/@+()[]{}~,;=!&'$^:\\".Contains((char)letter.Value))
        : Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber)
            // Letters that are written in two ways: Hangul in pieces, and signs such as the one for ångström.
            || letter.Value is (>= 0x1100 and <= 0x11FF) or (>= 0x2100 and <= 0x214F) or >= 0xF900 and <= 0xFAFF;

    private static string Folded(string name) => name.TrimEnd('/').ToUpperInvariant();

    private static string Quoted(string name) => $"\"{(name.Length > 80 ? $"{name[..60]}…{name[^15..]}" : name)}\"";

    [GeneratedRegex(@"^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
