using System.Text.Json;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>What a stream says from its greeting to its end.</summary>
[Collection(nameof(A_running_server))]
public sealed class An_event_stream(A_running_server house)
{
    [Fact]
    public async Task Greets_with_the_roster_between_brackets_and_then_the_status()
    {
        var somebody = await house.Join(house.Take(Furniture.Open), "Sam");
        var me = (await somebody.Get("participants")).Accepted()[0].GetRawText();
        await using var stream = await somebody.Listen();
        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType?.ToString());
        await stream.Through("conference_update");
        Assert.StartsWith(
            $"event: participant_sync_begin\ndata: null\n\nevent: participant_create\ndata: {me}\n\nevent: participant_sync_end\ndata: null\n\nevent: conference_update\ndata: {{",
            stream.Raw,
            StringComparison.Ordinal);
        Assert.DoesNotContain("id:", Lines(stream));
    }

    [Fact]
    public async Task Tells_everybody_of_who_comes_changes_and_goes()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        await using var stream = await meeting.Guest.Listen();
        await stream.Until("conference_update");
        var late = await house.Host(meeting.Host.Alias, "Lara");
        await stream.Until("participant_create", p => p.GetProperty("uuid").GetString() == late.Id);
        await late.Post(late, "buzz");
        await stream.Until("participant_update", p => p.GetProperty("uuid").GetString() == late.Id && p.GetProperty("buzz_time").GetDouble() > 0);
        await late.Post("release_token");
        await stream.Until("participant_delete", p => p.GetProperty("uuid").GetString() == late.Id);
    }

    [Fact]
    public async Task Says_nothing_of_where_people_come_from_to_guests()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        await using var stream = await meeting.Guest.Listen();
        foreach (var said in (await stream.Through("participant_sync_end")).Where(said => said.Name == "participant_create"))
        {
            foreach (var secret in new[] { "uri", "vendor", "protocol" })
                Assert.Equal("", said.Payload.TryGetProperty(secret, out var value) ? value.GetString() : "");
        }
    }

    [Fact]
    public async Task Shows_who_waits_nobody_but_itself_and_no_chat()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        await using var stream = await meeting.Waiting.Listen();
        var greeting = await stream.Through("conference_update");
        Assert.Equal(meeting.Waiting.Id, Assert.Single(greeting, said => said.Name == "participant_create").Payload.GetProperty("uuid").GetString());
        (await meeting.Host.Say("not for you")).Accepted();
        (await meeting.Host.Post("set_message_text", new { text = "for everybody" })).Accepted();
        Assert.DoesNotContain(await stream.Through("conference_update"), said => said.Name == "message_received");
    }

    [Fact]
    public async Task Hides_guests_from_guests_when_the_room_says_so()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        await using var stream = await meeting.Guest.Listen();
        await stream.Until("conference_update");
        (await meeting.Host.Post("set_guests_can_see_guests", new { setting = "never" })).Accepted();
        await stream.Until("participant_sync_begin");
        var seen = Ids(await stream.Through("participant_sync_end"));
        Assert.DoesNotContain(meeting.Other.Id, seen);
        Assert.Contains(meeting.Guest.Id, seen);
    }

    [Fact]
    public async Task Brings_a_message_to_everybody_but_who_sent_it()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        await using var own = await meeting.Guest.Listen();
        await using var others = await meeting.Other.Listen();
        await own.Until("conference_update");
        (await meeting.Guest.Say("mine")).Accepted();
        (await meeting.Host.Say("yours")).Accepted();
        var heard = await others.Until("message_received");
        Assert.Equal(("mine", "Gus", meeting.Guest.Id, false), Message(heard));
        Assert.Equal("yours", (await own.Until("message_received")).GetProperty("payload").GetString());
    }

    [Fact]
    public async Task Brings_a_direct_message_to_one_alone()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        await using var addressed = await meeting.Guest.Listen();
        await using var others = await meeting.Other.Listen();
        (await meeting.Host.Post(meeting.Guest, "message", new { type = "text/plain", payload = "psst" })).Accepted();
        (await meeting.Host.Say("aloud")).Accepted();
        Assert.Equal(("psst", "Hanna", meeting.Host.Id, true), Message(await addressed.Until("message_received")));
        Assert.Equal("aloud", (await others.Until("message_received")).GetProperty("payload").GetString());
    }

    [Fact]
    public async Task Survives_a_refresh_of_its_token()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        await using var stream = await meeting.Guest.Listen();
        await stream.Until("conference_update");
        await meeting.Guest.Refresh();
        await meeting.Guest.Refresh();
        (await meeting.Host.Say("still there?")).Accepted();
        await stream.Until("message_received");
    }

    [Fact]
    public async Task Says_why_when_its_owner_is_thrown_out_and_ends()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        await using var stream = await meeting.Guest.Listen();
        (await meeting.Host.Post(meeting.Guest, "disconnect")).Accepted();
        Assert.Equal("Disconnected by another participant", (await stream.Until("disconnect")).GetProperty("reason").GetString());
        Assert.Empty(await stream.Rest());
    }

    [Fact]
    public async Task Says_why_when_the_meeting_is_ended_for_all()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        await using var inside = await meeting.Guest.Listen();
        await using var outside = await meeting.Waiting.Listen();
        (await meeting.Host.Post("disconnect")).Accepted();
        Assert.Equal("Conference terminated by another participant", (await inside.Until("disconnect")).GetProperty("reason").GetString());
        Assert.Equal("Conference terminated by another participant", (await outside.Until("disconnect")).GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ends_without_a_word_when_its_owner_leaves(bool byReleasing)
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        await using var stream = await meeting.Guest.Listen();
        await stream.Until("conference_update");
        (byReleasing ? await meeting.Guest.Post("release_token") : await meeting.Guest.Post(meeting.Guest, "disconnect")).Accepted();
        Assert.DoesNotContain(await stream.Rest(), said => said.Name is "disconnect");
    }

    [Fact]
    public async Task Opens_with_the_token_in_the_header_too()
    {
        var somebody = await house.Join(house.Take(Furniture.Open), "Sam");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Visitor.Root}/{somebody.Alias}/events");
        request.Headers.Add("token", somebody.Token);
        using var answer = await house.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task Opens_for_nobody_without_a_living_token()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        Assert.Equal("Invalid token", (await meeting.Released.Get("events")).Refused());
        Assert.Equal("Invalid token", (await meeting.Guest.With(null).Get("events?token=garbage")).Refused());
    }

    private static string[] Lines(EventReader stream) => [.. stream.Raw.Split('\n').Select(line => line.Split(' ')[0])];

    private static IEnumerable<string?> Ids(IEnumerable<StreamEvent> roster) =>
        roster.Where(said => said.Name == "participant_create").Select(said => said.Payload.GetProperty("uuid").GetString());

    private static (string?, string?, string?, bool) Message(JsonElement message) => (
        message.GetProperty("payload").GetString(),
        message.GetProperty("origin").GetString(),
        message.GetProperty("uuid").GetString(),
        message.GetProperty("direct").GetBoolean());
}
