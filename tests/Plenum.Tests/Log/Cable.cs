using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Plenum.Tests.Log;

/// <summary>The wire between a program and a server, which a test may cut (refused) or hold still (silence).</summary>
internal sealed class Cable : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> ends = [];
    private readonly int target;
    private readonly Task accepting;
    private TaskCompletionSource flows = Flowing();
    private volatile bool cut;

    public Cable(int target)
    {
        this.target = target;
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Breaks what is connected and whatever tries to connect.</summary>
    public void Cut()
    {
        cut = true;
        while (ends.TryTake(out var end))
            end.Close();
    }

    /// <summary>Nothing gets through any more, and nobody is told.</summary>
    public void HoldStill() => flows = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Mend()
    {
        cut = false;
        flows.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        Cut();
        Mend();
        await accepting;
    }

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        flowing.SetResult();
        return flowing;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync();
                if (cut)
                    near.Close();
                else
                    await Join(near);
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task Join(TcpClient near)
    {
        var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        await far.ConnectAsync(IPAddress.Loopback, target);
        ends.Add(near);
        ends.Add(far);
        _ = Carry(near, far);
        _ = Carry(far, near);
    }

    private async Task Carry(TcpClient from, TcpClient to)
    {
        var buffer = new byte[16384];
        try
        {
            while (await from.GetStream().ReadAsync(buffer) is > 0 and var read)
            {
                await flows.Task;
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }

        from.Close();
        to.Close();
    }
}
