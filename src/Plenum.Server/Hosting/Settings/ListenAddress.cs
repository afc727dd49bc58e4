using System.Net;

namespace Plenum.Server.Hosting.Settings;

/// <summary>One address to listen on: loopback by name, any, or an IP address; never a name that needs looking up.</summary>
public sealed record ListenAddress(bool Secure, string Host, int Port)
{
    private static readonly string[] AnyHosts = ["*", "+", "0.0.0.0", "[::]"];

    public bool Any => AnyHosts.Contains(Host);

    public bool Localhost => Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    public bool Loopback => Localhost || (!Any && IPAddress.IsLoopback(Address));

    public IPAddress Address => IPAddress.Parse(Host);

    public static IReadOnlyList<ListenAddress> ParseAll(string urls)
    {
        var addresses = urls.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToList();
        return addresses.Count > 0 ? addresses : throw new Refused("no address to listen on: give --urls, for example http://127.0.0.1:8080");
    }

    public override string ToString() => $"{(Secure ? "https" : "http")}://{Host}:{Port}";

    private static ListenAddress Parse(string url)
    {
        var wildcard = url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(wildcard, UriKind.Absolute, out var parsed)
            || parsed.Scheme is not ("http" or "https")
            || parsed.PathAndQuery != "/" || parsed.UserInfo.Length > 0)
            throw new Refused($"'{url}' is not an address to listen on: write http://HOST:PORT or https://HOST:PORT");
        var localhost = parsed.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        if (!localhost && !IPAddress.TryParse(parsed.Host, out _))
            throw new Refused($"'{url}' is not an address to listen on: HOST is an IP address, localhost or *");
        return new ListenAddress(parsed.Scheme == "https", parsed.Host, parsed.Port);
    }
}
