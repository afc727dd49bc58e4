using System.Net;
using System.Text.RegularExpressions;
using Plenum.Tests.Doors;
using Plenum.Tests.Running;

namespace Plenum.Tests.Calls;

[Collection(nameof(A_running_server))]
public sealed class Presenting_by_still_pictures(A_running_server house)
{
    private const string Jpeg = "presentation.jpeg";
    private readonly byte[] first = Pictures.OfBytes(1000);
    private readonly byte[] second = Pictures.OfBytes(200_000);

    [Fact]
    public async Task Everybody_inside_is_told_of_each_picture_and_fetches_it()
    {
        await using var meeting = await Begin();
        await using var stream = await meeting.Other.Listen();
        await stream.Until("conference_update");
        await meeting.Guest.Presents(first);
        Assert.Equal("null", (await stream.Until("presentation_frame")).GetRawText());
        var id = stream.Bookmark;
        Assert.Equal(first, await house.Http.Fetched(meeting.Other, Jpeg, id));
        Assert.Equal(first, await house.Http.Fetched(meeting.Host, "presentation_high.jpeg", id));

        (await meeting.Guest.Shows(second)).Accepted();
        await stream.Until("presentation_frame");
        Assert.NotEqual(id, stream.Bookmark);
        Assert.Equal(second, await house.Http.Fetched(meeting.Other, Jpeg, id));
    }

    [Fact]
    public async Task Who_comes_later_is_told_of_the_picture_that_is_shown()
    {
        await using var meeting = await Begin();
        await meeting.Guest.Presents(first);
        await using var stream = await meeting.Other.Listen();
        Assert.Contains(await stream.Through("presentation_frame"), told => told.Name == "presentation_start");
        Assert.NotNull(stream.Bookmark);
    }

    [Fact]
    public async Task Only_who_holds_the_floor_shows_something()
    {
        await using var meeting = await Begin();
        await meeting.Guest.Presents(first);
        Assert.Equal("Take the floor before presenting", (await meeting.Host.Shows(second)).Refused());
        Assert.Equal("Take the floor before presenting", (await meeting.Waiting.Shows(second)).Refused());
        Assert.Equal("Invalid token", (await meeting.Released.Shows(second)).Refused());
        Assert.Equal(first, await house.Http.Fetched(meeting.Other));

        (await meeting.Host.Post(meeting.Host, "take_floor")).Accepted();
        Assert.Equal("Take the floor before presenting", (await meeting.Guest.Shows(second)).Refused());
    }

    [Theory]
    [InlineData("release_floor")]
    [InlineData("disconnect")]
    public async Task The_picture_goes_with_the_floor(string verb)
    {
        await using var meeting = await Begin();
        await meeting.Guest.Presents(first);
        (await meeting.Host.Post(meeting.Guest, verb)).Accepted();
        Assert.Equal("No presentation image available", (await meeting.Other.Get(Jpeg)).Refused(HttpStatusCode.NotFound));
        (await meeting.Host.Post(meeting.Host, "take_floor")).Accepted();
        (await meeting.Other.Get(Jpeg)).Refused(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_may_not_receive_presentations_sees_none_until_it_may()
    {
        await using var meeting = await Begin();
        (await meeting.Host.Post(meeting.Other, "denyrxpresentation")).Accepted();
        await using var stream = await meeting.Other.Listen();
        await meeting.Guest.Presents(first);
        (await meeting.Host.Say("now")).Accepted();
        Assert.DoesNotContain(await stream.Through("message_received"), told => told.Name == "presentation_frame");
        Assert.Equal("You may not receive presentations", (await meeting.Other.Get(Jpeg)).Refused());
        Assert.Equal("You may not receive presentations", (await meeting.Other.Get("presentation.png")).Refused());

        (await meeting.Host.Post(meeting.Other, "allowrxpresentation")).Accepted();
        await stream.Until("presentation_frame");
        Assert.Equal(first, await house.Http.Fetched(meeting.Other));
    }

    [Fact]
    public async Task Nobody_outside_sees_it()
    {
        await using var meeting = await Begin();
        await using var outside = await meeting.Waiting.Listen();
        await meeting.Guest.Presents(first);
        var elsewhere = await house.Host(house.Take(Furniture.Hosted));
        (await meeting.Waiting.Get(Jpeg)).Refused();
        (await meeting.Released.Get(Jpeg)).Refused();
        (await meeting.Guest.With(elsewhere.Token).Get(Jpeg)).Refused();
        (await meeting.Guest.With(null).Get(Jpeg)).Refused();
        (await elsewhere.Get(Jpeg)).Refused(HttpStatusCode.NotFound);
        (await meeting.Host.Post(meeting.Waiting, "disconnect")).Accepted();
        Assert.DoesNotContain(await outside.Rest(), told => told.Name == "presentation_frame");
    }

    [Fact]
    public async Task A_breakout_keeps_its_picture_to_itself_and_to_the_hosts_who_oversee_it()
    {
        await using var meeting = await Meeting.Begin(house, house.Take(Furniture.Hosted), withBreakout: true);
        (await meeting.Host.Post("unlock")).Accepted();
        var inMain = await house.Guest(meeting.Host.Alias, "Mina");
        await using var stream = await meeting.Host.Listen();
        await meeting.Guest.Presents(first, $"breakouts/{meeting.Breakout}/");

        await stream.Until("breakout_event", told => told.GetProperty("event").GetString() == "presentation_frame");
        Assert.Equal(first, await house.Http.Fetched(meeting.Other));
        Assert.Equal(first, await house.Http.Fetched(meeting.Host, $"breakouts/{meeting.Breakout}/{Jpeg}"));
        (await meeting.Host.Get(Jpeg)).Refused(HttpStatusCode.NotFound);
        (await inMain.Get(Jpeg)).Refused(HttpStatusCode.NotFound);
        Assert.Equal("Invalid role", (await inMain.Get($"breakouts/{meeting.Breakout}/{Jpeg}")).Refused());
        (await meeting.Guest.Shows(second, $"breakouts/{Guid.NewGuid()}/")).Refused();
    }

    [Fact]
    public async Task A_client_that_resumes_keeps_its_place_in_the_log()
    {
        await using var meeting = await Begin();
        await meeting.Guest.Presents(first);
        await using var stream = await meeting.Other.Listen(since: "from-the-start");
        await stream.Until("presentation_frame");
        (await meeting.Guest.Shows(second)).Accepted();
        await stream.Until("presentation_frame");
        (await meeting.Host.Say("one")).Accepted();
        await stream.Until("message_received");
        var conference = meeting.Other.Welcome.GetProperty("plenum").GetProperty("conference_id").GetString();
        var frame = new Regex($"id: [0-9a-f]{{32}}\nevent: presentation_frame\ndata: null\n\nid: {conference}:[0-9]+\n");
        Assert.Equal(2, frame.Count(stream.Raw));

        await using var resumed = await meeting.Other.Listen(since: stream.Bookmark);
        (await meeting.Host.Say("two")).Accepted();
        var told = await resumed.Through("message_received");
        Assert.Equal(["presentation_frame", "message_received"], told.Select(one => one.Name));
        Assert.Equal("two", told[^1].Payload.GetProperty("payload").GetString());
    }

    [Fact]
    public async Task There_is_no_PNG_of_what_came_as_JPEG()
    {
        await using var meeting = await Begin();
        await meeting.Guest.Presents(first);
        Assert.Equal("No PNG image available: ask for presentation.jpeg", (await meeting.Other.Get("presentation.png")).Refused(HttpStatusCode.NotFound));
    }

    private Task<Meeting> Begin() => Meeting.Begin(house, house.Take(Furniture.Hosted));
}
