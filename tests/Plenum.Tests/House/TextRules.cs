using System.Text.RegularExpressions;

namespace Plenum.Tests.House;

/// <summary>What no source may hold.</summary>
internal static partial class TextRules
{
    private const int Longest = 299;

    public static string? TooLong(SourceFile file) =>
        file.Text.TrimEnd('\n').Split('\n').Length is var lines and > Longest ? $"{file.Path}: {lines} lines" : null;

    public static IEnumerable<string> Unfinished(SourceFile file) => Where(file, UnfinishedWords());

    public static IEnumerable<string> Regions(SourceFile file) => Where(file, Region());

    public static IEnumerable<string> CommentedOut(SourceFile file) => Where(file, CodeInComment());

    public static string? SwallowedFault(SourceFile file) => EmptyCatch().IsMatch(file.Text) ? file.Path : null;

    public static IEnumerable<string> Where(SourceFile file, Regex pattern) =>
        file.Lines.Index().Where(line => pattern.IsMatch(line.Item)).Select(line => $"{file.Path}:{line.Index + 1}: {line.Item.Trim()}");

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedException")]
    private static partial Regex UnfinishedWords();

    [GeneratedRegex(@"^\s*#(region|endregion)")]
    private static partial Regex Region();

    /// <summary>A line comment that ends as only code does.</summary>
    [GeneratedRegex(@"^\s*//(?!/).*(;|\{|\}|=>)\s*$")]
    private static partial Regex CodeInComment();

    [GeneratedRegex(@"catch\s*(\([^)]*\)\s*)?(when\s*\([^{]*\)\s*)?\{\s*\}")]
    private static partial Regex EmptyCatch();
}
