using System.Net;
using System.Net.Sockets;

namespace Plenum.Tests.Running;

/// <summary>
/// The way to a server, which can be pulled and plugged in again. A browser that is told to be offline keeps the connections
/// that it has; here they break.
/// </summary>
internal sealed class A_cable(Uri server) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<TcpClient> _through = [];
    private readonly int _port = FreePort.Take();
    private TcpListener? _end;
    private Task _work = Task.CompletedTask;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public static A_cable To(Uri server)
    {
        var cable = new A_cable(server);
        cable.Plug();
        return cable;
    }

    public void Plug()
    {
        _end = new TcpListener(IPAddress.Loopback, _port);
        _end.Start();
        _work = Accept(_end);
    }

    /// <summary>Breaks every connection, and refuses new ones.</summary>
    public void Pull()
    {
        _end?.Stop();
        lock (_gate)
        {
            foreach (var one in _through) one.Dispose();
            _through.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Pull();
        await _work;
    }

    private async Task Accept(TcpListener end)
    {
        var carried = new List<Task>();
        try
        {
            while (true) carried.Add(Carry(await end.AcceptTcpClientAsync()));
        }
        catch (Exception pulled) when (pulled is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(carried);
        }
    }

    private async Task Carry(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            lock (_gate) _through.AddRange([near, far]);
            try
            {
                await far.ConnectAsync(IPAddress.Loopback, server.Port);
                await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
            }
            catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Both ends are closed on the way out; the browser sees the rest.
            }
        }
    }
}
