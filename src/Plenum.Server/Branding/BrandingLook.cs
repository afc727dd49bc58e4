using System.Text;
using System.Text.RegularExpressions;
using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Branding;

/// <summary>What a branding changes of the app's looks and words, as far as its manifest lets it. Addresses are those of this very branding.</summary>
internal static partial class BrandingLook
{
    public const string StyleFile = "branding.css";

    private const string Root = "custom_configuration/";
    private static readonly string[] Pictures = [".svg", ".png", ".webp", ".jpg", ".jpeg", ".gif"];

    /// <summary>Style sheets in the order in which they count, ours first.</summary>
    public static IReadOnlyList<string> Styles(BrandingFiles branding)
    {
        var styles = branding.Judged.Manifest.Styles
            ? branding.Files.Keys.Where(IsSheet).Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return [.. Watermark(branding) is null ? (string[])[] : [StyleFile], .. styles.Select(path => Root + Escaped(path))];
    }

    /// <summary>The style sheet that is made from the branding's pictures.</summary>
    public static byte[] Style(BrandingFiles branding) => Encoding.UTF8.GetBytes(
        Watermark(branding) is { } picture ? $":root {{ --pl-watermark: url('{Address(branding, picture)}'); }}\n" : "");

    /// <summary>
    /// A style sheet with the addresses of its pictures written whole: in a variable such as --pl-brand-logo a browser takes them
    /// to be relative to the app's style sheet, which uses the variable, and finds nothing.
    /// </summary>
    public static byte[] Sheet(BrandingFiles branding, string path, byte[] bytes) => Encoding.UTF8.GetBytes(Relative().Replace(
        Encoding.UTF8.GetString(bytes),
        found => PackageFiles.Resolve(found.Groups["path"].Value, PackageFiles.FolderOf(path)) is { Why: null } to
            ? $"url({found.Groups["quote"].Value}{Address(branding, to.Path)}{found.Groups["quote"].Value})"
            : found.Value));

    public static bool IsSheet(string path) => path.StartsWith("styles/", StringComparison.Ordinal) && path.EndsWith(".css", StringComparison.OrdinalIgnoreCase);

    /// <summary>The languages whose words the branding changes or brings, by their code.</summary>
    public static IReadOnlyList<string> Languages(BrandingFiles branding) =>
        [.. branding.Files.Keys.Select(Checking.Languages.CodeOf).OfType<string>().Order(StringComparer.Ordinal)];

    private static string? Watermark(BrandingFiles branding) => !branding.Judged.Manifest.Watermark ? null
        : branding.Files.Keys.Where(path => path.StartsWith("watermark/", StringComparison.Ordinal) && Pictures.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .OrderBy(path => !path.StartsWith("watermark/watermark.", StringComparison.Ordinal)).ThenBy(path => path, StringComparer.Ordinal).FirstOrDefault();

    private static string Address(BrandingFiles branding, string path) => $"/webapp2/@{branding.Hash}/{Root}{Escaped(path)}";

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(part => Uri.EscapeDataString(part).Replace("'", "%27", StringComparison.Ordinal)));

    /// <summary>Fragments, whole addresses and data are what they are.</summary>
    [GeneratedRegex(@"url\(\s*(?<quote>['""]?)(?<path>(?![#/]|[a-zA-Z][\w+.-]*:)[^'""()\s#?]+)\k<quote>\s*\)", RegexOptions.None, 1000)]
    private static partial Regex Relative();
}
