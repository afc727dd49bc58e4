using System.Net;
using System.Net.Sockets;

namespace Plenum.Server.Scripting.Sys.Http;

/// <summary>Whom scripts may call: the hosts that the operator listed, and no address inside the network but those that the operator listed by host and port.</summary>
internal static class OutgoingHosts
{
    /// <summary>Networks that are nobody's on the Internet, or this machine's own; IPv6 that carries IPv4 is judged by what it carries.</summary>
    private static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32",
            "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Whether a host is listed: by its name, or by a name that begins with <c>*.</c> for all below it.</summary>
    public static bool Listed(IReadOnlyList<string> hosts, Uri uri) => hosts.Any(host =>
    {
        var (name, port) = host.LastIndexOf(':') is > 0 and var colon && int.TryParse(host[(colon + 1)..], out var number) ? (host[..colon], number) : (host, uri.IsDefaultPort ? uri.Port : -1);
        if (port != uri.Port) return false;
        return name.StartsWith("*.", StringComparison.Ordinal) ? uri.IdnHost.EndsWith(name[1..], StringComparison.OrdinalIgnoreCase) : uri.IdnHost.Equals(name, StringComparison.OrdinalIgnoreCase);
    });

    /// <summary>Whether a host and its port are listed as ones inside the network.</summary>
    public static bool ListedInside(IReadOnlyList<string> hosts, Uri uri) => hosts.Contains($"{uri.IdnHost}:{uri.Port}", StringComparer.OrdinalIgnoreCase);

    public static bool IsInside(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily is AddressFamily.InterNetworkV6 && Carried(address) is { } carried) return IsInside(carried);
        return Inside.Any(network => network.Contains(address));
    }

    /// <summary>What a NAT64 address, or one of the old compatible kind, stands for.</summary>
    private static IPAddress? Carried(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        var nat64 = bytes.AsSpan(0, 12).SequenceEqual((ReadOnlySpan<byte>)[0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]);
        var compatible = bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0 && (bytes[12] | bytes[13]) != 0;
        return nat64 || compatible ? new IPAddress(bytes.AsSpan(12)) : null;
    }
}
