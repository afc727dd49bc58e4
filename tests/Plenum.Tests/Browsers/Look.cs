using Microsoft.Playwright;

namespace Plenum.Tests.Browsers;

/// <summary>The screen that somebody sits at, and whether they like it light or dark.</summary>
public sealed record Look(string Name, int Width, int Height, ColorScheme Scheme)
{
    public static readonly Look Desktop = new("desktop-light", 1280, 800, ColorScheme.Light);
    public static readonly Look DesktopDark = new("desktop-dark", 1280, 800, ColorScheme.Dark);
    public static readonly Look Phone = new("phone-light", 360, 740, ColorScheme.Light);
    public static readonly Look PhoneDark = new("phone-dark", 360, 740, ColorScheme.Dark);

    public static readonly IReadOnlyList<Look> All = [Desktop, DesktopDark, Phone, PhoneDark];

    /// <summary>Both sizes and both schemes in two pictures, for when there is little time.</summary>
    public static readonly IReadOnlyList<Look> Opposites = [Desktop, PhoneDark];

    /// <summary>One of the two for a screen of this name, where there is even less; some screens get the one and some the other.</summary>
    public static IReadOnlyList<Look> InTurn(string screen) => [Opposites[screen.Length % 2]];
}
