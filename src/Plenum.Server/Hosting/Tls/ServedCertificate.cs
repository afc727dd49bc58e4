using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Plenum.Server.Hosting.Tls;

/// <summary>A certificate with its key and chain, ready for handshakes, and the hash of the files that it came from.</summary>
internal sealed class ServedCertificate(X509Certificate2 certificate, X509Certificate2Collection chain, string fingerprint)
{
    public X509Certificate2 Certificate { get; } = certificate;

    public string Fingerprint { get; } = fingerprint;

    public DateTimeOffset Until => Certificate.NotAfter;

    /// <summary>Built once: handshakes share it, and nothing is downloaded to complete the chain.</summary>
    public SslStreamCertificateContext Context { get; } = SslStreamCertificateContext.Create(certificate, chain, offline: true);
}
