using Microsoft.Playwright;
using Plenum.Tests.Browsers;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>Places, icons, labels and arguments of menu items.</summary>
[Collection(nameof(GuidesCollection))]
public sealed class Menu_items_of_plugins(Hanna_and_Gus two) : With_the_guides_plugins(two), IClassFixture<Hanna_and_Gus>
{
    private const string DefaultIcon = "M14 4.5a2 2";

    [Sentence("v22-084 connect-084 v22-100 connect-100")]
    public async Task An_item_of_the_conference_is_read_in_the_control_menu_alone()
    {
        await OpensMore(Hanna);
        await Assertions.Expect(Hanna.Entry("take screenshot of videos")).ToHaveTextAsync("take screenshot of videos");
        await Assertions.Expect(Hanna.Toolbar().Locator(".toolbar-button[aria-label='take screenshot of videos']")).ToHaveCountAsync(0);
    }

    [Sentence("v22-085 connect-085")]
    public async Task An_item_of_the_toolbar_is_a_button_in_it_and_in_no_menu()
    {
        await Assertions.Expect(Hanna.Tool("A star")).ToBeVisibleAsync();
        await OpensMore(Hanna);
        await Assertions.Expect(Hanna.Entry("A star")).ToHaveCountAsync(0);
    }

    [Sentence("v22-086 connect-086")]
    public async Task An_item_of_participants_is_in_the_menu_of_each()
    {
        foreach (var name in (string[])["Gus", "Hanna"])
        {
            await Hanna.OpensMenuOf(name);
            await Assertions.Expect(Hanna.Entry("Note who it is")).ToBeVisibleAsync();
            await Hanna.PutsMenusAway();
        }

        await OpensMore(Hanna);
        await Assertions.Expect(Hanna.Entry("Note who it is")).ToHaveCountAsync(0);
    }

    [Sentence("v22-087 connect-087")]
    public async Task A_package_that_names_two_places_is_shown_in_both_and_told_that_one_is_meant()
    {
        await Assertions.Expect(Hanna.Tool("In two places (toolbar)")).ToBeVisibleAsync();
        await Hanna.OpensMenuOf("Gus");
        await Assertions.Expect(Hanna.Entry("In two places (roster)")).ToBeVisibleAsync();
        await Hanna.PutsMenusAway();
        await IsToldOf("two-places", "one place only");
    }

    [Sentence("v22-088 connect-088")]
    public async Task The_icon_is_the_picture_in_the_folder_of_the_plugin() =>
        Assert.Contains("M2 2h20v20z", await Hanna.Tool("A star").InnerHTMLAsync(), StringComparison.Ordinal);

    [Sentence("v22-089 connect-089")]
    public async Task Without_an_icon_there_is_the_usual_one() =>
        Assert.Contains(DefaultIcon, await Hanna.Tool("In two places (toolbar)").InnerHTMLAsync(), StringComparison.Ordinal);

    [Sentence("v22-090 connect-090")]
    public Task The_label_is_the_name_of_the_button() => Assertions.Expect(Hanna.Tool("A star")).ToHaveAttributeAsync("aria-label", "A star");

    [Sentence("v22-091 connect-091")]
    public async Task Where_label_and_icon_are_null_the_plugin_gives_them()
    {
        await Assertions.Expect(Gus.Tool("The door is open")).ToBeVisibleAsync();
        await Assertions.Expect(Gus.Page.Locator(".toolbar-button[aria-label='null'], .toolbar-button[aria-label='']")).ToHaveCountAsync(0);
    }

    [Sentence("v22-092 connect-092")]
    public async Task The_action_names_the_function_that_is_called()
    {
        await Hanna.Page.EvaluateAsync("() => { delete guide.toolbarWasGiven; delete guide.conferenceWasGiven; }");
        await Hanna.Chooses("Note the conference");
        await Holds(Hanna, "guide.conferenceWasGiven && !guide.toolbarWasGiven");
    }

    [Sentence("v22-093 connect-093 v22-117 connect-117")]
    public async Task The_action_recordConference_calls_that_function_with_the_participants()
    {
        await Uses(Hanna, "recording", true);
        await Hanna.Tool("Record").ClickAsync();
        await Holds(Hanna, "guide.recordConferenceWasGiven.some(one => one.name === 'Gus')");
        await Uses(Hanna, "recording", false);
    }

    [Sentence("v22-094 connect-094")]
    public async Task A_picture_in_another_format_is_not_shown_and_named()
    {
        Assert.Contains(DefaultIcon, await IconOf("Icon in another format"), StringComparison.Ordinal);
        await IsToldOf("icons", "pixel.png is not an SVG file");
    }

    [Sentence("v22-095 connect-095")]
    public async Task A_picture_without_its_id_is_not_shown_and_named()
    {
        Assert.Contains(DefaultIcon, await IconOf("Icon without an id"), StringComparison.Ordinal);
        await IsToldOf("icons", "nameless.svg#drawn cannot be shown: it has no element with the id");
    }

    [Sentence("v22-096 connect-096")]
    public async Task A_picture_is_found_by_its_id_and_by_no_other()
    {
        Assert.Contains("M6 6h12v12z", await IconOf("Icon with its id"), StringComparison.Ordinal);
        Assert.Contains(DefaultIcon, await IconOf("Icon by another id"), StringComparison.Ordinal);
        await IsToldOf("icons", "drawing.svg#other cannot be shown");
    }

    [Sentence("v22-097 connect-097")]
    public async Task The_file_crop_with_its_id_inside_is_served_and_drawn()
    {
        Assert.Contains("id=\"crop\"", await Two.Http.GetStringAsync("/webapp2/custom_configuration/plugins/screenshot/crop.svg"), StringComparison.Ordinal);
        Assert.Contains("M5 5h14v14z", await IconOf("take screenshot of videos"), StringComparison.Ordinal);
    }

    [Sentence("v22-098 connect-098")]
    public async Task The_example_of_the_screenshot_package_is_drawn_and_called()
    {
        Assert.Contains("\"icon\": \"crop.svg#crop\"", await Two.Http.GetStringAsync("/webapp2/custom_configuration/plugins/screenshot/screenshot.plugin.package.json"), StringComparison.Ordinal);
        await Hanna.Page.EvaluateAsync("() => { delete guide.screenshot; }");
        await Hanna.Chooses("take screenshot of videos");
        await Holds(Hanna, "guide.screenshot === true");
    }

    [Sentence("v22-099 connect-099")]
    public async Task An_icon_that_was_null_is_set_from_inside_the_plugin_and_changes()
    {
        var vera = await Vera();
        await Assertions.Expect(Hanna.Tool("The door is open").Locator("path")).ToHaveAttributeAsync("d", "M3 3h18v18z");
        await vera.Post("lock");
        await Assertions.Expect(Hanna.Tool("The door is shut").Locator("path")).ToHaveAttributeAsync("d", "M4 4h16v16z");
        await vera.Post("unlock");
        await Assertions.Expect(Hanna.Tool("The door is open").Locator("path")).ToHaveAttributeAsync("d", "M3 3h18v18z");
    }

    [Sentence("v22-101 connect-101")]
    public async Task The_label_is_the_hover_tip_of_a_toolbar_button()
    {
        await Hanna.Tool("A star").HoverAsync();
        await Assertions.Expect(Hanna.Page.Locator("[role=tooltip], .tooltip").Filter(new() { HasText = "A star", Visible = true })).ToBeVisibleAsync();
        await Hanna.Page.Mouse.MoveAsync(5, 5);
    }

    [Sentence("v22-102 connect-102")]
    public async Task A_label_that_was_null_is_set_from_inside_the_plugin_and_changes()
    {
        var vera = await Vera();
        await Assertions.Expect(Gus.Tool("0 muted")).ToBeVisibleAsync();
        await vera.Post(vera, "mute");
        await Assertions.Expect(Gus.Tool("1 muted")).ToBeVisibleAsync();
        await vera.Post(vera, "unmute");
        await Assertions.Expect(Gus.Tool("0 muted")).ToBeVisibleAsync();
    }

    [Sentence("v22-113 connect-113")]
    public async Task What_a_function_is_given_follows_from_the_place_of_its_item()
    {
        await Hanna.Tool("A star").ClickAsync();
        await Hanna.Chooses("Note the conference");
        await Hanna.Does("Note who it is", "Hanna");
        await Holds(Hanna, "Array.isArray(guide.toolbarWasGiven[0]) && 'locked' in guide.conferenceWasGiven[0] && guide.participantWasGiven[0].name === 'Hanna'");
    }

    [Sentence("v22-114 connect-114")]
    public async Task From_the_toolbar_it_is_given_participants_and_conference()
    {
        await Hanna.Tool("A star").ClickAsync();
        await Holds(Hanna, "guide.toolbarWasGiven.length === 2 && guide.toolbarWasGiven[0].some(one => one.name === 'Gus') && guide.toolbarWasGiven[1].locked === false");
    }

    [Sentence("v22-115 connect-115")]
    public async Task From_the_roster_it_is_given_that_participant_alone()
    {
        await Hanna.Does("Note who it is", "Gus");
        await Holds(Hanna, "guide.participantWasGiven.length === 1 && guide.participantWasGiven[0].name === 'Gus' && guide.participantWasGiven[0].role === 'guest'");
    }

    [Sentence("v22-116 connect-116")]
    public async Task From_the_control_menu_it_is_given_the_conference_alone()
    {
        await Hanna.Chooses("Note the conference");
        await Holds(Hanna, "guide.conferenceWasGiven.length === 1 && guide.conferenceWasGiven[0].locked === false");
    }

    private async Task<string> IconOf(string entry)
    {
        await OpensMore(Hanna);
        var address = await Hanna.Entry(entry).Locator("img").GetAttributeAsync("src");
        await Hanna.PutsMenusAway();
        return Uri.UnescapeDataString(address!);
    }

    private async Task IsToldOf(string plugin, string problem)
    {
        var card = await Card(Hanna, plugin);
        await card.Locator("summary").ClickAsync();
        await Assertions.Expect(card.Locator(".problem").Filter(new() { HasText = problem })).ToBeVisibleAsync();
    }
}
