using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Plenum.Server.Branding.Portal;

/// <summary>The style sheet with what was chosen in the portal: written, and read again from a package that has one.</summary>
internal static partial class PortalStyle
{
    /// <summary>Style sheets count in the order of their names, and what was chosen counts last.</summary>
    public const string File = "styles/zz-portal.css";

    /// <summary>Where one goes that somebody changed by hand: it still comes last but for ours.</summary>
    public const string ChangedByHand = "styles/zy-portal.css";

    private const string Head = "/* Written by the branding portal; what is changed here by hand is kept apart when the package is opened there again. */\n:root {\n";

    /// <summary>Null when there is nothing to say.</summary>
    public static byte[]? Of(string brandName, IReadOnlyDictionary<string, Shade> colours, string? logo)
    {
        var lines = AppColours.All.Where(colour => colours.TryGetValue(colour.Name, out var shade) && shade != new Shade(null, null))
            .Select(colour => $"  --pl-{colour.Name}: light-dark({AppColours.Of(colours, colour, dark: false)}, {AppColours.Of(colours, colour, dark: true)});\n").ToList();
        if (brandName.Length > 0) lines.Add($"  --pl-brand-name: '{Quoted(brandName)}';\n");
        if (logo is not null) lines.Add($"  --pl-brand-logo: url('../{logo}');\n");
        return lines.Count == 0 ? null : Encoding.UTF8.GetBytes($"{Head}{string.Concat(lines)}}}\n");
    }

    /// <summary>What such a style sheet says; null when it is not as the portal wrote it.</summary>
    public static (string BrandName, IReadOnlyDictionary<string, Shade> Colours)? Read(byte[] sheet, string? logo)
    {
        var text = Encoding.UTF8.GetString(sheet);
        var name = Name().Match(text) is { Success: true } found ? Unquoted(found.Groups[1].Value) : "";
        var colours = Colour().Matches(text).Where(line => AppColours.Find(line.Groups[1].Value) is not null).GroupBy(line => line.Groups[1].Value)
            .ToDictionary(same => same.Key, same => Shaded(AppColours.Find(same.Key)!, same.First().Groups[2].Value, same.First().Groups[3].Value));
        return Of(name, colours, logo) is { } again && again.AsSpan().SequenceEqual(sheet) ? (name, colours) : null;
    }

    private static Shade Shaded(AppColour colour, string light, string dark) => new(light == colour.Light ? null : light, dark == colour.Dark ? null : dark);

    /// <summary>Whatever is not plainly a word is written by its number, so that no sign of a name is one of the sheet's.</summary>
    private static string Quoted(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or ',' or '-' or '&' or '+' ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\{rune.Value:x6}")));

    private static string Unquoted(string text) => Number().Replace(text, found => new Rune(int.Parse(found.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(@"^  --pl-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Colour();

    [GeneratedRegex(@"^  --pl-brand-name: '([^'\n]*)';$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"\\(0[0-9a-f]{5})", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
