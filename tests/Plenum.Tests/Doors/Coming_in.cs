using System.Net;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>PINs, waiting and locking at the entrance.</summary>
[Collection(nameof(A_running_server))]
public sealed class Coming_in(A_running_server house)
{
    [Fact]
    public async Task Without_a_PIN_everybody_is_a_host()
    {
        var alias = house.Take(Furniture.Open);
        Assert.Equal("HOST", await Role(alias));
        Assert.Equal("HOST", await Role(alias, "none"));
        Assert.Equal("HOST", await Role(alias, "12345"));
    }

    [Fact]
    public async Task A_host_PIN_makes_hosts_and_none_makes_guests()
    {
        var alias = house.Take(Furniture.Hosted);
        Assert.Equal(("required", "none"), await Prompt(alias));
        Assert.Equal(("required", "none"), await Prompt(alias, ""));
        Assert.Equal("HOST", await Role(alias, Furniture.HostPin));
        Assert.Equal("GUEST", await Role(alias, "none"));
        Assert.Equal("Invalid PIN", await Refusal(alias, Furniture.GuestPin));
    }

    [Fact]
    public async Task Two_PINs_make_hosts_and_guests()
    {
        var alias = house.Take(Furniture.BothPins);
        Assert.Equal(("required", "required"), await Prompt(alias));
        Assert.Equal(("required", "required"), await Prompt(alias, "none"));
        Assert.Equal("HOST", await Role(alias, Furniture.HostPin));
        Assert.Equal("GUEST", await Role(alias, Furniture.GuestPin));
        Assert.Equal("Invalid PIN", await Refusal(alias, "1"));
    }

    [Fact]
    public async Task A_guest_PIN_alone_makes_guests_alone()
    {
        var alias = house.Take(Furniture.GuestPinOnly);
        Assert.Equal(("required", "required"), await Prompt(alias));
        Assert.Equal("GUEST", await Role(alias, Furniture.GuestPin));
    }

    [Fact]
    public async Task Where_guests_are_not_allowed_none_is_not_enough()
    {
        var alias = house.Take(Furniture.HostsOnly);
        Assert.Equal(("required", "required"), await Prompt(alias, "none"));
        Assert.Equal("HOST", await Role(alias, Furniture.HostPin));
    }

    [Fact]
    public async Task The_PIN_may_stand_in_the_body_and_the_header_comes_first()
    {
        var alias = house.Take(Furniture.Hosted);
        var body = new { display_name = "Bodo", pin = Furniture.HostPin };
        Assert.Equal("HOST", (await Visitor.Knock(house.Http, alias, body)).Accepted().GetProperty("role").GetString());
        Assert.Equal("GUEST", (await Visitor.Knock(house.Http, alias, body, "none")).Accepted().GetProperty("role").GetString());
        (await Visitor.Knock(house.Http, alias, new { display_name = "Bodo", pin = 4711 })).Refused(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("4711 4711 4711 4711 4711 4711")]
    [InlineData("471")]
    [InlineData("47110")]
    [InlineData("NONE")]
    public async Task A_PIN_that_is_not_the_one_is_refused(string pin) =>
        Assert.Equal("Invalid PIN", await Refusal(house.Take(Furniture.BothPins), pin));

    [Fact]
    public async Task Two_PIN_headers_are_none()
    {
        var alias = house.Take(Furniture.Hosted);
        var answer = await new RawConnection(house.Server.Address).Ask($"POST {Visitor.Root}/{alias}/request_token HTTP/1.1\r\nHost: x\r\npin: {Furniture.HostPin}\r\npin: none\r\nContent-Length: 20\r\nConnection: close\r\n\r\n" + """{"display_name":"x"}""");
        Assert.StartsWith("HTTP/1.1 403", answer, StringComparison.Ordinal);
        Assert.Contains("Invalid PIN", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_wait_for_a_host_and_come_in_with_the_first()
    {
        var alias = house.Take(Furniture.Hosted);
        var guest = await house.Guest(alias);
        Assert.Equal("waiting_room", guest.Welcome.GetProperty("current_service_type").GetString());
        await using var stream = await guest.Listen();
        await stream.Until("participant_sync_end");
        await house.Host(alias);
        var admitted = await stream.Until("participant_update", p => p.GetProperty("uuid").GetString() == guest.Id);
        Assert.Equal("conference", admitted.GetProperty("service_type").GetString());
    }

    [Fact]
    public async Task While_locked_only_the_host_PIN_opens_at_once()
    {
        var alias = house.Take(Furniture.Hosted);
        var host = await house.Host(alias);
        (await host.Post("lock")).Accepted();
        Assert.Equal("conference", ServiceOf(await house.Host(alias, "Herbert")));
        var guest = await house.Guest(alias);
        Assert.Equal("waiting_room", ServiceOf(guest));
        (await host.Post("unlock")).Accepted();
        Assert.Equal(3, (await guest.Get("participants")).Accepted().GetArrayLength());
    }

    [Fact]
    public async Task Without_a_PIN_everybody_waits_while_it_is_locked()
    {
        var alias = house.Take(Furniture.Open);
        await (await house.Join(alias, "Ines")).Post("lock");
        Assert.Equal("waiting_room", ServiceOf(await house.Join(alias, "Willa")));
    }

    [Fact]
    public async Task A_host_lets_one_of_those_who_wait_in()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        var another = await house.Guest(meeting.Host.Alias, "Wanda");
        (await meeting.Host.Post(meeting.Waiting, "unlock")).Accepted();
        Assert.Equal(5, (await meeting.Waiting.Get("participants")).Accepted().GetArrayLength());
        Assert.Equal(1, (await another.Get("participants")).Accepted().GetArrayLength());
    }

    private static string? ServiceOf(Visitor visitor) => visitor.Welcome.GetProperty("current_service_type").GetString();

    private async Task<string?> Role(string alias, params string[] pins)
    {
        var answer = await Visitor.Knock(house.Http, alias, new { display_name = "Rolf" }, pins);
        return answer.Accepted().GetProperty("role").GetString();
    }

    private async Task<string> Refusal(string alias, params string[] pins) =>
        (await Visitor.Knock(house.Http, alias, new { display_name = "Rolf" }, pins)).Refused();

    private async Task<(string?, string?)> Prompt(string alias, params string[] pins)
    {
        var answer = await Visitor.Knock(house.Http, alias, new { display_name = "Rolf" }, pins);
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.True(answer.Result.TryGetProperty("version", out _));
        return (answer.Result.GetProperty("pin").GetString(), answer.Result.GetProperty("guest_pin").GetString());
    }
}
