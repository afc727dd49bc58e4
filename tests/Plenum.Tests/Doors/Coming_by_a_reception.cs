using System.Net;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>A Virtual Reception: an alias that asks for another and leads there.</summary>
[Collection(nameof(A_running_server))]
public sealed class Coming_by_a_reception(A_running_server house) : IAsyncLifetime
{
    private readonly Administration admin = Administration.Of(house.Server);
    private readonly string there = house.Take(Furniture.Hosted);
    private string reception = "";

    public async ValueTask InitializeAsync() => reception = (await admin.Conference(new { kind = "reception" })).Alias;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task It_asks_where_to(string? extension)
    {
        var answer = await Knock(extension);
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("""{"conference_extension":"required","conference_extension_type":"standard"}""", answer.Result.GetRawText());
    }

    [Theory]
    [InlineData("nowhere-at-all")]
    [InlineData("not/an/alias")]
    [InlineData("%00")]
    public async Task What_is_nowhere_is_not_found(string extension) =>
        Assert.Equal("Neither conference nor gateway found", (await Knock(extension)).Refused(HttpStatusCode.NotFound));

    [Fact]
    public async Task It_leads_to_no_other_reception_and_not_to_itself()
    {
        var other = await admin.Conference(new { kind = "reception" });
        (await Knock(reception)).Refused(HttpStatusCode.NotFound);
        (await Knock(other.Alias)).Refused(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_rules_of_the_conference_behind_it_hold()
    {
        Assert.Equal("required", (await Knock(there)).Result.GetProperty("pin").GetString());
        Assert.Equal("Invalid PIN", (await Knock(there, "9999")).Refused());
        Assert.Equal("GUEST", (await Knock(there, "none")).Accepted().GetProperty("role").GetString());
        Assert.Equal("HOST", (await Knock(there, Furniture.HostPin)).Accepted().GetProperty("role").GetString());
    }

    [Fact]
    public async Task Whoever_came_by_it_goes_on_at_either_address()
    {
        var host = await house.Host(there);
        var guest = await ComesIn();
        var seen = (await host.Get("participants")).Accepted().EnumerateArray().Single(one => one.GetProperty("uuid").GetString() == guest.Id);
        Assert.Equal(there, seen.GetProperty("local_alias").GetString());
        await using var stream = await guest.Listen();
        await stream.Until("conference_update");
        (await host.Say("welcome")).Accepted();
        await stream.Until("message_received");
        (await guest.Refresh()).Accepted();
        (await guest.Post(guest, "buzz")).Accepted();
        (await guest.At(there).Say("thanks")).Accepted();
        (await guest.Post("release_token")).Accepted();
        Assert.Single((await host.Get("participants")).Accepted().EnumerateArray());
    }

    [Fact]
    public async Task A_breakout_is_entered_from_it_like_from_the_conference()
    {
        var host = await house.Host(there);
        var guest = await ComesIn();
        await using var stream = await guest.Listen();
        (await host.Post("breakouts", new { name = "Side", participants = new { main = new[] { guest.Id } } })).Accepted();
        var refer = await stream.Until("refer");
        Assert.Equal(there, refer.GetProperty("alias").GetString());
        await Visitor.Follow(house.Http, there, refer.GetProperty("token").GetString()!);
    }

    [Fact]
    public async Task A_token_opens_no_conference_but_its_own()
    {
        var elsewhere = await house.Host(house.Take(Furniture.Hosted));
        var host = await house.Host(there);
        Assert.Equal("Invalid token", (await elsewhere.At(there).Get("participants")).Refused());
        Assert.Equal(elsewhere.Id, Assert.Single((await elsewhere.At(reception).Get("participants")).Accepted().EnumerateArray()).GetProperty("uuid").GetString());
        Assert.Equal("Invalid token", (await host.With(null).At(reception).Get("participants")).Refused());
    }

    [Fact]
    public async Task Nobody_is_sent_into_it()
    {
        var host = await house.Host(there);
        var guest = await house.Guest(there);
        var answer = await host.Post(guest, "transfer", new { conference_alias = reception, role = "guest" });
        Assert.Equal("Neither conference nor gateway found", answer.Refused());
    }

    [Fact]
    public async Task It_has_no_PIN_of_its_own()
    {
        var wish = new { name = "Reception", aliases = new[] { $"reception-{Guid.NewGuid():N}" }, kind = "reception", hostPin = "2468" };
        var refused = await admin.Refused(HttpMethod.Post, "conferences", wish);
        Assert.Equal((422, "kind"), (refused.Status, refused.Member));
    }

    public ValueTask DisposeAsync()
    {
        admin.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<Answer> Knock(string? extension, params string[] pins) =>
        Visitor.Knock(house.Http, reception, new { display_name = "Rosa", conference_extension = extension }, pins);

    private async Task<Visitor> ComesIn() => Visitor.From(house.Http, reception, await Knock(there, "none"));
}
