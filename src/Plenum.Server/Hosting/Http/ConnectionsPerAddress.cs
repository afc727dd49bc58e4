using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Plenum.Server.Hosting.Http;

/// <summary>Cuts connections of an address that already has its share. Addresses without connections are forgotten.</summary>
internal sealed class ConnectionsPerAddress(int share)
{
    private readonly ConcurrentDictionary<IPAddress, int> open = new();

    public ConnectionDelegate Count(ConnectionDelegate next) => async connection =>
    {
        if (connection.RemoteEndPoint is not IPEndPoint from)
        {
            await next(connection);
            return;
        }

        var address = Neighbourhood.Of(from.Address);
        try
        {
            if (open.AddOrUpdate(address, 1, (_, count) => count + 1) > share)
                connection.Abort();
            else
                await next(connection);
        }
        finally
        {
            Forget(address);
        }
    };

    private void Forget(IPAddress address)
    {
        // Removing succeeds only while the count is still the zero just written, so a newcomer is never lost.
        if (open.AddOrUpdate(address, 0, (_, count) => count - 1) == 0)
            open.TryRemove(KeyValuePair.Create(address, 0));
    }
}
