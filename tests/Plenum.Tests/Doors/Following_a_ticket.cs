using System.Text.Json;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Transfers and moves hand out tickets: each opens one door, for one participant, once.</summary>
[Collection(nameof(A_running_server))]
public sealed class Following_a_ticket(A_running_server house)
{
    [Fact]
    public async Task Somebody_who_is_transferred_arrives_there_and_leaves_here_without_a_disconnect()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        var there = house.Take(Furniture.Hosted);
        await using var stream = await meeting.Guest.Listen();
        var ticket = await Transfer(meeting, there, stream, new { conference_alias = there, role = "host", pin = Furniture.HostPin });
        var arrived = await Visitor.Follow(house.Http, there, ticket);
        Assert.Equal("HOST", arrived.Welcome.GetProperty("role").GetString());
        Assert.DoesNotContain(await stream.Rest(), said => said.Name == "disconnect");
        Assert.Equal(4, (await meeting.Host.Get("participants")).Accepted().GetArrayLength());
    }

    [Fact]
    public async Task A_ticket_seats_nobody_twice()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        var there = house.Take(Furniture.Open);
        var host = await house.Join(there, "Hanna");
        await using var stream = await meeting.Guest.Listen();
        var ticket = await Transfer(meeting, there, stream, new { conference_alias = there });
        var first = await Visitor.Follow(house.Http, there, ticket);
        Assert.Equal("Invalid token", (await Try(there, ticket)).Refused());
        Assert.Equal(2, (await host.Get("participants")).Accepted().GetArrayLength());

        (await host.Post(first, "disconnect")).Accepted();
        Assert.Equal("Invalid token", (await Try(there, ticket)).Refused());
    }

    [Fact]
    public async Task A_ticket_opens_no_other_conference_and_no_forged_one_any()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        var there = house.Take(Furniture.Hosted);
        await using var stream = await meeting.Guest.Listen();
        var ticket = await Transfer(meeting, there, stream, new { conference_alias = there });
        Assert.Equal("Invalid token", (await Try(house.Take(Furniture.Hosted), ticket)).Refused());
        Assert.Equal("Invalid token", (await Try(there, ticket[..^4] + "AAAA")).Refused());
        Assert.Equal("Invalid token", (await Try(meeting.Host.Alias, meeting.Guest.Token!)).Refused());
    }

    [Fact]
    public async Task A_role_there_needs_the_PIN_that_anybody_would_need()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        var there = house.Take(Furniture.Hosted);
        Assert.Equal("Invalid PIN", (await meeting.Host.Post(meeting.Guest, "transfer", new { conference_alias = there, role = "host" })).Refused());
        Assert.Equal("Invalid PIN", (await meeting.Host.Post(meeting.Guest, "transfer", new { conference_alias = there, role = "host", pin = "1" })).Refused());
    }

    [Fact]
    public async Task Who_was_moved_to_a_breakout_follows_and_stays_the_same_participant()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        var (room, ticket) = await Move(meeting);
        var followed = await Visitor.Follow(house.Http, meeting.Host.Alias, ticket);
        Assert.Equal(meeting.Guest.Id, followed.Id);
        Assert.Equal([meeting.Guest.Id], Ids((await meeting.Host.Get($"breakouts/{room}/participants")).Accepted(), except: meeting.Host.Id));
    }

    [Fact]
    public async Task Who_was_moved_and_then_thrown_out_does_not_come_back_by_the_move_s_ticket()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        var (_, ticket) = await Move(meeting);
        (await meeting.Host.Post(meeting.Guest, "disconnect")).Accepted();
        Assert.Equal("Invalid token", (await Try(meeting.Host.Alias, ticket)).Refused());
    }

    [Fact]
    public async Task A_host_gets_a_seat_in_a_breakout_by_a_ticket_of_its_own()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted), withBreakout: true);
        var ticket = (await meeting.Host.Post($"breakouts/{meeting.Breakout}/request_guest_token")).Accepted().GetString()!;
        var seat = await Visitor.Follow(house.Http, meeting.Host.Alias, ticket);
        Assert.Equal("GUEST", seat.Welcome.GetProperty("role").GetString());
        Assert.Contains(seat.Id, Ids((await meeting.Host.Get($"breakouts/{meeting.Breakout}/participants")).Accepted()));
        await seat.Post("release_token");
        Assert.Equal("Invalid token", (await Try(meeting.Host.Alias, ticket)).Refused());
    }

    private static async Task<string> Transfer(Meeting meeting, string there, EventReader stream, object body)
    {
        (await meeting.Host.Post(meeting.Guest, "transfer", body)).Accepted();
        var refer = await stream.Until("refer");
        Assert.Equal(there, refer.GetProperty("alias").GetString());
        return refer.GetProperty("token").GetString()!;
    }

    private static async Task<(string? Room, string Ticket)> Move(Meeting meeting)
    {
        await using var stream = await meeting.Guest.Listen();
        await stream.Until("participant_sync_end");
        var people = new { main = new[] { meeting.Guest.Id } };
        var room = (await meeting.Host.Post("breakouts", new { name = "Side", participants = people })).Accepted().GetProperty("breakout_uuid").GetString();
        return (room, (await stream.Until("refer")).GetProperty("token").GetString()!);
    }

    private Task<Answer> Try(string alias, string ticket) => Visitor.Knock(house.Http, alias, new { display_name = "Again", token = ticket });

    private static IEnumerable<string?> Ids(JsonElement roster, string? except = null) =>
        roster.EnumerateArray().Select(person => person.GetProperty("uuid").GetString()).Where(id => id != except);
}
