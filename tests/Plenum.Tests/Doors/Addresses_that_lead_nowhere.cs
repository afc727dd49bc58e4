using System.Net;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Bad inputs 39, 66, 67 and 70, and what a browser asks before it calls from another site.</summary>
[Collection(nameof(A_running_server))]
public sealed class Addresses_that_lead_nowhere(A_running_server house)
{
    private const string Api = "/api/client/v2";

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/conferences")]
    [InlineData("/conferences/meet.open")]
    [InlineData("/conferences/meet.open/nothing")]
    [InlineData("/conferences/meet.open/participants/x/y/z")]
    public async Task Are_told_so_in_the_API_s_own_shape(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Api + path);
        Assert.Equal("404 Not Found", (await Answer.To(house.Http, request)).Refused(HttpStatusCode.NotFound));
    }

    /// <summary>Bad input 70.</summary>
    [Theory]
    [InlineData("GET", "lock")]
    [InlineData("GET", "disconnect")]
    [InlineData("GET", "release_token")]
    [InlineData("GET", "request_token")]
    [InlineData("PUT", "lock")]
    [InlineData("DELETE", "participants")]
    [InlineData("POST", "conference_status")]
    public async Task A_command_has_one_method(string method, string door)
    {
        var host = await house.Join("meet.open", "Hanna");
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{Visitor.Root}/meet.open/{door}?token={host.Token}");
        (await Answer.To(house.Http, request)).Refused(HttpStatusCode.MethodNotAllowed);
        (await host.Post("release_token")).Accepted();
    }

    /// <summary>Bad input 66.</summary>
    [Theory]
    [InlineData("no.such.conference")]
    [InlineData("meet.open%2f")]
    [InlineData("%2e%2e%2f%2e%2e")]
    [InlineData("..%5c..")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("m%D0%B5et.open")]
    [InlineData("'%20OR%201=1--")]
    [InlineData("*)(uid=*")]
    [InlineData("%22%3E%3Cimg%20src=x%20onerror=1%3E")]
    [InlineData("%ff%fe")]
    [InlineData("__proto__")]
    [InlineData("a%0d%0ab")]
    public async Task An_alias_that_nobody_has_is_not_found(string alias)
    {
        var request = $"POST {Api}/conferences/{alias}/request_token HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\nConnection: close\r\n\r\n" + """{"display_name":"x"}""";
        var answer = await new RawConnection(house.Server.Address).Ask(request);
        Assert.StartsWith("HTTP/1.1 404", answer, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"failed\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("meet%00open")]
    [InlineData("{long}")]
    public async Task An_alias_that_no_address_can_hold_is_refused(string alias)
    {
        var path = $"{Api}/conferences/{alias.Replace("{long}", new string('a', 10_000), StringComparison.Ordinal)}/request_token";
        var answer = await new RawConnection(house.Server.Address).Ask($"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 4..", answer);
    }

    /// <summary>Bad input 39: however the path is bent, the token's own rights are all that counts.</summary>
    [Theory]
    [InlineData("../meet.open/lock")]
    [InlineData("participants/%2e%2e/lock")]
    [InlineData("participants/../lock")]
    [InlineData("/lock")]
    [InlineData("///lock")]
    [InlineData("./lock")]
    [InlineData("lock/")]
    [InlineData("LOCK")]
    [InlineData("lock?x=1#y")]
    [InlineData("lock%3ftoken=x")]
    [InlineData("../../../../../health/../admin/lock")]
    public async Task A_bent_path_opens_no_other_door(string bent)
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        (await meeting.Host.Post("unlock")).Accepted();
        var before = await meeting.Seen();
        var raw = new RawConnection(house.Server.Address);
        var answer = await raw.Ask($"POST {Visitor.Root}/{meeting.Guest.Alias}/{bent} HTTP/1.1\r\nHost: x\r\ntoken: {meeting.Guest.Token}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 40[1345]", answer);
        Assert.Equal(before, await meeting.Seen());
    }

    [Fact]
    public async Task Doubled_slashes_mean_one()
    {
        var host = await house.Join(house.Take(Furniture.Open), "Hanna");
        (await host.Post("/lock")).Accepted();
        Assert.True((await host.Get("conference_status")).Accepted().GetProperty("locked").GetBoolean());
    }

    /// <summary>Bad input 85.</summary>
    [Fact]
    public async Task Ids_are_random()
    {
        var alias = house.Take(Furniture.Open);
        for (var i = 0; i < 5; i++) Assert.Equal(4, Guid.Parse((await house.Join(alias, "Sam")).Id).Version);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("pin")]
    [InlineData("content-type")]
    [InlineData("plenum-cause")]
    public async Task Every_site_may_call_with_what_the_API_needs_and_without_cookies(string header)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Options, $"{Visitor.Root}/meet.open/lock");
        ask.Headers.Add("Origin", "https://elsewhere.example");
        ask.Headers.Add("Access-Control-Request-Method", "POST");
        ask.Headers.Add("Access-Control-Request-Headers", header);
        var answer = await Answer.To(house.Http, ask);
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains(header, answer.Headers.GetValues("Access-Control-Allow-Headers").Single().Split(", "));
        Assert.Contains("POST", answer.Headers.GetValues("Access-Control-Allow-Methods").Single().Split(", "));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));

        using var call = new HttpRequestMessage(HttpMethod.Get, $"{Api}/status");
        call.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal("*", Assert.Single((await Answer.To(house.Http, call)).Headers.GetValues("Access-Control-Allow-Origin")));
    }
}
