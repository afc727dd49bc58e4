using System.Net;
using System.Net.Sockets;

namespace Plenum.Tests.Running;

/// <summary>A port of the loopback address that nobody listened on a moment ago.</summary>
public static class FreePort
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
