using System.Net;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>What browsers do on TLS: everything of a tab, streams too, on one HTTP/2 connection.</summary>
public sealed class Over_HTTP2
{
    private const string Alias = "meet.open";

    [Fact]
    public async Task Many_event_streams_and_requests_share_a_connection()
    {
        using var server = await TlsServer.Start();
        using var http = server.Http();
        var people = new List<Visitor>();
        for (var i = 0; i < 8; i++) people.Add(await Visitor.Join(http, Alias, $"Person {i}"));
        var streams = await Task.WhenAll(people.Select(one => one.Listen()));
        Assert.All(streams, stream => Assert.Equal(HttpVersion.Version20, stream.Response.Version));
        Assert.All(streams, stream => Assert.Null(stream.Response.Headers.ConnectionClose));
        foreach (var stream in streams) await stream.Until("conference_update");

        (await people[0].Say("hello")).Accepted();
        foreach (var stream in streams[1..]) Assert.Equal("hello", (await stream.Until("message_received")).GetProperty("payload").GetString());
        (await people[0].Post(people[7], "disconnect")).Accepted();
        Assert.Equal("disconnect", (await streams[7].Rest())[^1].Name);

        (await people[0].Say("and on")).Accepted();
        await streams[1].Until("message_received", told => told.GetProperty("payload").GetString() == "and on");
        foreach (var stream in streams) await stream.DisposeAsync();
    }

    /// <summary>81: a hundred thousand in the long form; here until the server has had enough.</summary>
    [Fact]
    public async Task Who_opens_and_resets_streams_without_end_is_cut_off_and_nobody_else_notices()
    {
        using var server = await TlsServer.Start();
        using var http = server.Http();
        var guest = await Visitor.Join(http, Alias, "Gil");
        var worked = server.Program.Work;
        using var attacker = await RapidReset.Begin(server);
        var sent = await attacker.GoOnUntilCutOff(most: 100_000);
        Assert.True(sent < 100_000, "A hundred thousand streams were opened and reset on one connection");
        // The last words are lost where the connection is reset while we still talk.
        Assert.Contains(await attacker.GoodBye(), new int?[] { RapidReset.EnhanceYourCalm, null });
        Assert.True(server.Program.Work - worked < TimeSpan.FromSeconds(10), "It made the server work for more than ten seconds");
        (await guest.Get("conference_status")).Accepted();
    }
}
