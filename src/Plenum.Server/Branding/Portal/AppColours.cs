using System.Text.RegularExpressions;

namespace Plenum.Server.Branding.Portal;

/// <summary>A colour of the app that a branding may change: the variable is <c>--pl-</c> and the name.</summary>
public sealed record AppColour(string Name, string Label, string Light, string Dark);

/// <summary>The colours that the portal offers. Their usual values are those of the app's tokens.css; a test holds them together.</summary>
public static partial class AppColours
{
    public static readonly IReadOnlyList<AppColour> All =
    [
        new("accent", "Buttons and links", "#0a6b5a", "#45d6b0"),
        new("on-accent", "Writing on buttons", "#ffffff", "#03211a"),
        new("ground", "Background", "#f3f6f5", "#0d1211"),
        new("surface", "Panels and cards", "#ffffff", "#161d1b"),
        new("sunken", "Wells, such as the chat", "#e8edeb", "#0a0e0d"),
        new("text", "Writing", "#13201d", "#ecf2f0"),
        new("text-soft", "Soft writing", "#4a5955", "#a9b8b3"),
        new("line", "Lines", "#d5dcda", "#2d3936"),
        new("stage", "Stage", "#dfe6e3", "#080b0a"),
        new("tile", "People without a picture", "#24302d", "#1b2422"),
        new("speaking", "Frame of who speaks", "#12a37f", "#45d6b0"),
    ];

    public static AppColour? Find(string name) => All.FirstOrDefault(colour => colour.Name == name);

    /// <summary>A colour as six digits, or null when it is none.</summary>
    public static string? Read(string text)
    {
        var colour = text.Trim().ToLowerInvariant();
        if (Short().IsMatch(colour)) colour = $"#{colour[1]}{colour[1]}{colour[2]}{colour[2]}{colour[3]}{colour[3]}";
        return Whole().IsMatch(colour) ? colour : null;
    }

    /// <summary>What the app would show.</summary>
    public static string Of(IReadOnlyDictionary<string, Shade> chosen, AppColour colour, bool dark) =>
        chosen.TryGetValue(colour.Name, out var shade) && (dark ? shade.Dark : shade.Light) is { } own ? own : dark ? colour.Dark : colour.Light;

    [GeneratedRegex(@"\A#[0-9a-f]{3}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Short();

    [GeneratedRegex(@"\A#[0-9a-f]{6}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Whole();
}
