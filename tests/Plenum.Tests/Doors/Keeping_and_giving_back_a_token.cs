using System.Net;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Bad inputs 63 and 77, and the life of a token as clients live it.</summary>
[Collection(nameof(A_running_server))]
public sealed class Keeping_and_giving_back_a_token(A_running_server house)
{
    [Fact]
    public async Task Refreshing_answers_as_the_contract_says()
    {
        var somebody = await Join();
        var answer = (await somebody.Refresh()).Accepted();
        Assert.Equal("120", answer.GetProperty("expires").GetString());
        Assert.Equal("HOST", answer.GetProperty("role").GetString());
        Assert.NotEmpty(answer.GetProperty("token").GetString()!);
        (await somebody.Get("conference_status")).Accepted();
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_given_again()
    {
        var somebody = await Join();
        var first = (await somebody.Post("refresh_token")).Accepted().GetProperty("token").GetString();
        var again = (await somebody.Post("refresh_token")).Accepted().GetProperty("token").GetString();
        Assert.Equal(first, again);
        (await somebody.Get("conference_status")).Accepted();
    }

    [Fact]
    public async Task Two_at_once_get_the_same_successor()
    {
        var somebody = await Join();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => somebody.Post("refresh_token")));
        Assert.Single(answers.Select(answer => answer.Accepted().GetProperty("token").GetString()).Distinct());
    }

    [Fact]
    public async Task A_replay_gives_no_second_session()
    {
        var somebody = await Join();
        var old = somebody.With(somebody.Token);
        await somebody.Refresh();
        (await somebody.Get("conference_status")).Accepted();
        var replayed = (await old.Post("refresh_token")).Accepted().GetProperty("token").GetString();
        Assert.Equal(somebody.Token, replayed);
        await somebody.Refresh();
        (await somebody.Get("conference_status")).Accepted();
        Assert.Equal("Invalid token", (await old.Post("refresh_token")).Refused());
    }

    [Fact]
    public async Task A_token_that_was_given_back_is_dead_and_its_owner_gone()
    {
        var alias = house.Take(Furniture.Open);
        var (stays, goes) = (await house.Join(alias, "Sam"), await house.Join(alias, "Greta"));
        Assert.True((await goes.Post("release_token", new { reason = "User initiated disconnect" })).Accepted().GetBoolean());
        Assert.Equal("Invalid token", (await goes.Get("conference_status")).Refused());
        Assert.Equal(1, (await stays.Get("participants")).Accepted().GetArrayLength());
    }

    /// <summary>Official clients ask again without pause when the refresh of a dead token is refused.</summary>
    [Fact]
    public async Task Refreshing_a_dead_token_again_at_once_is_told_to_wait()
    {
        var (one, two) = (await Join(), await Join());
        await one.Post("release_token");
        await two.Post("release_token");
        Assert.Equal("Invalid token", (await one.Post("refresh_token")).Refused());
        var second = await one.Post("refresh_token");
        second.Refused(HttpStatusCode.TooManyRequests);
        Assert.NotNull(second.Headers.RetryAfter);
        Assert.Equal("Invalid token", (await two.Post("refresh_token")).Refused());
        Assert.Equal("Invalid token", (await one.Get("conference_status")).Refused());
    }

    [Fact]
    public async Task A_beacon_gives_it_back_with_the_token_in_the_query()
    {
        var alias = house.Take(Furniture.Open);
        var (stays, goes) = (await house.Join(alias, "Sam"), await house.Join(alias, "Greta"));
        var closed = await goes.With(null).Post($"release_token?token={goes.Token}", """{"reason":"Browser closed"}"""u8.ToArray());
        Assert.True(closed.Accepted().GetBoolean());
        Assert.Equal(1, (await stays.Get("participants")).Accepted().GetArrayLength());
    }

    /// <summary>Bad input 39: a plugin cannot lend itself another token through the address.</summary>
    [Fact]
    public async Task A_token_in_the_header_wins_over_one_in_the_query()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        Assert.Equal("Invalid role", (await meeting.Guest.Post($"unlock?token={meeting.Host.Token}")).Refused());
    }

    [Fact]
    public async Task Two_tokens_are_none()
    {
        var somebody = await Join();
        var path = $"{Visitor.Root}/{somebody.Alias}/conference_status";
        var raw = new RawConnection(house.Server.Address);
        Assert.StartsWith("HTTP/1.1 403", await raw.Ask($"GET {path} HTTP/1.1\r\nHost: x\r\ntoken: {somebody.Token}\r\ntoken: {somebody.Token}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", await raw.Ask($"GET {path}?token={somebody.Token}&token={somebody.Token} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await raw.Ask($"GET {path} HTTP/1.1\r\nHost: x\r\nTOKEN: {somebody.Token}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("../../../etc/passwd")]
    [InlineData("{\"alg\":\"none\"}")]
    public async Task What_is_no_token_opens_nothing(string token)
    {
        var somebody = await Join();
        Assert.Equal("Invalid token", (await somebody.With(null).Get($"conference_status?token={Uri.EscapeDataString(token)}")).Refused());
    }

    [Fact]
    public async Task A_token_of_a_hundred_kilobytes_is_refused()
    {
        var somebody = await Join();
        var answer = await somebody.With(new string('a', 100_000)).Get("conference_status");
        Assert.InRange((int)answer.Status, 400, 499);
        (await somebody.Get("conference_status")).Accepted();
    }

    private Task<Visitor> Join() => house.Join(house.Take(Furniture.Open), "Sam");
}
