using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Callers who want to wear the server out. Everybody else goes on.</summary>
[Collection(nameof(A_running_server))]
public sealed class Many_who_never_finish(A_running_server house)
{
    /// <summary>72, in short: headers that never end, and connections on which nothing is ever said.</summary>
    [Fact]
    public async Task Half_a_request_is_cut_off_and_nobody_else_waits_for_it()
    {
        var address = house.Server.Address;
        var half = new List<TcpClient>();
        for (var i = 0; i < 300; i++)
        {
            var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port);
            if (i % 2 == 0) await client.GetStream().WriteAsync("GET /health/live HTTP/1.1\r\nHost: x\r\n"u8.ToArray());
            half.Add(client);
        }

        Assert.Equal(HttpStatusCode.OK, (await house.Http.GetAsync("/health/ready")).StatusCode);
        var guest = await house.Join(house.Take(Furniture.Open), "Gil");
        (await guest.Get("conference_status")).Accepted();

        // The server gives a request's headers ten seconds; then the connection ends, with or without a word.
        var waited = Stopwatch.StartNew();
        var buffer = new byte[1024];
        while (await half[0].GetStream().ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(30)) > 0)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "Half a request is still waited for");
        }

        foreach (var client in half) client.Dispose();
    }

    /// <summary>78: where nothing dials, nothing can be made to dial into this machine or its network.</summary>
    [Theory]
    [InlineData("sip:127.0.0.1")]
    [InlineData("rtmp://169.254.169.254/x")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("0x7f000001")]
    public async Task An_address_inside_is_not_dialled(string destination)
    {
        var host = await house.Join(house.Take(Furniture.Open), "Hana");
        var answer = await host.Post("dial", new { destination, protocol = "auto", role = "GUEST" });
        Assert.Equal(0, answer.Accepted().GetArrayLength());
        Assert.Equal(1, (await host.Get("participants")).Accepted().GetArrayLength());
    }

    /// <summary>83, in short: addresses that do not exist cost an answer and nothing else.</summary>
    [Fact]
    public async Task Thousands_of_addresses_that_do_not_exist_are_answered_alike()
    {
        for (var i = 0; i < 2000; i++)
        {
            using var answer = await house.Http.GetAsync($"{Visitor.Root}/nobody-{i}/participants");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    /// <summary>90: what anybody may ask says nothing about the house.</summary>
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_one_word(string address) => Assert.Equal("ok", await house.Http.GetStringAsync(address));
}
