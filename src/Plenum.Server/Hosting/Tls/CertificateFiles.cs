using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Plenum.Server.Hosting.Tls;

/// <summary>A certificate as somebody keeps it on disk: a PEM chain with its key beside it or inside, or a PFX.</summary>
internal sealed record CertificateFiles(string Certificate, string? Key, string? Password)
{
    /// <summary>
    /// Changes exactly when the content does. Content rather than times, because tools that renew certificates swap
    /// symbolic links and copy files with their old times.
    /// </summary>
    public string Fingerprint() => Reading(() =>
        Convert.ToHexString(SHA256.HashData([.. File.ReadAllBytes(Certificate), .. Key is null ? [] : File.ReadAllBytes(Key)])));

    public ServedCertificate Read() => Reading(() =>
    {
        var fingerprint = Fingerprint();
        var chain = new X509Certificate2Collection();
        if (IsPem())
            chain.ImportFromPemFile(Certificate);
        else
            chain.AddRange(X509CertificateLoader.LoadPkcs12CollectionFromFile(Certificate, Password));
        var own = IsPem() ? FromPem() : chain.First(certificate => certificate.HasPrivateKey);
        return new ServedCertificate(own, chain, fingerprint);
    });

    private bool IsPem() => File.ReadAllText(Certificate).Contains("-----BEGIN", StringComparison.Ordinal);

    private X509Certificate2 FromPem() => Password is null
        ? X509Certificate2.CreateFromPemFile(Certificate, Key)
        : X509Certificate2.CreateFromEncryptedPemFile(Certificate, Password, Key);

    private T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or CryptographicException or InvalidOperationException or ArgumentException)
        {
            throw new Refused($"cannot use the certificate {Certificate}{(Key is null ? "" : $" with the key {Key}")}: {broken.Message}");
        }
    }
}
