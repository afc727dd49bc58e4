using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Plenum.Bench.Wire;

/// <summary>One thread and one buffer that read every event stream of the run.</summary>
internal sealed class StreamLoop : IDisposable
{
    private readonly Epoll _epoll = new();
    private readonly ConcurrentDictionary<int, EventStream> _streams = new();
    private readonly Thread _thread;
    private int _nextKey;
    private volatile bool _stopped;

    public StreamLoop()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "streams" };
        _thread.Start();
    }

    /// <summary>Connects and asks for the stream. A reader that never reads is connected too, and not watched.</summary>
    public EventStream Open(IPEndPoint server, ReadOnlySpan<byte> request, EventListener listener, bool reads = true)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (!reads)
            socket.ReceiveBufferSize = 4096;
        socket.Connect(server);
        socket.Send(request);
        var stream = new EventStream(socket, listener);
        if (reads)
            Watch(stream);
        return stream;
    }

    public void Dispose()
    {
        _stopped = true;
        _thread.Join();
        foreach (var stream in _streams.Values)
            stream.Dispose();
        _epoll.Dispose();
    }

    private void Watch(EventStream stream)
    {
        var key = Interlocked.Increment(ref _nextKey);
        _streams[key] = stream;
        _epoll.Watch(stream.Socket, key);
    }

    private void Run()
    {
        var buffer = new byte[64 * 1024];
        while (!_stopped)
        {
            var ready = _epoll.Wait(TimeSpan.FromMilliseconds(50));
            for (var i = 0; i < ready; i++)
                if (_streams.TryGetValue(_epoll.Key(i), out var stream))
                    Read(stream, _epoll.Key(i), buffer);
        }
    }

    private void Read(EventStream stream, int key, byte[] buffer)
    {
        var count = stream.Socket.Receive(buffer, SocketFlags.None, out var error);
        if (count > 0 && error is SocketError.Success)
            stream.Read(buffer.AsSpan(0, count));
        if (count > 0 && stream.Open)
            return;
        _streams.TryRemove(key, out _);
        stream.End();
        stream.Dispose();
    }
}
