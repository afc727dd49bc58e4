using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Plenum.Tests.Running;

namespace Plenum.Tests.Hosting;

public sealed class Stopping_the_server : IDisposable
{
    private readonly Scratch scratch = new();

    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    public async Task A_signal_to_stop_exits_0_within_ten_seconds_even_with_a_request_in_flight(int signal)
    {
        using var server = await BuiltProgram.Serve(scratch["data"]);
        using var half = new TcpClient(server.Address.Host, server.Address.Port);
        await half.GetStream().WriteAsync("POST /health/live HTTP/1.1\r\nHost: x\r\n"u8.ToArray());
        var began = Stopwatch.GetTimestamp();
        server.Signal(signal);
        Assert.Equal(0, await server.Exit());
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10));
        Assert.Empty(server.Errors);
    }

    [Fact]
    public async Task A_collector_that_hangs_does_not_hold_it_up()
    {
        using var collector = new TcpListener(IPAddress.Loopback, 0);
        collector.Start();
        await File.WriteAllTextAsync(scratch["plenum.json"], $$"""{ "Plenum": { "Telemetry": { "Endpoint": "http://{{collector.LocalEndpoint}}" } } }""");
        using var server = await BuiltProgram.Serve(scratch["data"], "--config", scratch["plenum.json"]);
        var began = Stopwatch.GetTimestamp();
        server.Terminate();
        Assert.Equal(0, await server.Exit());
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10));
    }

    public void Dispose() => scratch.Dispose();
}
