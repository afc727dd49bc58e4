using System.Text.RegularExpressions;

namespace Plenum.Tests.House;

/// <summary>What no source of the browser's part may hold.</summary>
internal static partial class WebRules
{
    public static IEnumerable<string> Anything(SourceFile file) => TextRules.Where(file, Any());

    public static IEnumerable<string> SilencedCompiler(SourceFile file) => TextRules.Where(file, Silenced());

    public static IEnumerable<string> Chatter(SourceFile file) => TextRules.Where(file, ConsoleLog());

    public static IEnumerable<string> RawMarkup(SourceFile file) => TextRules.Where(file, Html());

    /// <summary>Enums and default exports; a tool's own settings, and what a plain script leaves on the page, must be a default export.</summary>
    public static IEnumerable<string> Foreign(SourceFile file) => TextRules.Where(file, ForeignShapes())
        .Where(_ => !file.Path.EndsWith(".config.ts", StringComparison.Ordinal) && !file.Path.EndsWith("/global.ts", StringComparison.Ordinal));

    /// <summary>Comments may say "any": only a type is meant.</summary>
    [GeneratedRegex(@"^(?!\s*(//|/?\*)).*((?<!//.*)(:\s*|<|\bas\s+|\|\s*|,\s*|=>\s*)any\b(?=\s*(\[\]|[;,)>=|&{]|$)))")]
    private static partial Regex Any();

    /// <summary>Svelte's rules of thumb have exceptions; each says its own reason behind a colon.</summary>
    [GeneratedRegex(@"@ts-(ignore|nocheck|expect-error)|svelte-ignore(?!\s+\w+:\s*\w)|eslint-disable")]
    private static partial Regex Silenced();

    [GeneratedRegex(@"\bconsole\.(log|debug|dir|trace)\b")]
    private static partial Regex ConsoleLog();

    [GeneratedRegex(@"\{@html|\bMarkupString\b")]
    private static partial Regex Html();

    [GeneratedRegex(@"^\s*(export\s+default\b|(export\s+)?(declare\s+)?(const\s+)?enum\s+\w)")]
    private static partial Regex ForeignShapes();
}
