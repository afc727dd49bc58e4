using System.Net;

namespace Plenum.Server.Hosting.Http;

/// <summary>Whom a limit per address counts together: one IPv4 address, or the IPv6 network that one customer is given.</summary>
internal static class Neighbourhood
{
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily is not System.Net.Sockets.AddressFamily.InterNetworkV6) return address;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes);
    }
}
