using Plenum.Server.Branding.Checking;
using Plenum.Server.Branding.Drawings;

namespace Plenum.Server.Branding.Portal;

/// <summary>The two pictures that a branding may have: the logo beside the name, and the watermark in the corner of the stage.</summary>
public sealed record BrandPicture(string Name, string Label, string Stem)
{
    public const int Longest = 1024 * 1024;

    public static readonly BrandPicture Logo = new("logo", "Logo", "images/portal-logo.");
    public static readonly BrandPicture Watermark = new("watermark", "Watermark", "watermark/watermark.");

    public static readonly IReadOnlyList<BrandPicture> All = [Logo, Watermark];

    public static readonly IReadOnlyList<string> Endings = ["svg", "png", "webp", "jpg"];

    /// <summary>Where the picture lies among some files; null when there is none.</summary>
    public string? In(IReadOnlyDictionary<string, byte[]> files) => Endings.Select(ending => Stem + ending).FirstOrDefault(files.ContainsKey);

    public IReadOnlyDictionary<string, byte[]> Without(IReadOnlyDictionary<string, byte[]> files) =>
        files.Where(file => !file.Key.StartsWith(Stem, StringComparison.Ordinal)).ToDictionary();

    /// <summary>The files with this picture in place of the one before, or why it cannot be one.</summary>
    public (IReadOnlyDictionary<string, byte[]>? Files, string? Why) Into(IReadOnlyDictionary<string, byte[]> files, byte[] picture)
    {
        if (picture.Length > Longest) return (null, $"A picture has at most {Longest / 1024} KB; this one has {picture.Length / 1024} KB.");
        if (Kind(picture) is not { } ending) return (null, "This is no picture that the app shows; use SVG, PNG, WebP or JPEG.");
        var findings = new Findings();
        var clean = ending == "svg" ? Drawing.Clean(Stem + ending, picture, findings) : picture;
        return clean is null || findings.Fatal
            ? (null, findings.All.FirstOrDefault(finding => finding.Severity is Severity.Error)?.Message ?? "This drawing cannot be used.")
            : (new Dictionary<string, byte[]>(Without(files)) { [Stem + ending] = clean }, null);
    }

    /// <summary>By what it is, whatever it is called.</summary>
    private static string? Kind(byte[] picture) => picture switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "png",
        [0xFF, 0xD8, 0xFF, ..] => "jpg",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "webp",
        _ when System.Text.Encoding.UTF8.GetString(picture).TrimStart('\uFEFF', ' ', '\n', '\r', '\t').StartsWith('<') => "svg",
        _ => null,
    };
}
