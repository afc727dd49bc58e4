using Microsoft.Playwright;
using Plenum.Tests.Browsers;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>Each function of <c>PEX.pluginAPI</c>: Hanna presses the plugin's item, and Gus or a visitor sees what it did.</summary>
[Collection(nameof(GuidesCollection))]
public sealed class Functions_of_the_plugin_API(Hanna_and_Gus two) : With_the_guides_plugins(two), IClassFixture<Hanna_and_Gus>
{
    private ILocator AboutForGus => Gus.Page.GetByRole(AriaRole.List, new() { Name = "About this meeting" });

    [Sentence("v22-007 connect-007 v22-186 connect-186")]
    public async Task A_function_asks_the_request_of_its_name()
    {
        var request = await Asks(Hanna, "/spotlighton", () => Hanna.Does("Light on", "Gus"));
        Assert.EndsWith($"/participants/{await Id("Gus")}/spotlighton", request.Url, StringComparison.Ordinal);
        Assert.Equal(200, (await request.ResponseAsync())!.Status);
        await Hanna.Does("Light off", "Gus");
        await Gus.SeesNoMark("Gus", "In the spotlight");
    }

    [Sentence("v22-185 connect-185")]
    public async Task The_functions_are_in_the_plugin_API_of_PEX() => Assert.Equal("", await Read<string>(Hanna, """
        ['registerPlugin', 'createNewState', 'sendRequest', 'openTemplateDialog', 'spotlightOnParticipant', 'spotlightOffParticipant', 'dialOut',
         'disconnectParticipant', 'changeConferenceLayout', 'transformConferenceLayout', 'sendChatMessage']
          .filter(name => typeof window.PEX.pluginAPI[name] !== 'function').join()
        """));

    [Sentence("v22-188 connect-188 v22-193 connect-193")]
    public async Task SendRequest_reaches_what_no_function_does()
    {
        await Hanna.Chooses("Announce");
        await Gus.Sees("Please sit down");
    }

    [Sentence("v22-192 connect-192")]
    public async Task SendRequest_commands_the_conference_and_participants()
    {
        var lockedBy = await Asks(Hanna, "/lock", () => Hanna.Chooses("Lock by plugin"));
        Assert.Equal(200, (await lockedBy.ResponseAsync())!.Status);
        var mutedBy = await Asks(Hanna, "/mute", () => Hanna.Does("Mute by plugin", "Gus"));
        Assert.Equal(200, (await mutedBy.ResponseAsync())!.Status);
        await Hanna.Chooses("Unlock by plugin");
        await UnmutesGus();
    }

    [Sentence("v22-194 connect-194")]
    public async Task A_command_to_the_conference_is_a_slash_and_its_name()
    {
        var request = await Asks(Hanna, "/unlock", () => Hanna.Chooses("Unlock by plugin"));
        Assert.EndsWith($"/conferences/{Two.Alias}/unlock", request.Url, StringComparison.Ordinal);
        Assert.Equal("POST", request.Method);
    }

    [Sentence("v22-195 connect-195")]
    public async Task Slash_lock_locks_the_conference()
    {
        await Hanna.Chooses("Lock by plugin");
        await Assertions.Expect(AboutForGus.GetByTitle("Locked")).ToBeVisibleAsync();
        await Hanna.Chooses("Unlock by plugin");
        await Assertions.Expect(AboutForGus.GetByTitle("Locked")).ToHaveCountAsync(0);
    }

    [Sentence("v22-196")]
    public Task Slash_muteguest_mutes_all_guests() => MutesGuests("Mute guests (v22)");

    [Sentence("connect-196")]
    public Task Slash_mutequest_as_the_Connect_guide_prints_it_mutes_all_guests() => MutesGuests("Mute guests (Connect)");

    [Sentence("v22-197 connect-197")]
    public async Task A_command_to_a_participant_holds_the_uuid_and_its_name()
    {
        var request = await Asks(Hanna, "/mute", () => Hanna.Does("Mute by plugin", "Gus"));
        Assert.EndsWith($"/conferences/{Two.Alias}/participants/{await Id("Gus")}/mute", request.Url, StringComparison.Ordinal);
        await UnmutesGus();
    }

    [Sentence("v22-198 connect-198")]
    public async Task The_example_mutes_one_participant()
    {
        await Hanna.Does("Mute by plugin", "Gus");
        await Gus.SeesMark("Gus", "Muted by a host");
        await Gus.SeesNoMark("Hanna", "Muted by a host");
        await UnmutesGus();
    }

    [Sentence("v22-199 connect-199")]
    public async Task What_is_given_second_is_the_payload()
    {
        var request = await Asks(Hanna, "/set_message_text", () => Hanna.Chooses("Announce"));
        Assert.Equal("""{"text":"Please sit down"}""", request.PostData);
    }

    [Sentence("v22-200 connect-200")]
    public async Task The_example_sends_tones_to_a_participant()
    {
        var request = await Asks(Hanna, "/dtmf", () => Hanna.Does("Send 1234", "Gus"));
        Assert.EndsWith($"/participants/{await Id("Gus")}/dtmf", request.Url, StringComparison.Ordinal);
        Assert.Equal("""{"digits":"1234"}""", request.PostData);
        Assert.Equal(200, (await request.ResponseAsync())!.Status);
    }

    [Sentence("v22-208 connect-207")]
    public async Task SpotlightOnParticipant_puts_somebody_into_the_spotlight()
    {
        await Hanna.Does("Light on", "Gus");
        await Gus.SeesMark("Gus", "In the spotlight");
        await Hanna.Does("Light off", "Gus");
    }

    [Sentence("v22-209 connect-208")]
    public async Task SpotlightOffParticipant_takes_somebody_out_of_the_spotlight()
    {
        var vera = await Vera();
        await vera.Post($"participants/{await Id("Gus")}/spotlighton");
        await Gus.SeesMark("Gus", "In the spotlight");
        await Hanna.Does("Light off", "Gus");
        await Gus.SeesNoMark("Gus", "In the spotlight");
    }

    [Sentence("v22-210 connect-209")]
    public async Task DialOut_calls_somebody_whom_the_others_then_see()
    {
        await Hanna.Chooses("Call Ada");
        await Gus.SeesInRoster("demo:ada (simulated)");
        await HangsUp("demo:ada (simulated)");
    }

    [Sentence("v22-211 connect-210")]
    public async Task DialOut_takes_alias_protocol_and_role()
    {
        await Hanna.Chooses("Call Bea as a host");
        await IsSeen(Hanna, "demo:bea (simulated)", "one.protocol === 'sip' && one.role === 'chair' && one.uri === 'demo:bea'");
        await HangsUp("demo:bea (simulated)");
        await Hanna.Chooses("Call Ada");
        await IsSeen(Hanna, "demo:ada (simulated)", "one.protocol === 'h323' && one.role === 'guest'");
        await HangsUp("demo:ada (simulated)");
    }

    [Sentence("v22-212 connect-211")]
    public async Task DialOut_gives_the_uuid_where_it_succeeds_and_nothing_where_it_fails()
    {
        await Hanna.Page.EvaluateAsync("() => { delete guide.called; }");
        await Hanna.Chooses("Call Ada");
        await Holds(Hanna, "guide.called && guide.people.some(one => one.uuid === guide.called[0] && one.uri === 'demo:ada')");
        await HangsUp("demo:ada (simulated)");
        await Hanna.Chooses("Call nobody");
        await Holds(Hanna, "guide.called.length === 0");
    }

    [Sentence("v22-214 connect-213")]
    public async Task DisconnectParticipant_disconnects_somebody()
    {
        await Vera("none", "Otto");
        await Gus.SeesInRoster("Otto");
        await Hanna.Does("Disconnect by plugin", "Otto");
        await Gus.MissesInRoster("Otto");
    }

    [Sentence("v22-222 connect-221")]
    public async Task SendChatMessage_says_something_to_everybody()
    {
        await Gus.TurnsTo("Chat");
        var before = await Gus.Messages().GetByText("Here is some chat", new() { Exact = true }).CountAsync();
        await Hanna.Chooses("Chat by plugin");
        await Assertions.Expect(Gus.Messages().GetByText("Here is some chat", new() { Exact = true })).ToHaveCountAsync(before + 1);
    }

    private async Task MutesGuests(string entry)
    {
        await Hanna.Chooses(entry);
        await Assertions.Expect(AboutForGus.GetByTitle("Guests muted")).ToBeVisibleAsync();
        await (await Vera()).Post("unmuteguests");
        await Assertions.Expect(AboutForGus.GetByTitle("Guests muted")).ToHaveCountAsync(0);
    }

    private async Task UnmutesGus()
    {
        await (await Vera()).Post($"participants/{await Id("Gus")}/unmute");
        await Gus.SeesNoMark("Gus", "Muted by a host");
    }

    private async Task HangsUp(string name)
    {
        await (await Vera()).Post($"participants/{await Id(name)}/disconnect");
        await Gus.MissesInRoster(name);
    }

    private Task<string> Id(string name) => Hanna.Page.EvaluateAsync<string>("name => guide.people.find(one => one.name === name).uuid", name);
}
