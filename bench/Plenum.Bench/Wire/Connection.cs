using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Plenum.Bench.Wire;

/// <summary>One keep-alive connection that asks and is answered, one request at a time, without the weight of HttpClient.</summary>
internal sealed class Connection(IPEndPoint server) : IDisposable
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private Socket? _socket;

    public async ValueTask<Answer> AskAsync(ReadOnlyMemory<byte> request, CancellationToken stop)
    {
        _socket ??= await ConnectAsync(stop);
        await _socket.SendAsync(request, stop);
        var filled = 0;
        while (true)
        {
            var count = await _socket.ReceiveAsync(_buffer.AsMemory(filled), stop);
            if (count is 0)
                throw new IOException("The server closed the connection.");
            filled += count;
            if (Answer.TryRead(_buffer.AsMemory(0, filled), out var answer))
                return answer;
        }
    }

    public static byte[] Post(string path, string headers, ReadOnlySpan<byte> body) =>
        [.. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];

    public static byte[] Get(string path, string headers = "") =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n");

    public void Dispose() => _socket?.Dispose();

    private async Task<Socket> ConnectAsync(CancellationToken stop)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server, stop);
        return socket;
    }
}
