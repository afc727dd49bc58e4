using System.Text.Json;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Bad inputs 63 and 64 for everything that is read, and what each reader is shown.</summary>
[Collection(nameof(A_running_server))]
public sealed class Reading_a_conference(A_running_server house)
{
    [Theory]
    [InlineData("conference_status", 200)]
    [InlineData("participants", 200)]
    [InlineData("available_layouts", 200)]
    [InlineData("available_layouts?annotate=true", 200)]
    [InlineData("layout_svgs", 200)]
    [InlineData("get_message_text", 200)]
    [InlineData("get_classification_level", 200)]
    [InlineData("get_pinning_config", 200)]
    [InlineData("available_pinning_configs", 200)]
    [InlineData("get_clock", 200)]
    [InlineData("theme/", 204)]
    [InlineData("plenum/timeline", 403)]
    public async Task Whoever_has_a_token_may_read_and_nobody_else(string what, int forGuests)
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        var elsewhere = await house.Host(house.Take(Furniture.Hosted));
        Assert.Equal(forGuests is 403 ? 200 : forGuests, (int)(await meeting.Host.Get(what)).Status);
        Assert.Equal(forGuests, (int)(await meeting.Guest.Get(what)).Status);
        Assert.Equal(forGuests, (int)(await meeting.Waiting.Get(what)).Status);
        foreach (var token in new[] { meeting.Released.Token, elsewhere.Token, null, "garbage" })
            Assert.Equal("Invalid token", (await meeting.Guest.With(token).Get(what)).Refused());
    }

    [Theory]
    [InlineData("conference_status")]
    [InlineData("participants")]
    [InlineData("get_message_text")]
    public async Task A_breakout_is_read_by_hosts_and_by_those_in_it(string what)
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted), withBreakout: true);
        var room = $"breakouts/{meeting.Breakout}/{what}";
        (await meeting.Host.Get(room)).Accepted();
        (await meeting.Guest.Get(room)).Accepted();
        Assert.Equal("Invalid role", (await meeting.Waiting.Get(room)).Refused());
        Assert.Equal("Breakout room not found", (await meeting.Host.Get($"breakouts/{Guid.NewGuid()}/{what}")).Refused());
        Assert.Equal("Breakout room not found", (await meeting.Host.Get($"breakouts/nonsense/{what}")).Refused());
    }

    [Fact]
    public async Task A_guest_in_the_main_room_cannot_look_into_a_breakout()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted), withBreakout: true);
        (await meeting.Host.Post("participants/breakout", new { breakout_uuid = "main", participants = new[] { meeting.Guest.Id } })).Accepted();
        foreach (var door in new[] { "get", "message" })
            Assert.Equal("Invalid role", await Refusal(meeting, door));
    }

    [Fact]
    public async Task Guests_are_not_told_where_others_come_from()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        foreach (var person in (await meeting.Guest.Get("participants")).Accepted().EnumerateArray())
        {
            foreach (var secret in new[] { "uri", "vendor", "protocol" })
                Assert.Equal("", person.TryGetProperty(secret, out var value) ? value.GetString() : "");
        }

        Assert.Equal("api", (await meeting.Host.Get("participants")).Accepted()[0].GetProperty("protocol").GetString());
    }

    [Fact]
    public async Task Who_waits_sees_itself_alone_and_is_seen_by_hosts_alone()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        Assert.Equal([meeting.Waiting.Id], Ids((await meeting.Waiting.Get("participants")).Accepted()));
        Assert.DoesNotContain(meeting.Waiting.Id, Ids((await meeting.Guest.Get("participants")).Accepted()));
        Assert.Contains(meeting.Waiting.Id, Ids((await meeting.Host.Get("participants")).Accepted()));
    }

    [Fact]
    public async Task Guests_see_each_other_only_where_the_room_allows_it()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        Assert.Contains(meeting.Other.Id, Ids((await meeting.Guest.Get("participants")).Accepted()));
        (await meeting.Host.Post("set_guests_can_see_guests", new { setting = "never" })).Accepted();
        var seen = Ids((await meeting.Guest.Get("participants")).Accepted());
        Assert.DoesNotContain(meeting.Other.Id, seen);
        Assert.Contains(meeting.Guest.Id, seen);
        Assert.Contains(meeting.Host.Id, seen);
    }

    /// <summary>In a locked conference without PINs whoever waits has the role of a host, and still none of its rights.</summary>
    [Fact]
    public async Task Waiting_as_a_host_opens_nothing()
    {
        var alias = house.Take(Furniture.Open);
        var inside = await house.Join(alias, "Ines");
        (await inside.Post("lock")).Accepted();
        var room = (await inside.Post("breakouts", new { name = "Side" })).Accepted().GetProperty("breakout_uuid").GetString();
        var waiting = await house.Join(alias, "Willa");
        Assert.Equal("HOST", waiting.Welcome.GetProperty("role").GetString());
        (await waiting.Get("plenum/timeline")).Refused();
        (await waiting.Get($"breakouts/{room}/conference_status")).Refused();
        (await waiting.Post(waiting, "unlock")).Refused();
        (await waiting.Post(inside, "transfer", new { conference_alias = "meet.open" })).Refused();
        (await waiting.Post("dial", new { destination = "a@b" })).Refused();
        (await waiting.Post($"breakouts/{room}/request_guest_token")).Refused();
        (await waiting.Post("unlock")).Refused();
    }

    private static async Task<string> Refusal(Meeting meeting, string door)
    {
        var room = $"breakouts/{meeting.Breakout}";
        var answer = door is "get" ? await meeting.Guest.Get($"{room}/participants") : await meeting.Guest.Post($"{room}/message", new { payload = "psst" });
        return answer.Refused();
    }

    private static IEnumerable<string?> Ids(JsonElement roster) => roster.EnumerateArray().Select(person => person.GetProperty("uuid").GetString());
}
