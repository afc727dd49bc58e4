namespace Plenum.Server.Lobby;

/// <summary>One file of the web app, held in memory with what the build packed of it; never empty by accident, since it is read once at start.</summary>
internal sealed record AppFile(string ContentType, string Tag, byte[] Plain, byte[]? Brotli, byte[]? Gzip)
{
    /// <summary>What a page that names this file has browsers hold it against.</summary>
    public string Integrity => field ??= Branding.BrandingFiles.Digest(Plain);

    /// <summary>The smallest form that the asker understands, and what it is called.</summary>
    public (byte[] Bytes, string? Encoding) For(string acceptEncoding) =>
        Brotli is not null && Accepts(acceptEncoding, "br") ? (Brotli, "br")
        : Gzip is not null && Accepts(acceptEncoding, "gzip") ? (Gzip, "gzip")
        : (Plain, null);

    private static bool Accepts(string header, string encoding) => header
        .Split(',', StringSplitOptions.TrimEntries)
        .Select(choice => choice.Split(';', StringSplitOptions.TrimEntries))
        .Any(choice => choice[0].Equals(encoding, StringComparison.OrdinalIgnoreCase) && !choice.Skip(1).Any(IsZero));

    private static bool IsZero(string weight) => weight.Replace(" ", "", StringComparison.Ordinal) is "q=0" or "q=0.0" or "q=0.00" or "q=0.000";
}
