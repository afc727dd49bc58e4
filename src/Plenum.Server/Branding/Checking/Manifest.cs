namespace Plenum.Server.Branding.Checking;

/// <summary>Which parts of a branding are to be used, and the id that its author gave it; null when there is none that can be used.</summary>
internal sealed record Manifest(string? BrandingId, bool Settings, bool Watermark, bool Styles)
{
    public const string File = "manifest.json";
}
