using System.Net.Security;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Hosting.Tls;

/// <summary>
/// The certificate that new connections get. There is always a whole and usable one: a file that changed into something
/// unusable leaves the one before in place.
/// </summary>
internal sealed class Certificates : IDisposable
{
    private readonly CertificateFiles files;
    private readonly LocalAuthority? authority;
    private volatile ServedCertificate served;

    private Certificates(CertificateFiles files, LocalAuthority? authority)
    {
        this.files = files;
        this.authority = authority;
        served = files.Read();
    }

    public DateTimeOffset Until => served.Until;

    public static Certificates? Open(ServerSettings settings)
    {
        if (settings.Tls.Local)
        {
            var authority = LocalAuthority.Open(settings);
            return new Certificates(authority.Renewed(DateTimeOffset.UtcNow), authority);
        }
        return settings.Tls.Certificate is { } certificate
            ? new Certificates(new CertificateFiles(certificate, settings.Tls.Key, settings.Tls.Password), null)
            : null;
    }

    public TlsHandshakeCallbackOptions Handshake() => new()
    {
        OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = served.Context }),
    };

    /// <summary>True when another certificate took over; a refusal when the files are unusable as they are now.</summary>
    public bool Refresh(DateTimeOffset now)
    {
        authority?.Renewed(now);
        if (files.Fingerprint() == served.Fingerprint)
            return false;
        served = files.Read();
        return true;
    }

    public void Dispose() => served.Certificate.Dispose();
}
