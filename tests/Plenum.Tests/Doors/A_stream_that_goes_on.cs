using System.Net;
using Plenum.Tests.Running;

namespace Plenum.Tests.Doors;

/// <summary>Resuming after a cut, and several streams of one participant (bad inputs 73 and 75).</summary>
[Collection(nameof(A_running_server))]
public sealed class A_stream_that_goes_on(A_running_server house)
{
    [Fact]
    public async Task Tells_exactly_what_was_missed()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        (await meeting.Host.Say("heard before the cut")).Accepted();
        var bookmark = await Bookmark(meeting.Guest);
        (await meeting.Host.Post(meeting.Other, "mute")).Accepted();
        (await meeting.Host.Say("missed")).Accepted();
        (await meeting.Host.Post(meeting.Other, "spotlighton")).Accepted();

        await using var resumed = await meeting.Guest.Listen(bookmark);
        foreach (var missed in new[] { "participant_update", "message_received", "participant_update" }) Assert.Equal(missed, await Next(resumed));
        (await meeting.Host.Say("now")).Accepted();
        Assert.Equal("now", (await resumed.Until("message_received")).GetProperty("payload").GetString());
        Assert.DoesNotContain("participant_sync_begin", resumed.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_nothing_again_where_nothing_was_missed()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        var bookmark = await Bookmark(meeting.Guest);
        await using var resumed = await meeting.Guest.Listen(bookmark);
        await resumed.UntilRaw($"id: {bookmark}\n\n");
        Assert.Equal($"id: {bookmark}\n\n", resumed.Raw);
    }

    [Fact]
    public async Task Bookmarks_only_for_those_who_resume()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        await using var stream = await meeting.Guest.Listen(lastEventId: "7");
        await stream.Until("conference_update");
        (await meeting.Host.Say("hello")).Accepted();
        await stream.Until("message_received");
        Assert.Null(stream.Bookmark);
        Assert.StartsWith("event: participant_sync_begin\n", stream.Raw, StringComparison.Ordinal);
    }

    /// <summary>Bad input 75.</summary>
    [Theory]
    [InlineData("x")]
    [InlineData(":")]
    [InlineData("{id}:")]
    [InlineData("{id}:0")]
    [InlineData("{id}:-1")]
    [InlineData("{id}:999999999999")]
    [InlineData("{id}:99999999999999999999999999")]
    [InlineData("{id}:1e3")]
    [InlineData("00000000-0000-4000-8000-000000000000:3")]
    public async Task Begins_anew_where_it_is_doubtful_what_was_missed(string since)
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        var id = (await Bookmark(meeting.Guest)).Split(':')[0];
        await using var stream = await meeting.Guest.Listen(since.Replace("{id}", id, StringComparison.Ordinal), lastEventId: since);
        Assert.Equal("participant_sync_begin", await Next(stream));
        await stream.Until("participant_sync_end");
    }

    [Fact]
    public async Task Begins_anew_when_the_role_has_changed()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        var bookmark = await Bookmark(meeting.Guest);
        (await meeting.Host.Post(meeting.Guest, "role", new { role = "chair" })).Accepted();
        await using var stream = await meeting.Guest.Listen(bookmark);
        Assert.Equal("participant_sync_begin", await Next(stream));
    }

    [Fact]
    public async Task Gives_way_to_a_newer_one_of_the_same_participant()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        await using var older = await meeting.Guest.Listen();
        await older.Until("conference_update");
        await using var newer = await meeting.Guest.Listen();
        var last = await older.Rest();
        Assert.Equal("superseded", last[^1].Name);
        Assert.DoesNotContain(last, said => said.Name == "disconnect");
        (await meeting.Host.Say("hello")).Accepted();
        await newer.Until("message_received");
    }

    [Fact]
    public async Task Keeps_its_place_when_two_readers_chase_each_other()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted));
        await using var first = await meeting.Guest.Listen();
        await using var second = await meeting.Guest.Listen();
        await using var third = await meeting.Guest.Listen();
        Assert.Equal(HttpStatusCode.NoContent, third.Status);
        (await meeting.Host.Say("hello")).Accepted();
        await second.Until("message_received");
    }

    private static async Task<string> Bookmark(Visitor visitor)
    {
        await using var stream = await visitor.Listen("from-the-start");
        return await stream.UntilBookmark();
    }

    private static async Task<string?> Next(EventReader stream) => (await stream.Next())?.Name;
}
