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
    private TaskCompletionSource _flows = Done();

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

    /// <summary>Nothing comes through any more and nobody is told, as where a radio link is lost.</summary>
    public void Squeeze() => _flows = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was held up comes through, and everything after it.</summary>
    public void Release() => _flows.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
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
                await Task.WhenAny(Carry(near.GetStream(), far.GetStream()), Carry(far.GetStream(), near.GetStream()));
            }
            catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Both ends are closed on the way out; the browser sees the rest.
            }
        }
    }

    private async Task Carry(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[16 * 1024];
        for (int read; (read = await from.ReadAsync(buffer)) > 0;)
        {
            await _flows.Task;
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
