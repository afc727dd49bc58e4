using System.Text.Json;
using Plenum.Server.Branding;
using Plenum.Server.Branding.Checking;

namespace Plenum.Server.Plugins;

/// <summary>
/// What a browser itself tells of a page whose policy it kept (<c>report-uri</c>): also what happens before the app can listen.
/// Anybody may send one, so the plugin is found by the script's address among the files of the page's branding, never believed.
/// </summary>
internal static class BrowserReport
{
    /// <summary>Below the base of a page.</summary>
    public const string Address = "blocked-calls";

    public const int Longest = 16 * 1024;

    private static readonly string[] Folders = ["custom_configuration/", "configuration/"];

    public static BlockedCall? Read(ReadOnlyMemory<byte> json, BrandingFiles branding)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            if (document.RootElement.ValueKind is not JsonValueKind.Object || !document.RootElement.TryGetProperty("csp-report", out var report) || report.ValueKind is not JsonValueKind.Object) return null;
            var directive = (Text(report, "effective-directive") ?? Text(report, "violated-directive"))?.Split(' ')[0];
            if (directive is null || Text(report, "blocked-uri") is not { } blocked) return null;
            var plugin = Plugin(Text(report, "source-file"), branding);
            return BlockedCall.Of(plugin?.Id ?? BlockedCall.Nobody, plugin?.Version ?? "", directive, blocked);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Half a report, or half a character in it.
            return null;
        }
    }

    /// <summary>The plugin whose folder the script lies in; the deepest, where one lies in another's.</summary>
    private static PackagedPlugin? Plugin(string? source, BrandingFiles branding)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var uri)) return null;
        var at = uri.AbsolutePath.IndexOf($"/@{branding.Hash}/", StringComparison.Ordinal);
        if (at < 0) return null;
        var below = uri.AbsolutePath[(at + branding.Hash.Length + 3)..];
        if (Folders.FirstOrDefault(folder => below.StartsWith(folder, StringComparison.Ordinal)) is not { } root) return null;
        var path = Uri.UnescapeDataString(below[root.Length..]);
        return branding.Judged.Plugins
            .Where(plugin => PackageFiles.FolderOf(plugin.File) is { Length: > 0 } folder && path.StartsWith(folder, StringComparison.Ordinal))
            .MaxBy(plugin => plugin.File.Length);
    }

    private static string? Text(JsonElement report, string name) => report.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
