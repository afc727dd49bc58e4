using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Plenum.Server.Hosting.Tls;
using Plenum.Tests.Running;

namespace Plenum.Tests.Hosting;

public sealed class Serving_over_TLS : IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public async Task The_local_authority_is_all_that_a_browser_must_trust()
    {
        using var server = await TlsServer.Start();
        using var http = server.Http();
        using var answer = await http.GetAsync("/health/live");
        Assert.Equal("ok", await answer.Content.ReadAsStringAsync());
        Assert.Equal(new Version(2, 0), answer.Version);
    }

    [Fact]
    public async Task The_keys_are_for_the_owner_only()
    {
        using var server = await BuiltProgram.Serve(scratch["data"], "--tls", "local", "--urls", "https://127.0.0.1:0");
        foreach (var key in new[] { "authority.key", "server.key" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(Path.Combine(scratch["data"], "tls", key)).UnixFileMode);
    }

    [Fact]
    public async Task A_changed_certificate_is_served_without_a_restart_and_a_broken_one_is_not()
    {
        var (file, key) = (scratch["site.crt"], scratch["site.key"]);
        Issue(file, key);
        using var server = await BuiltProgram.Serve(scratch["data"], "--tls-certificate", file, "--tls-key", key, "--urls", "https://127.0.0.1:0");
        var first = await Served(server);

        await File.WriteAllTextAsync(file, "-----BEGIN CERTIFICATE-----\nbroken");
        await server.Until(() => server.Output.Any(line => line.Contains("The certificate in use stays", StringComparison.Ordinal)));
        Assert.Equal(first, await Served(server));

        Issue(file, key);
        await server.Until(() => server.Output.Any(line => line.Contains("New certificate in use", StringComparison.Ordinal)));
        Assert.NotEqual(first, await Served(server));
    }

    [Fact]
    public void A_local_certificate_is_renewed_before_it_ends()
    {
        var authority = LocalAuthority.Open(new() { Data = scratch["data"] });
        var now = DateTimeOffset.UtcNow;
        var first = authority.Renewed(now).Fingerprint();
        Assert.Equal(first, authority.Renewed(now.AddDays(300)).Fingerprint());
        Assert.NotEqual(first, authority.Renewed(now.AddDays(340)).Fingerprint());
    }

    [Fact]
    public void A_local_certificate_is_made_anew_for_a_new_name()
    {
        var now = DateTimeOffset.UtcNow;
        var first = LocalAuthority.Open(new() { Data = scratch["data"] }).Renewed(now).Fingerprint();
        var second = LocalAuthority.Open(new() { Data = scratch["data"], Tls = new() { Hosts = ["meet.example.org"] } }).Renewed(now);
        Assert.NotEqual(first, second.Fingerprint());
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(second.Certificate);
        Assert.True(certificate.MatchesHostname("meet.example.org", allowCommonName: false));
    }

    public void Dispose() => scratch.Dispose();

    private static void Issue(string file, string key)
    {
        using var authority = NewAuthority();
        var issued = IssuedCertificate.Server(authority, HostNames.From(["localhost"]), DateTimeOffset.UtcNow);
        File.WriteAllText(key, issued.Key);
        File.WriteAllText(file, issued.Certificate);
    }

    private static X509Certificate2 NewAuthority()
    {
        var issued = IssuedCertificate.Authority("test", DateTimeOffset.UtcNow);
        return X509Certificate2.CreateFromPem(issued.Certificate, issued.Key);
    }

    private static async Task<string> Served(BuiltProgram server)
    {
        using var client = new TcpClient(server.Address.Host, server.Address.Port);
        string? seen = null;
        using var tls = new SslStream(client.GetStream(), false, (_, certificate, _, _) => (seen = certificate?.GetCertHashString()) is not null);
        await tls.AuthenticateAsClientAsync("localhost");
        return seen!;
    }
}
