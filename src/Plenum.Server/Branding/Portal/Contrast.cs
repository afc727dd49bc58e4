using System.Globalization;

namespace Plenum.Server.Branding.Portal;

/// <summary>Two colours of the app that lie on each other, and how far apart they have to be (WCAG 2.2, AA).</summary>
public sealed record ContrastPair(string Over, string Under, double Least);

/// <summary>A pair that is too close together for many to read.</summary>
public sealed record ContrastWarning(ContrastPair Pair, bool Dark, double Ratio, string Message);

/// <summary>Whether writing can be read on its background, as WCAG counts it.</summary>
public static class Contrast
{
    /// <summary>Writing needs 4.5, what is only seen needs 3.</summary>
    public static readonly IReadOnlyList<ContrastPair> Pairs =
    [
        new("on-accent", "accent", 4.5), new("accent", "surface", 4.5), new("accent", "ground", 4.5),
        new("text", "ground", 4.5), new("text", "surface", 4.5), new("text", "sunken", 4.5),
        new("text-soft", "ground", 4.5), new("text-soft", "surface", 4.5), new("text-soft", "sunken", 4.5),
        new("speaking", "tile", 3),
    ];

    public static double Ratio(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    /// <summary>What is too close together; the app's own colours are not.</summary>
    public static IReadOnlyList<ContrastWarning> Of(IReadOnlyDictionary<string, Shade> chosen) =>
        [.. ((bool[])[false, true]).SelectMany(dark => Pairs.Select(pair => Judged(pair, chosen, dark)).OfType<ContrastWarning>())];

    private static ContrastWarning? Judged(ContrastPair pair, IReadOnlyDictionary<string, Shade> chosen, bool dark)
    {
        var (over, under) = (AppColours.Find(pair.Over)!, AppColours.Find(pair.Under)!);
        var ratio = Ratio(AppColours.Of(chosen, over, dark), AppColours.Of(chosen, under, dark));
        // What is shown must not be better than what is true.
        var shown = (Math.Floor(ratio * 100) / 100).ToString("0.0#", CultureInfo.InvariantCulture);
        return ratio >= pair.Least ? null : new ContrastWarning(
            pair, dark, ratio, $"{over.Label} on {Lower(under.Label)} ({(dark ? "dark" : "light")}): {shown} to 1, and {pair.Least.ToString(CultureInfo.InvariantCulture)} is needed to be read well (WCAG AA).");
    }

    private static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour[1..3])) + (0.7152 * Channel(colour[3..5])) + (0.0722 * Channel(colour[5..7]));

    private static double Channel(string digits)
    {
        var share = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
