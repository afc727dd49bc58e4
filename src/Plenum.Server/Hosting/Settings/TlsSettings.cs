namespace Plenum.Server.Hosting.Settings;

/// <summary>Where the server's certificate comes from: files that somebody else renews, or a local authority.</summary>
public sealed record TlsSettings
{
    /// <summary>A PEM chain or a PFX file, read again whenever it changes.</summary>
    public string? Certificate { get; init; }

    /// <summary>The PEM key, when the certificate's file does not hold it.</summary>
    public string? Key { get; init; }

    /// <summary>The password of the PFX or of the PEM key.</summary>
    public string? Password { get; init; }

    /// <summary>Whether Plenum is its own certificate authority.</summary>
    public bool Local { get; init; }

    /// <summary>Names and addresses that the local authority's certificate is for; none means those of this machine.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    internal bool Wanted => Local || Certificate is not null;
}
