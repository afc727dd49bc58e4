using System.Security.Cryptography.X509Certificates;
using Plenum.Server.Hosting.Settings;

namespace Plenum.Server.Hosting.Tls;

/// <summary>
/// A certificate authority of this house alone: its key never leaves the data folder, and whoever trusts it once trusts the
/// server's certificates, which it renews by itself.
/// </summary>
internal sealed class LocalAuthority
{
    private static readonly TimeSpan Early = TimeSpan.FromDays(30);

    private readonly string folder;
    private readonly HostNames hosts;

    private LocalAuthority(string folder, HostNames hosts)
    {
        this.folder = folder;
        this.hosts = hosts;
        if (!File.Exists(Certificate) || !File.Exists(Key))
            Keep(Certificate, Key, IssuedCertificate.Authority(Environment.MachineName, DateTimeOffset.UtcNow));
    }

    /// <summary>What browsers and phones are told to trust.</summary>
    public string Certificate => Path.Combine(folder, "authority.crt");

    public IEnumerable<string> Hosts => hosts.All;

    private string Key => Path.Combine(folder, "authority.key");

    public static LocalAuthority Open(ServerSettings settings)
    {
        var folder = Path.Combine(Path.GetFullPath(settings.Data), "tls");
        try
        {
            Directory.CreateDirectory(folder);
            return new LocalAuthority(folder, HostNames.From(settings.Tls.Hosts));
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new Refused($"cannot write to {folder}: {denied.Message}");
        }
    }

    /// <summary>The server's own certificate, replaced when it nears its end or no longer names every host.</summary>
    public CertificateFiles Renewed(DateTimeOffset now)
    {
        var files = new CertificateFiles(Path.Combine(folder, "server.crt"), Path.Combine(folder, "server.key"), null);
        if (File.Exists(files.Certificate) && File.Exists(files.Key) && StillGood(files, now))
            return files;
        using var authority = X509Certificate2.CreateFromPemFile(Certificate, Key);
        Keep(files.Certificate, files.Key!, IssuedCertificate.Server(authority, hosts, now));
        return files;
    }

    private bool StillGood(CertificateFiles files, DateTimeOffset now)
    {
        using var current = X509CertificateLoader.LoadCertificateFromFile(files.Certificate);
        using var authority = X509CertificateLoader.LoadCertificateFromFile(Certificate);
        return current.NotAfter - now.LocalDateTime > Early
            && current.Issuer == authority.Subject
            && hosts.All.All(host => current.MatchesHostname(host, allowCommonName: false));
    }

    private static void Keep(string certificate, string key, IssuedCertificate issued)
    {
        Write(key, issued.Key);
        Write(certificate, issued.Certificate);
    }

    private static void Write(string file, string pem)
    {
        var fresh = file + ".new";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(fresh, options))
            writer.Write(pem);
        File.Move(fresh, file, overwrite: true);
    }
}
