using Microsoft.Playwright;
using Plenum.Tests.Browsers;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>The guides' first chapters: what a plugin can be, and what becomes of the meeting when one fails.</summary>
[Collection(nameof(GuidesCollection))]
public sealed class What_plugins_add(Hanna_and_Gus two) : With_the_guides_plugins(two), IClassFixture<Hanna_and_Gus>
{
    [Sentence("v22-001 connect-001 v22-003 connect-003 v22-054 connect-054")]
    public async Task A_script_written_in_JavaScript_answers_the_button_that_it_added()
    {
        await Hanna.Page.EvaluateAsync("() => { delete guide.toolbarWasGiven; }");
        await Hanna.Tool("A star").ClickAsync();
        await Holds(Hanna, "guide.toolbarWasGiven");
    }

    [Sentence("v22-004 connect-004")]
    public async Task A_plugin_adds_items_buttons_and_behaviour()
    {
        await Assertions.Expect(Hanna.Tool("A star")).ToBeVisibleAsync();
        await OpensMore(Hanna);
        await Assertions.Expect(Hanna.Entry("Chat by plugin")).ToBeVisibleAsync();
        await Hanna.PutsMenusAway();
        // The behaviour: Hanna's plugin answers by itself.
        await Gus.TurnsTo("Chat");
        await (await Vera()).Say("The thing I am looking for, and more");
        await Gus.Reads("found the thing I am looking for in the chat message");
        await Gus.TurnsTo("People");
    }

    [Sentence("v22-005 connect-005")]
    public async Task A_plugin_is_told_of_the_meeting_and_of_whom_was_chosen()
    {
        await Holds(Hanna, "guide.conference.locked === false && ['Hanna', 'Gus'].every(name => guide.people.some(one => one.name === name))");
        await Hanna.Does("Note who it is", "Gus");
        await Holds(Hanna, "guide.participantWasGiven[0].name === 'Gus'");
    }

    [Sentence("v22-006 connect-006 v22-083 connect-083")]
    public async Task Buttons_come_into_the_toolbar_the_control_menu_and_the_menus_of_participants()
    {
        await Assertions.Expect(Hanna.Tool("A star")).ToBeVisibleAsync();
        await OpensMore(Hanna);
        await Assertions.Expect(Hanna.Entry("Note the conference")).ToBeVisibleAsync();
        await Hanna.PutsMenusAway();
        await Hanna.OpensMenuOf("Gus");
        await Assertions.Expect(Hanna.Entry("Note who it is")).ToBeVisibleAsync();
    }

    [Sentence("v22-008 connect-008")]
    public async Task A_plugin_asks_the_client_API_by_itself_and_the_others_see_what_came_of_it()
    {
        await Hanna.Chooses("Bring a friend");
        await Gus.SeesInRoster("A friend of the plugin");
    }

    [Sentence("v22-009 connect-009")]
    public async Task A_plugin_asks_a_service_elsewhere()
    {
        await Hanna.Page.RouteAsync("https://service.example/trigger", route => route.FulfillAsync(new()
        {
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
            ContentType = "text/plain",
            Body = "the lights are on",
        }));
        await Hanna.Chooses("Tell a service");
        await Holds(Hanna, "guide.service === 'the lights are on'");
    }

    [Sentence("v22-022 connect-022")]
    public async Task All_plugins_are_taken_out_of_a_running_meeting_and_put_back()
    {
        await Card(Hanna, "Star of the toolbar");
        var without = Hanna.Page.GetByRole(AriaRole.Switch, new() { Name = "Start without plugins" });
        await without.SetCheckedAsync(true);
        await Assertions.Expect(Hanna.Page.Locator("[aria-label='A star']")).ToHaveCountAsync(0);
        await Gus.SeesInRoster("Hanna");
        await without.SetCheckedAsync(false);
        await Hanna.PutsDialogsAway();
        await Assertions.Expect(Hanna.Tool("A star")).ToBeVisibleAsync();
    }

    [Sentence("v22-103 connect-103")]
    public async Task The_source_runs_as_a_plain_script_and_not_as_a_module()
    {
        await Hanna.Tool("A star").ClickAsync();
        await Holds(Hanna, "guide.sloppy === true");
    }

    [Sentence("v22-104 connect-104")]
    public async Task What_the_function_around_the_source_holds_is_not_on_the_page()
    {
        await Holds(Hanna, "guide.loadWasGiven");
        Assert.True(await Read<bool>(Hanna, "!('keptInside' in window) && !('press' in window) && !('participants$' in window)"));
    }

    [Sentence("v22-179 connect-179")]
    public async Task A_plugin_without_any_surface_hears_what_happens()
    {
        Assert.False(await Hanna.Page.Locator("[aria-label=listener]").IsVisibleAsync());
        await (await Vera()).Say("psst");
        await Holds(Hanna, "guide.ignored === 'psst'");
    }

    [Sentence("v22-249 connect-248")]
    public async Task What_a_plugin_throws_leaves_the_meeting_and_the_other_plugins_alone()
    {
        await Hanna.Chooses("Fail");
        var card = await Card(Hanna, "commands");
        await Assertions.Expect(card).ToContainTextAsync("the lamp fell down");
        await Hanna.PutsDialogsAway();
        await Gus.SeesInRoster("Hanna");
        await Hanna.Page.EvaluateAsync("() => { delete guide.toolbarWasGiven; }");
        await Hanna.Tool("A star").ClickAsync();
        await Holds(Hanna, "guide.toolbarWasGiven");
    }

    [Sentence("v22-250 connect-249")]
    public async Task What_a_plugin_throws_stands_on_the_console_with_its_back_trace()
    {
        // The same failure is told once a minute, so another meeting's page is asked.
        var ada = await Two.Somebody();
        await ada.Enters(Two.Alias, "Ada", "&pin=none");
        await Assertions.Expect(ada.Tool("A star")).ToBeVisibleAsync();
        var said = await ada.Page.RunAndWaitForConsoleMessageAsync(
            () => ada.Chooses("Fail"), new() { Predicate = line => line.Text.Contains("the lamp fell down", StringComparison.Ordinal) });
        Assert.Contains("commands.plugin.js", said.Text, StringComparison.Ordinal);
        Assert.Contains("commands", said.Text, StringComparison.Ordinal);
        await ada.Leave();
    }
}
