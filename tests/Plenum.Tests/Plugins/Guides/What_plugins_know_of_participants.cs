using Plenum.Tests.Browsers;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>The properties of a participant, each changed by somebody and seen by a plugin.</summary>
[Collection(nameof(GuidesCollection))]
public sealed class What_plugins_know_of_participants(Hanna_and_Gus two) : With_the_guides_plugins(two), IClassFixture<Hanna_and_Gus>
{
    private const string Documented =
        "uuid,name,role,uri,startTime,protocol,isExternal,presenting,muted,canControl,canDisconnect,canTransfer,canMute,serviceType,"
        + "callType,spotlight,isStreaming,vad,stageIndex,rxPresentation,feccSupported,buzzTime,isVideoMuted";

    [Sentence("v22-146 connect-146")]
    public async Task A_participant_has_the_documented_properties_and_no_others() =>
        Assert.Equal(Documented.Split(',').Order(), (await Read<string>(Hanna, "Object.keys(guide.people[0]).join()")).Split(',').Order());

    [Sentence("v22-147 connect-147")]
    public async Task Uuid_is_who_a_command_is_about()
    {
        var vera = await Vera();
        await IsSeen(Hanna, "Vera", $"one.uuid === '{vera.Id}'");
    }

    [Sentence("v22-148 connect-148")]
    public async Task Name_is_what_somebody_called_themselves()
    {
        await Vera(name: "Dr. Vera von Ähm");
        await IsSeen(Gus, "Dr. Vera von Ähm", "true");
    }

    [Sentence("v22-149 connect-149")]
    public async Task Role_changes_with_what_somebody_may_do()
    {
        var (host, otto) = (await Vera(), await Vera("none", "Otto"));
        await IsSeen(Gus, "Otto", "one.role === 'guest'");
        await host.Post(otto, "role", new { role = "chair" });
        await IsSeen(Gus, "Otto", "one.role === 'chair'");
    }

    [Sentence("v22-150 connect-150")]
    public Task A_host_has_the_role_chair() => IsSeen(Gus, "Hanna", "one.role === 'chair'");

    [Sentence("v22-151 connect-151")]
    public Task A_guest_has_the_role_guest() => IsSeen(Hanna, "Gus", "one.role === 'guest'");

    [Sentence("v22-152 connect-152")]
    public async Task Uri_is_where_somebody_was_called()
    {
        var leg = await Calls("demo:uri");
        await IsSeen(Hanna, "demo:uri (simulated)", "one.uri === 'demo:uri'");
        await HangsUp(leg);
    }

    [Sentence("v22-153 connect-153")]
    public async Task StartTime_is_when_somebody_joined()
    {
        var before = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 2;
        await Vera(name: "Newcomer");
        await IsSeen(Gus, "Newcomer", $"one.startTime >= {before} && one.startTime <= {before + 30}");
    }

    [Sentence("v22-154 connect-154")]
    public async Task Protocol_is_the_one_somebody_was_called_by()
    {
        foreach (var protocol in (string[])["sip", "h323", "mssip", "rtmp"])
        {
            var leg = await Calls($"demo:{protocol}", protocol);
            await IsSeen(Hanna, $"demo:{protocol} (simulated)", $"one.protocol === '{protocol}'");
            await HangsUp(leg);
        }
    }

    [Sentence("v22-155 connect-155")]
    public async Task Protocol_is_api_for_whoever_uses_the_app()
    {
        await IsSeen(Hanna, "Gus", "one.protocol === 'api'");
        await IsSeen(Hanna, "Hanna", "one.protocol === 'api'");
    }

    [Sentence("v22-156 connect-156")]
    public Task IsExternal_is_false_for_those_who_are_at_home_here() => Holds(Hanna, "guide.people.every(one => one.isExternal === false)");

    [Sentence("v22-157 connect-157")]
    public async Task Presenting_follows_the_floor()
    {
        var vera = await Vera();
        await vera.Post(vera, "take_floor");
        await IsSeen(Gus, "Vera", "one.presenting === true");
        await vera.Post(vera, "release_floor");
        await IsSeen(Gus, "Vera", "one.presenting === false");
    }

    [Sentence("v22-158 connect-158")]
    public async Task Muted_follows_the_muting_by_a_host()
    {
        await Hanna.Does("Mute", "Gus");
        await IsSeen(Gus, "Gus", "one.muted === true");
        await Hanna.Does("Unmute", "Gus");
        await IsSeen(Gus, "Gus", "one.muted === false");
    }

    [Sentence("v22-159 connect-159")]
    public async Task CanControl_is_true_for_hosts_of_a_meeting_room_alone()
    {
        await IsSeen(Gus, "Hanna", "one.canControl === true");
        await IsSeen(Gus, "Gus", "one.canControl === false");
    }

    [Sentence("v22-160 connect-160")]
    public async Task CanDisconnect_is_true_of_somebody_whom_a_host_then_disconnects()
    {
        var (host, otto) = (await Vera(), await Vera("none", "Passer-by"));
        await IsSeen(Gus, "Passer-by", "one.canDisconnect === true");
        (await host.Post(otto, "disconnect")).Accepted();
    }

    [Sentence("v22-161 connect-161")]
    public async Task CanTransfer_is_true_of_people_and_false_of_those_who_were_called()
    {
        await IsSeen(Hanna, "Gus", "one.canTransfer === true");
        var leg = await Calls("demo:stays");
        await IsSeen(Hanna, "demo:stays (simulated)", "one.canTransfer === false");
        await HangsUp(leg);
    }

    [Sentence("v22-162 connect-162")]
    public async Task CanMute_is_true_of_somebody_whom_a_host_then_mutes()
    {
        var (host, otto) = (await Vera(), await Vera("none", "Talker"));
        await IsSeen(Gus, "Talker", "one.canMute === true");
        await host.Post(otto, "mute");
        await IsSeen(Gus, "Talker", "one.muted === true");
    }

    [Sentence("v22-163 connect-163")]
    public async Task ServiceType_changes_with_where_somebody_is()
    {
        var vera = await Vera();
        var leg = Calls("demo:rings");
        await IsSeen(Hanna, "demo:rings (simulated)", "one.serviceType === 'connecting'");
        await IsSeen(Hanna, "demo:rings (simulated)", "one.serviceType === 'conference'");
        await HangsUp(await leg);
        await IsSeen(Hanna, "Vera", "one.serviceType === 'conference'");
    }

    [Sentence("v22-164 connect-164")]
    public async Task ServiceType_is_connecting_until_the_call_is_answered()
    {
        var leg = Calls("demo:slow");
        await IsSeen(Hanna, "demo:slow (simulated)", "one.serviceType === 'connecting'");
        await HangsUp(await leg);
    }

    [Sentence("v22-165 connect-165")]
    public async Task ServiceType_is_waiting_room_before_a_locked_conference()
    {
        var vera = await Vera();
        await vera.Post("lock");
        var late = await Vera("none", "Latecomer");
        await IsSeen(Hanna, "Latecomer", "one.serviceType === 'waiting_room'");
        await vera.Post(late, "disconnect");
        await vera.Post("unlock");
        await Holds(Hanna, "guide.conference.locked === false");
    }

    [Sentence("v22-167 connect-167")]
    public Task ServiceType_is_conference_in_a_meeting_room() => IsSeen(Hanna, "Gus", "one.serviceType === 'conference'");

    [Sentence("v22-168 connect-168")]
    public Task ServiceType_is_lecture_in_an_auditorium() => InAMeetingOfKind("auditorium", "lecture");

    [Sentence("v22-170 connect-170")]
    public Task ServiceType_is_test_call_in_a_test_call() => InAMeetingOfKind("testCall", "test_call");

    [Sentence("v22-171 connect-171")]
    public async Task CallType_is_api_without_media_and_video_with()
    {
        await IsSeen(Hanna, "Gus", "one.callType === 'api'");
        var leg = await Calls("demo:seen");
        await IsSeen(Hanna, "demo:seen (simulated)", "one.callType === 'video'");
        await HangsUp(leg);
    }

    [Sentence("v22-172 connect-172")]
    public async Task Spotlight_is_since_when_somebody_is_in_it()
    {
        var vera = await Vera();
        await IsSeen(Gus, "Vera", "one.spotlight === 0");
        await vera.Post(vera, "spotlighton");
        await IsSeen(Gus, "Vera", "Math.abs(one.spotlight - Date.now() / 1000) < 60");
    }

    [Sentence("v22-173 connect-173")]
    public async Task IsStreaming_tells_streams_from_people()
    {
        await IsSeen(Hanna, "Gus", "one.isStreaming === false");
        var leg = await Calls("demo:stream", "rtmp", streaming: true);
        await IsSeen(Hanna, "demo:stream (simulated)", "one.isStreaming === true");
        await HangsUp(leg);
    }

    [Sentence("v22-174 connect-174")]
    public async Task Vad_is_100_while_somebody_speaks_and_0_when_they_stop()
    {
        var vera = await Vera();
        await IsSeen(Gus, "Vera", "one.vad === 0");
        await Speaks(vera, 100);
        await IsSeen(Gus, "Vera", "one.vad === 100");
        await Speaks(vera, 0);
        await IsSeen(Gus, "Vera", "one.vad === 0");
    }

    [Sentence("v22-175 connect-175")]
    public async Task StageIndex_is_0_for_who_spoke_last_and_1_for_who_spoke_before()
    {
        var (first, last) = (await Vera(name: "First"), await Vera(name: "Last"));
        await IsSeen(Gus, "First", "true");
        await IsSeen(Gus, "Last", "true");
        await Speaks(first, 90);
        await IsSeen(Gus, "First", "one.stageIndex === 0");
        await Speaks(last, 90);
        await IsSeen(Gus, "Last", "one.stageIndex === 0");
        await IsSeen(Gus, "First", "one.stageIndex === 1");
    }

    [Sentence("v22-176 connect-176")]
    public async Task RxPresentation_follows_what_a_host_allows()
    {
        var vera = await Vera();
        await IsSeen(Gus, "Vera", "one.rxPresentation === true");
        await vera.Post(vera, "denyrxpresentation");
        await IsSeen(Gus, "Vera", "one.rxPresentation === false");
    }

    [Sentence("v22-177 connect-177")]
    public Task FeccSupported_is_false_where_no_camera_can_be_moved() => Holds(Hanna, "guide.people.every(one => one.feccSupported === false)");

    [Sentence("v22-178 connect-178")]
    public async Task BuzzTime_is_since_when_the_hand_is_up_and_else_zero()
    {
        await IsSeen(Hanna, "Gus", "one.buzzTime === 0");
        await Gus.Tool("Raise hand").ClickAsync();
        await IsSeen(Hanna, "Gus", "Math.abs(one.buzzTime - Date.now() / 1000) < 60");
        await Gus.Tool("Lower hand").ClickAsync();
        await IsSeen(Hanna, "Gus", "one.buzzTime === 0");
    }

    private static Task<Answer> Speaks(Visitor who, int loud) =>
        who.Post("plenum/speech", new { speaking = new Dictionary<string, int> { [who.Id] = loud } });

    private async Task<(Visitor By, string Leg)> Calls(string destination, string protocol = "sip", bool streaming = false)
    {
        var by = await Vera(name: "Caller");
        var called = (await by.Post("dial", new { destination, protocol, role = "GUEST", streaming })).Accepted();
        return (by, called[0].GetString()!);
    }

    private static Task<Answer> HangsUp((Visitor By, string Leg) call) => call.By.Post($"participants/{call.Leg}/disconnect");

    private async Task InAMeetingOfKind(string kind, string serviceType)
    {
        using var admin = Administration.Of(Two.Server);
        var alias = (await admin.Conference(new { kind })).Alias;
        var petra = await (await Two.Somebody()).Enters(alias, "Petra");
        await Visitor.Join(Two.Http, alias, "Paul");
        await IsSeen(petra, "Paul", $"one.serviceType === '{serviceType}'");
        await petra.Leave();
    }
}
