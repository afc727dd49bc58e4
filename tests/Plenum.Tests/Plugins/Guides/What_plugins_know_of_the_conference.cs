using Plenum.Tests.Browsers;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>What <c>load</c> is given, and the properties of a conference.</summary>
[Collection(nameof(GuidesCollection))]
public sealed class What_plugins_know_of_the_conference(Hanna_and_Gus two) : With_the_guides_plugins(two), IClassFixture<Hanna_and_Gus>
{
    [Sentence("v22-108 connect-108 v22-135 connect-135")]
    public Task Load_is_given_participants_and_conference_both_of_which_tell_at_once() =>
        Holds(Hanna, "guide.loadWasGiven >= 2 && guide.people.length > 0 && guide.conferences.length > 0");

    [Sentence("v22-136 connect-136")]
    public async Task Nothing_of_the_app_such_as_its_language_is_given()
    {
        await Holds(Hanna, "guide.people");
        Assert.Equal(2, await Read<int>(Hanna, "guide.loadWasGiven"));
        Assert.DoesNotContain("lang", await Read<string>(Hanna, "JSON.stringify([Object.keys(guide.conference), Object.keys(guide.people[0]), Object.keys(PEX)])"), StringComparison.OrdinalIgnoreCase);
    }

    [Sentence("v22-137 connect-137")]
    public async Task The_conference_has_its_five_properties_and_no_others() =>
        Assert.Equal("chatEnabled,guestsMuted,locked,mediaType,started", await Read<string>(Hanna, "Object.keys(guide.conference).sort().join()"));

    [Sentence("v22-138 connect-138")]
    public async Task Locked_follows_the_lock()
    {
        var vera = await Vera();
        await vera.Post("lock");
        await Holds(Gus, "guide.conference.locked === true");
        await vera.Post("unlock");
        await Holds(Gus, "guide.conference.locked === false");
    }

    [Sentence("v22-139 connect-139")]
    public async Task GuestsMuted_follows_the_muting_of_guests()
    {
        var vera = await Vera();
        await vera.Post("muteguests");
        await Holds(Gus, "guide.conference.guestsMuted === true");
        await vera.Post("unmuteguests");
        await Holds(Gus, "guide.conference.guestsMuted === false");
    }

    [Sentence("v22-140 connect-140")]
    public async Task ChatEnabled_follows_the_chat()
    {
        var vera = await Vera();
        await vera.Post("set_chat_enabled", new { setting = false });
        await Holds(Gus, "guide.conference.chatEnabled === false");
        await vera.Post("set_chat_enabled", new { setting = true });
        await Holds(Gus, "guide.conference.chatEnabled === true");
    }

    [Sentence("v22-141 connect-141 v22-142 connect-142")]
    public async Task MediaType_is_video_where_there_is_a_camera()
    {
        var ada = await (await Two.Somebody(media: true)).Enters(Two.Alias, "Ada", "&pin=none");
        await Holds(ada, "guide.conference && guide.conference.mediaType === 'video'");
        await ada.Leave();
    }

    [Sentence("v22-143 connect-143")]
    public async Task MediaType_is_audioonly_where_there_is_a_microphone_alone()
    {
        var ada = await Two.Somebody(media: true);
        await ada.Page.AddInitScriptAsync("""
            const { mediaDevices } = navigator;
            const [list, open] = [mediaDevices.enumerateDevices.bind(mediaDevices), mediaDevices.getUserMedia.bind(mediaDevices)];
            mediaDevices.enumerateDevices = () => list().then((all) => all.filter(({ kind }) => kind !== 'videoinput'));
            mediaDevices.getUserMedia = (wish) => wish.video ? Promise.reject(new DOMException('no camera', 'NotFoundError')) : open(wish);
            """);
        await ada.Enters(Two.Alias, "Ada", "&pin=none");
        await Holds(ada, "guide.conference && guide.conference.mediaType === 'audioonly'");
        await ada.Leave();
    }

    [Sentence("v22-144 connect-144")]
    public Task MediaType_is_none_without_devices() => Holds(Gus, "guide.conference.mediaType === 'none'");

    [Sentence("v22-145 connect-145")]
    public async Task Started_is_true_for_whoever_is_inside_as_the_server_says()
    {
        Assert.True((await (await Vera()).Get("conference_status")).Result.GetProperty("started").GetBoolean());
        await Holds(Hanna, "guide.conference.started === true");
        await Holds(Gus, "guide.conference.started === true");
    }
}
