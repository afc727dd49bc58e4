using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Plenum.Tests.Running;

/// <summary>What a server carries: its own memory that no file stands behind, and its open files, sockets among them.</summary>
public sealed record Burden(long Bytes, int Files)
{
    private const long CollectKeyword = 0x800000;
    private static readonly TimeSpan Collecting = TimeSpan.FromSeconds(5);

    /// <summary>Opens a trace whose keyword implies a full collection over the runtime's diagnostics socket, and counts then.</summary>
    public static async Task<Burden> Of(int process)
    {
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            var path = Directory.GetFiles(Path.GetTempPath(), $"dotnet-diagnostic-{process}-*-socket").Single();
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
            await socket.SendAsync(Request());
            await Drained(socket);
        }

        var memory = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal));
        return new(1024 * long.Parse(memory.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1]), Directory.GetFileSystemEntries($"/proc/{process}/fd").Length);
    }

    /// <summary>The trace tells of the heap as it is collected; when its time is over, so is the collection.</summary>
    private static async Task Drained(Socket socket)
    {
        using var enough = new CancellationTokenSource(Collecting);
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, enough.Token) > 0)
            {
                // What it says is of no interest.
            }
        }
        catch (OperationCanceledException)
        {
            // A trace ends when its reader goes.
        }
    }

    /// <summary>The protocol's CollectTracing: buffer size, format, and one provider with its keyword and level.</summary>
    private static byte[] Request()
    {
        var keyword = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(keyword, CollectKeyword);
        byte[] payload = [.. Number(16), .. Number(1), .. Number(1), .. keyword, .. Number(5), .. Words("Microsoft-Windows-DotNETRuntime"), .. Words("")];
        return [.. "DOTNET_IPC_V1\0"u8, .. Number(20 + payload.Length)[..2], 0x02, 0x02, 0x00, 0x00, .. payload];
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Words(string text) => [.. Number(text.Length + 1), .. Encoding.Unicode.GetBytes(text + "\0")];
}
