using System.Net.Sockets;
using System.Text;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Bad input 74 over a real socket: it takes as long as the server has patience, so it has a server of its own.</summary>
public sealed class A_reader_that_stands_still : IAsyncLifetime
{
    private const int Updates = 6000;
    private PlenumProcess server = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        server = await PlenumProcess.StartWith(new Dictionary<string, string>
        {
            ["Plenum__Limits__RequestBurstPerToken"] = "100000",
            ["Plenum__Limits__CommandsPerSecondPerConference"] = "100000",
        });
        http = new HttpClient { BaseAddress = server.Address, Timeout = Visitor.Patience };
    }

    [Fact]
    public async Task Is_cut_while_the_others_hear_everything_and_the_beat()
    {
        var alias = Furniture.Open.Alias(0);
        var (speaker, listener, statue) = (await Visitor.Join(http, alias, "Sam"), await Visitor.Join(http, alias, "Lea"), await Visitor.Join(http, alias, "Stan"));
        using var still = await Stand(statue);
        await using var stream = await listener.Listen();
        await stream.Until("conference_update");

        var reading = stream.Until("participant_update", p => p.GetProperty("overlay_text").GetString() == "the last one");
        await Parallel.ForEachAsync(Enumerable.Range(0, Updates), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
            (await speaker.Post(speaker, "overlaytext", new { text = new string('\u4e00', 240) + i })).Accepted());
        (await speaker.Post(speaker, "overlaytext", new { text = "the last one" })).Accepted();
        await reading;
        await UntilCut(still);
        Assert.DoesNotContain("the last one", await WhatWasLeft(still), StringComparison.Ordinal);
        await stream.UntilRaw(": still here\n\n");
    }

    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        if (server is not null) await server.DisposeAsync();
    }

    private async Task<Socket> Stand(Visitor visitor)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 2048, ReceiveTimeout = 5000 };
        await socket.ConnectAsync(server.Address.Host, server.Address.Port);
        var request = $"GET {Visitor.Root}/{visitor.Alias}/events?token={visitor.Token} HTTP/1.1\r\nHost: x\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        var one = new byte[1];
        Assert.Equal(1, await socket.ReceiveAsync(one));
        return socket;
    }

    /// <summary>Its own end can be spoken into for as long as the server's end is open.</summary>
    private static async Task UntilCut(Socket socket)
    {
        for (var tries = 0; tries < 130; tries++)
        {
            try
            {
                await socket.SendAsync(new byte[] { (byte)'x' });
            }
            catch (SocketException)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("It was not cut within thirteen seconds.");
    }

    /// <summary>What the kernels still held, up to the end that the server made.</summary>
    private static async Task<string> WhatWasLeft(Socket socket)
    {
        using var patience = new CancellationTokenSource(Visitor.Patience);
        var text = new StringBuilder();
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, patience.Token) is > 0 and var read) text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (SocketException)
        {
            // Cut means reset: what the kernel had not delivered is gone.
            return text.ToString();
        }

        return text.ToString();
    }
}
