using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Plenum.Tests.Running;

/// <summary>A server that serves TLS by its local authority, and clients that trust that authority and nobody else.</summary>
internal sealed class TlsServer : IDisposable
{
    private readonly DirectoryInfo data;
    private readonly X509Certificate2 authority;

    private TlsServer(DirectoryInfo data, BuiltProgram program)
    {
        (this.data, Program) = (data, program);
        authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(data.FullName, "tls", "authority.crt"));
    }

    public BuiltProgram Program { get; }

    public Uri Address => new($"https://localhost:{Program.Address.Port}");

    public static async Task<TlsServer> Start()
    {
        var data = Directory.CreateTempSubdirectory("plenum-tls-");
        return new TlsServer(data, await BuiltProgram.Serve(data.FullName, "--tls", "local", "--urls", "https://127.0.0.1:0"));
    }

    /// <summary>A client that speaks HTTP/2, all its requests on one connection.</summary>
    public HttpClient Http() => new(new SocketsHttpHandler { SslOptions = Trust() })
    {
        BaseAddress = Address,
        Timeout = Visitor.Patience,
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>A connection on which HTTP/2 is agreed and nothing said yet.</summary>
    public async Task<SslStream> Connect()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Address.Port);
        var tls = new SslStream(client.GetStream());
        var options = Trust();
        (options.TargetHost, options.ApplicationProtocols) = ("localhost", [SslApplicationProtocol.Http2]);
        await tls.AuthenticateAsClientAsync(options);
        return tls;
    }

    public void Dispose()
    {
        Program.Dispose();
        authority.Dispose();
        data.Delete(recursive: true);
    }

    private SslClientAuthenticationOptions Trust() => new()
    {
        CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            RevocationMode = X509RevocationMode.NoCheck,
        },
    };
}
