using System.Globalization;
using System.Text;

namespace Plenum.Server.Layouts;

/// <summary>Draws a layout as a small picture: large places first, then the small ones in rows below.</summary>
internal static class LayoutPictures
{
    private const double Width = 160;
    private const double Height = 90;
    private const double Gap = 3;

    public static IReadOnlyList<string> Tags(string name) => name switch
    {
        "ac" => ["adaptive"],
        "teams" => ["teams"],
        _ when name.EndsWith(":0", StringComparison.Ordinal) => ["equal"],
        _ => ["speaker"],
    };

    public static string Draw(string name)
    {
        var (large, small) = Places(name);
        var svg = new StringBuilder($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width:0} {Height:0}" role="img"><title>{name}</title>""");
        var split = small == 0 ? Height : Height * (large == 1 ? 0.72 : 0.6);
        Grid(svg, large, 0, split);
        if (small > 0) Grid(svg, small, split, Height - split, perRow: Math.Min(small, 7));
        return svg.Append("</svg>").ToString();
    }

    private static (int Large, int Small) Places(string name)
    {
        var parts = name.Split(':');
        return parts.Length == 2 && int.TryParse(parts[0], out var large) && int.TryParse(parts[1], out var small)
            ? (large, small)
            : name is "ac" ? (9, 0) : (4, 5);
    }

    private static void Grid(StringBuilder svg, int places, double top, double height, int? perRow = null)
    {
        var columns = perRow ?? (int)Math.Ceiling(Math.Sqrt(places));
        var rows = (int)Math.Ceiling(places / (double)columns);
        var (w, h) = ((Width - Gap) / columns, (height - Gap) / rows);
        for (var i = 0; i < places; i++)
        {
            var (x, y) = (Gap + (i % columns * w), top + Gap + (i / columns * h));
            svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{x:0.##}" y="{y:0.##}" width="{w - Gap:0.##}" height="{h - Gap:0.##}" rx="2" fill="currentColor"/>""");
        }
    }
}
