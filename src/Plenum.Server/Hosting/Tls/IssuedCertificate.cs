using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Plenum.Server.Hosting.Tls;

/// <summary>A certificate and its key as PEM texts, fresh from the local authority.</summary>
internal sealed record IssuedCertificate(string Certificate, string Key)
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromDays(1);

    public static IssuedCertificate Authority(string machine, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // The serial in the name keeps two authorities of one machine apart in a trust store.
        var request = new CertificateRequest($"CN=Plenum local authority {machine} {now:yyyy-MM-dd} {RandomNumberGenerator.GetHexString(6)}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using var certificate = request.CreateSelfSigned(now - ClocksDiffer, now.AddYears(10));
        return new IssuedCertificate(certificate.ExportCertificatePem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    public static IssuedCertificate Server(X509Certificate2 authority, HostNames hosts, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Plenum", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        request.CertificateExtensions.Add(hosts.Names().Build());
        DateTimeOffset end = authority.NotAfter;
        var until = end < now.AddYears(1) ? end : now.AddYears(1);
        // Never from before its authority, however little time lies between the two.
        DateTimeOffset begin = authority.NotBefore;
        var since = begin > now - ClocksDiffer ? begin : now - ClocksDiffer;
        using var certificate = request.Create(authority, since, until, RandomNumberGenerator.GetBytes(16));
        return new IssuedCertificate(
            certificate.ExportCertificatePem() + "\n" + authority.ExportCertificatePem() + "\n",
            key.ExportPkcs8PrivateKeyPem() + "\n");
    }
}
