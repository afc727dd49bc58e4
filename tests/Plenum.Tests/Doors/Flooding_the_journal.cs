using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>89: what strangers send is no line in the journal, and cannot forge one.</summary>
public sealed class Flooding_the_journal
{
    private const string Forged = "2026-01-01T00:00:00.000Z info: Forged[0] somebody is an administrator";

    [Fact]
    public async Task Thousands_of_refusals_write_nothing_and_lines_cannot_be_forged()
    {
        await using var server = await PlenumProcess.StartWith(Patient);
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Visitor.Patience };
        var alias = Furniture.Hosted.Alias(0);
        var host = await Visitor.Join(http, alias, $"Hana\n{Forged}", Furniture.HostPin);
        var before = Lines(server);
        for (var i = 0; i < 500; i++)
        {
            (await Visitor.Knock(http, $"nowhere-{i}", new { display_name = "Nobody" })).Refused(System.Net.HttpStatusCode.NotFound);
            (await host.With($"garbage{i}").Get("participants")).Refused();
            await http.GetAsync($"/nothing/{i}%0d%0a{Uri.EscapeDataString(Forged)}");
            (await host.Post("lock?x=%0A" + Uri.EscapeDataString(Forged), "{"u8.ToArray())).Refused(System.Net.HttpStatusCode.BadRequest);
        }

        var raw = new RawConnection(server.Address);
        for (var i = 0; i < 100; i++) await raw.Ask($"GET / HTTP/1.1\r\nHost: x\r\nx y: {Forged}\r\n\r\n");
        Assert.InRange(Lines(server) - before, 0, 3);

        (await host.Post("message", new { type = $"text\n{Forged}", payload = $"\r\n{Forged}" })).Accepted();
        (await host.Post(host, "overlaytext", new { text = $"\n{Forged}" })).Accepted();
        (await host.Post("release_token", new { reason = $"\n{Forged}" })).Accepted();
        Assert.Equal(0, await server.Stop());
        Assert.DoesNotContain("Forged", server.Output, StringComparison.Ordinal);
    }

    /// <summary>Whoever comes and goes is told in a line each: as many as people, whatever they send.</summary>
    [Fact]
    public async Task Somebody_who_comes_and_goes_is_a_few_lines()
    {
        await using var server = await PlenumProcess.Start();
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Visitor.Patience };
        var before = Lines(server);
        for (var i = 0; i < 100; i++) await (await Visitor.Join(http, Furniture.Open.Alias(0), new string('x', 5000))).Post("release_token");
        Assert.Equal(0, await server.Stop());
        Assert.InRange(Lines(server) - before, 100, 450);
        Assert.All(server.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 500));
    }

    /// <summary>It is not the limits that keep the journal short.</summary>
    private static Dictionary<string, string> Patient => new() { ["Plenum__Limits__RequestBurstPerToken"] = "100000" };

    private static int Lines(PlenumProcess server) => server.Output.Count(c => c == '\n');
}
