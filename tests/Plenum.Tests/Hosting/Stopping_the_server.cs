using System.Diagnostics;
using System.Net.Sockets;

namespace Plenum.Tests.Hosting;

public sealed class Stopping_the_server : IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public async Task Sigterm_exits_0_within_ten_seconds_even_with_a_request_in_flight()
    {
        using var server = await BuiltProgram.Serve(scratch["data"]);
        using var half = new TcpClient(server.Address.Host, server.Address.Port);
        await half.GetStream().WriteAsync("POST /health/live HTTP/1.1\r\nHost: x\r\n"u8.ToArray());
        var began = Stopwatch.GetTimestamp();
        server.Terminate();
        Assert.Equal(0, await server.Exit());
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10));
        Assert.Empty(server.Errors);
    }

    public void Dispose() => scratch.Dispose();
}
