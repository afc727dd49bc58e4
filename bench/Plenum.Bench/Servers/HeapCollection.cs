using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Plenum.Bench.Servers;

/// <summary>Asks another .NET process for a full collection over its diagnostics socket, by opening a trace whose keyword implies one.</summary>
internal static class HeapCollection
{
    private const long CollectKeyword = 0x800000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    public static async Task AskAsync(int process, CancellationToken stop)
    {
        var path = Directory.GetFiles(Path.GetTempPath(), $"dotnet-diagnostic-{process}-*-socket").FirstOrDefault()
            ?? throw new InvalidOperationException($"Process {process} has no diagnostics socket.");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), stop);
        await socket.SendAsync(Request(), stop);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        enough.CancelAfter(Longest);
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, enough.Token) > 0)
            {
                // The trace itself is of no interest; closing the socket ends it.
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Long enough: the collection was asked for first of all.
        }
    }

    /// <summary>The protocol's CollectTracing: buffer size, format, and one provider with its keyword and level.</summary>
    private static byte[] Request()
    {
        var provider = Text("Microsoft-Windows-DotNETRuntime");
        byte[] payload = [.. Number(16), .. Number(1), .. Number(1), .. Keyword(), .. Number(5), .. provider, .. Text("")];
        var size = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(size, (ushort)(20 + payload.Length));
        return [.. "DOTNET_IPC_V1\0"u8, .. size, 0x02, 0x02, 0x00, 0x00, .. payload];
    }

    private static byte[] Keyword()
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, CollectKeyword);
        return bytes;
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Text(string text) => [.. Number(text.Length + 1), .. Encoding.Unicode.GetBytes(text + "\0")];
}
