using Microsoft.Playwright;
using Plenum.Tests.Browsers;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>Actions, state, and the query of the address.</summary>
[Collection(nameof(GuidesCollection))]
public sealed class What_plugins_hear(Hanna_and_Gus two) : With_the_guides_plugins(two), IClassFixture<Hanna_and_Gus>
{
    [Sentence("v22-224 connect-223")]
    public async Task Actions_are_an_observable_that_is_subscribed_to_and_let_go()
    {
        var vera = await Vera();
        await vera.Say("before");
        await Hears("RECEIVE_CHAT_MESSAGE", "one.payload.payload === 'before'");
        await Uses(Hanna, "listener", false);
        await vera.Say("meanwhile");
        await Hanna.TurnsTo("Chat");
        await Hanna.Reads("meanwhile");
        await Uses(Hanna, "listener", true);
        await vera.Say("after");
        await Hears("RECEIVE_CHAT_MESSAGE", "one.payload.payload === 'after'");
        Assert.False(await Read<bool>(Hanna, "guide.heard.some(one => one.payload && one.payload.payload === 'meanwhile')"));
    }

    [Sentence("v22-228 connect-226")]
    public async Task OfType_lets_one_kind_of_action_through()
    {
        await (await Vera()).Say("of one kind");
        await Hears("RECEIVE_CHAT_MESSAGE", "one.payload.payload === 'of one kind'");
        Assert.Equal("RECEIVE_CHAT_MESSAGE", await Read<string>(Hanna, "guide.heard.filter(one => one.payload && one.payload.payload === 'of one kind').map(one => one.name).join()"));
    }

    [Sentence("v22-229 connect-227")]
    public async Task A_plugin_acts_on_what_it_heard()
    {
        await Gus.TurnsTo("Chat");
        var before = await Found().CountAsync();
        await Gus.Says("The thing I am looking for");
        await Assertions.Expect(Found()).ToHaveCountAsync(before + 1);
    }

    [Sentence("v22-230 connect-228")]
    public async Task The_example_tells_what_it_looks_for_from_other_messages()
    {
        await Gus.TurnsTo("Chat");
        var before = await Found().CountAsync();
        await Gus.Says("a normal message");
        await Holds(Hanna, "guide.ignored === 'a normal message'");
        await Gus.Says("The thing I am looking for is here");
        await Assertions.Expect(Found()).ToHaveCountAsync(before + 1);
        await Holds(Hanna, "guide.ignored === 'a normal message'");
    }

    [Sentence("v22-231 connect-229")]
    public async Task The_names_of_the_actions_are_in_PEX() => Assert.Equal("", await Read<string>(Hanna, """
        ['SEND_CHAT_MESSAGE', 'RECEIVE_CHAT_MESSAGE', 'SELECT_EVENT', 'PARTICIPANT_CONNECT_SUCCESS', 'PARTICIPANT_DISCONNECT_SUCCESS']
          .filter((name, index, all) => typeof PEX.actions[name] !== 'string' || all.some(other => other !== name && PEX.actions[other] === PEX.actions[name])).join()
        """));

    [Sentence("v22-232 connect-230")]
    public async Task Ones_own_message_is_told_as_sent()
    {
        await Hanna.TurnsTo("Chat");
        await Hanna.Says("good morning");
        await Hears("SEND_CHAT_MESSAGE", "one.payload === 'good morning'");
        Assert.False(await Read<bool>(Hanna, "guide.heard.some(one => one.name === 'RECEIVE_CHAT_MESSAGE' && one.payload.payload === 'good morning')"));
    }

    [Sentence("v22-233 connect-231")]
    public async Task Somebody_elses_message_is_told_as_received()
    {
        await Gus.TurnsTo("Chat");
        await Gus.Says("good evening");
        await Hears("RECEIVE_CHAT_MESSAGE", "one.payload.payload === 'good evening' && one.payload.origin === 'Gus'");
        Assert.False(await Read<bool>(Hanna, "guide.heard.some(one => one.name === 'SEND_CHAT_MESSAGE' && one.payload === 'good evening')"));
    }

    [Sentence("v22-234 connect-232")]
    public async Task An_event_that_is_selected_in_the_timeline_is_told()
    {
        var vera = await Vera(name: "Somebody of the timeline");
        await Hanna.TurnsTo("Events");
        await Hanna.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Somebody of the timeline") }).First.ClickAsync();
        await Hears("SELECT_EVENT", $"one.payload.action.type === PEX.actions.PARTICIPANT_CONNECT_SUCCESS && one.payload.action.payload.uuid === '{vera.Id}'");
    }

    [Sentence("v22-235 connect-233")]
    public async Task Somebody_who_comes_is_told_and_oneself_is_not()
    {
        var vera = await Vera(name: "Comer");
        await Hears("PARTICIPANT_CONNECT_SUCCESS", $"one.payload.uuid === '{vera.Id}' && one.payload.name === 'Comer'");
        Assert.False(await Read<bool>(Hanna, "guide.heard.some(one => one.name === 'PARTICIPANT_CONNECT_SUCCESS' && one.payload.uuid === PEX.selfUUID)"));
    }

    [Sentence("v22-236 connect-234")]
    public async Task Somebody_who_goes_is_told()
    {
        var vera = await Vera(name: "Goer");
        await Hears("PARTICIPANT_CONNECT_SUCCESS", $"one.payload.uuid === '{vera.Id}'");
        Assert.False(await Read<bool>(Hanna, $"guide.heard.some(one => one.name === 'PARTICIPANT_DISCONNECT_SUCCESS' && one.payload === '{vera.Id}')"));
        await vera.Post("release_token");
        await Hears("PARTICIPANT_DISCONNECT_SUCCESS", $"one.payload === '{vera.Id}'");
    }

    [Sentence("connect-235")]
    public async Task What_stands_in_the_address_is_in_conferenceQueryParams()
    {
        Assert.Equal($"deep red {Two.Alias}", await Read<string>(Hanna, "PEX.conferenceQueryParams.colour + ' ' + PEX.conferenceQueryParams.friendOf"));
        Assert.False(await Read<bool>(Gus, "'colour' in PEX.conferenceQueryParams"));
    }

    [Sentence("v22-191 connect-191")]
    public Task CreateNewState_makes_a_state_that_begins_with_what_it_is_given_and_takes_more() =>
        Holds(Hanna, "(() => { const seen = []; const made = PEX.pluginAPI.createNewState({ label: 'a' }); made.subscribe(now => seen.push(now.label)); made.next({ label: 'b' }); return seen.join() === 'a,b'; })()");

    [Sentence("v22-237 connect-236")]
    public async Task State_follows_the_conference_and_the_participants()
    {
        var vera = await Vera();
        await vera.Post(vera, "mute");
        await Assertions.Expect(Gus.Tool("1 muted")).ToBeVisibleAsync();
        await vera.Post("lock");
        await Assertions.Expect(Gus.Tool("The door is shut")).ToBeVisibleAsync();
        await vera.Post("unlock");
        await Assertions.Expect(Gus.Tool("The door is open")).ToBeVisibleAsync();
    }

    [Sentence("v22-238 connect-237")]
    public async Task A_new_state_alters_text_and_icon_together()
    {
        var vera = await Vera();
        await vera.Post("lock");
        await Assertions.Expect(Gus.Tool("The door is shut").Locator("path")).ToHaveAttributeAsync("d", "M4 4h16v16z");
        await Assertions.Expect(Gus.Tool("The door is open")).ToHaveCountAsync(0);
        await vera.Post("unlock");
        await Assertions.Expect(Gus.Tool("The door is open").Locator("path")).ToHaveAttributeAsync("d", "M3 3h18v18z");
    }

    [Sentence("v22-239 connect-238")]
    public async Task A_state_that_was_not_registered_changes_nothing()
    {
        await Hanna.Tool("Of the package").ClickAsync();
        await Holds(Hanna, "guide.forgottenPressed");
        // A state that counts is seen to change meanwhile.
        var vera = await Vera();
        await vera.Post(vera, "mute");
        await Assertions.Expect(Hanna.Tool("1 muted")).ToBeVisibleAsync();
        await Assertions.Expect(Hanna.Tool("Of the package")).ToBeVisibleAsync();
        await Assertions.Expect(Hanna.Tool("Of a state that nobody knows")).ToHaveCountAsync(0);
    }

    private ILocator Found() => Gus.Messages().GetByText("found the thing I am looking for in the chat message", new() { Exact = true });

    private Task Hears(string action, string how) => Holds(Hanna, $"guide.heard.some(one => one.name === given && ({how}))", action);
}
