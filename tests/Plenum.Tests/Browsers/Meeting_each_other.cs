using Microsoft.Playwright;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>Two people in one meeting, each at a browser, and what reaches the other.</summary>
[Collection(nameof(A_browser))]
public sealed class Meeting_each_other(A_browser browser) : In_a_browser(browser)
{
    [Fact]
    public async Task They_see_each_other_in_the_roster_and_on_the_stage()
    {
        var (ada, ben) = await Two();
        foreach (var (one, other) in new[] { (ada, "Ben"), (ben, "Ada") })
        {
            await one.TurnsTo("People");
            await Assertions.Expect(one.Row(other)).ToBeVisibleAsync();
            await Assertions.Expect(one.Tile(other)).ToBeVisibleAsync();
            await Assertions.Expect(one.Rows()).ToHaveCountAsync(2);
        }

        await ben.Tool("Leave or end the meeting").ClickAsync();
        await ben.Entry("Leave").ClickAsync();
        await ben.IsAt("You left the meeting");
        await Assertions.Expect(ada.Rows()).ToHaveCountAsync(1);
        await ben.Presses("Rejoin");
        await ben.IsInside();
        await Assertions.Expect(ada.Row("Ben")).ToBeVisibleAsync();
        await Assertions.Expect(ada.Rows()).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task What_is_written_reaches_both_once_and_nobody_else_when_it_is_private()
    {
        var (ada, ben) = await Two();
        await ada.TurnsTo("Chat");
        await ada.Says("Hello Ben");
        await ada.Reads("Hello Ben");
        await Assertions.Expect(ben.Tool("Chat, 1 unread message")).ToBeVisibleAsync();
        await ben.TurnsTo("Chat");
        await ben.Reads("Hello Ben");
        await ben.Says("Hello Ada");
        await ada.Reads("Hello Ada");
        await Assertions.Expect(ada.Messages().GetByText("Hello Ben")).ToHaveCountAsync(1);
        await Assertions.Expect(ben.Messages().GetByText("Hello Ada")).ToHaveCountAsync(1);

        await ada.Says("<b>bold</b> <img src=x onerror=alert(1)>");
        await ben.Reads("<b>bold</b> <img src=x onerror=alert(1)>");
        await ada.Says("https://example.org/minutes");
        var link = ben.Messages().GetByRole(AriaRole.Link, new() { Name = "https://example.org/minutes" });
        await Assertions.Expect(link).ToHaveAttributeAsync("href", "https://example.org/minutes");
        await Assertions.Expect(link).ToHaveAttributeAsync("rel", "noopener noreferrer");

        var cleo = await (await Somebody()).Enters(_alias, "Cleo");
        await ada.TurnsTo("People");
        await ada.Does("Send a direct message", "Ben");
        var field = ada.Page.GetByLabel("Write to Ben alone");
        await field.FillAsync("Between us");
        await field.PressAsync("Enter");
        await ben.Reads("Between us");
        await ben.Sees("Only to you");
        await ada.Presses("Write to everybody again");
        await ada.Says("To all of you");
        await cleo.TurnsTo("Chat");
        await cleo.Reads("To all of you");
        await Assertions.Expect(cleo.Messages().GetByText("Between us")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_hand_that_goes_up_is_seen_until_it_goes_down()
    {
        var (ada, ben) = await Two();
        await ben.TurnsTo("People");
        await ada.Tool("Raise hand").ClickAsync();
        await ben.SeesMark("Ada", "Hand raised");
        await ben.Sees("1 raised hand");
        await ada.Tool("Lower hand").ClickAsync();
        await ben.SeesNoMark("Ada", "Hand raised");
        await ada.Page.Keyboard.PressAsync("h");
        await ben.SeesMark("Ada", "Hand raised");
        await ben.Presses("Lower all");
        await Assertions.Expect(ada.Tool("Raise hand")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_microphone_that_is_off_shows_at_the_other()
    {
        var (ada, ben) = await Two(media: true);
        await ben.TurnsTo("People");
        await ben.SeesNoMark("Ada", "Microphone off");
        await ada.Tool("Mute microphone").ClickAsync();
        await ben.SeesMark("Ada", "Microphone off");
        await ada.Tool("Unmute microphone").ClickAsync();
        await ben.SeesNoMark("Ada", "Microphone off");
    }

    [Fact]
    public async Task The_events_tell_the_story()
    {
        var (ada, ben) = await Two();
        await ada.TurnsTo("Events");
        await ben.Tool("Raise hand").ClickAsync();
        await ada.Sees("Ben raised a hand");
        await ben.TurnsTo("Chat");
        await ben.Says("Good morning");
        var entry = ada.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Ben: Good morning") });
        await entry.ClickAsync();
        await Assertions.Expect(entry).ToHaveAttributeAsync("aria-current", "true");
    }

    private string _alias = "";

    private async Task<(Person Ada, Person Ben)> Two(bool media = false)
    {
        _alias = House.Take(Furniture.Open);
        var ada = await (await Somebody(media: media)).Enters(_alias, "Ada");
        return (ada, await (await Somebody(media: media)).Enters(_alias, "Ben"));
    }
}
