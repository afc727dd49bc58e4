using Microsoft.Playwright;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>Somebody without a mouse, or with a small screen, or who reads another language.</summary>
[Collection(nameof(ScreensCollection))]
public sealed class By_keyboard_alone(A_browser browser) : In_a_browser(browser)
{
    [Fact]
    public async Task Somebody_joins_talks_and_leaves()
    {
        var ada = await Somebody();
        await ada.Open("/webapp2/");
        await Reaches(ada, ada.Page.GetByLabel("Meeting name or link"));
        await ada.Page.Keyboard.TypeAsync(House.Take(Furniture.Open));
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.IsAt("Ready to join?");
        await Reaches(ada, ada.Page.GetByLabel("Your name"));
        await ada.Page.Keyboard.TypeAsync("Ada");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.IsInside();

        await Reaches(ada, ada.Tool("Chat"));
        await ada.Page.Keyboard.PressAsync("Enter");
        await Reaches(ada, ada.Page.GetByLabel("Write to everybody", new() { Exact = true }));
        await ada.Page.Keyboard.TypeAsync("Typed");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Reads("Typed");

        await ada.TurnsTo("People");
        await Reaches(ada, ada.Row("Ada"));
        await ada.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Entry("Raise hand")).ToBeVisibleAsync();
        await ada.Page.Keyboard.TypeAsync("Ra");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.SeesMark("Ada", "Hand raised");

        await Reaches(ada, ada.Tool("Leave or end the meeting"));
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.IsAt("You left the meeting");
    }

    [Fact]
    public async Task Every_dialog_opens_holds_the_focus_and_gives_it_back()
    {
        var ada = await (await Somebody()).Enters(House.Take(Furniture.Open), "Ada");
        var more = ada.Tool("More");
        foreach (var (entry, title) in Dialogs)
        {
            await more.FocusAsync();
            await ada.Page.Keyboard.PressAsync("Enter");
            await ada.Entry(entry).FocusAsync();
            await ada.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(ada.Dialog(title)).ToBeVisibleAsync();
            await ada.Page.Keyboard.PressAsync("Tab");
            Assert.True(await ada.Page.EvaluateAsync<bool>("() => !!document.activeElement.closest('dialog') || document.activeElement === document.body"), $"The focus left {title}");
            await ada.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(ada.Dialog(title)).ToHaveCountAsync(0);
            await Assertions.Expect(more).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task The_s_key_shows_and_hides_the_side_panel_but_not_while_somebody_types()
    {
        var ada = await (await Somebody()).Enters(House.Take(Furniture.Open), "Ada");
        var panel = ada.Page.Locator("#pex-sidebar-container");
        await ada.Page.Keyboard.PressAsync("s");
        await Assertions.Expect(panel).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("s");
        await Assertions.Expect(panel).ToBeHiddenAsync();
        await ada.TurnsTo("Chat");
        await ada.Page.GetByLabel("Write to everybody", new() { Exact = true }).PressSequentiallyAsync("sss");
        await Assertions.Expect(panel).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("de", "Einem Meeting beitreten")]
    [InlineData("fr", "Rejoindre une réunion")]
    public async Task The_language_changes_at_once_and_is_remembered(string language, string title)
    {
        var ada = await Somebody();
        await ada.Open("/webapp2/settings");
        await ada.Page.GetByRole(AriaRole.Tab, new() { Name = "Appearance" }).ClickAsync();
        await ada.Page.GetByLabel("Language").SelectOptionAsync(language);
        await Assertions.Expect(ada.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "Settings", Exact = true })).ToHaveCountAsync(0);
        await ada.Open("/webapp2/");
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Themes_change_at_once()
    {
        var ada = await Somebody();
        await ada.Open("/webapp2/settings");
        await ada.Page.GetByRole(AriaRole.Tab, new() { Name = "Appearance" }).ClickAsync();
        var grounds = new HashSet<string>();
        foreach (var (theme, name) in new[] { ("Light", "light"), ("Dark", "dark"), ("High contrast", "contrast") })
        {
            await ada.Page.GetByLabel(theme, new() { Exact = true }).CheckAsync(new() { Force = true });
            await Assertions.Expect(ada.Page.Locator("html")).ToHaveAttributeAsync("data-theme", name);
            grounds.Add(await ada.Page.EvaluateAsync<string>("() => [document.body, document.querySelector('.lobby-card')].map((part) => getComputedStyle(part).color + getComputedStyle(part).backgroundColor).join()"));
            await NothingIsWrong.ForEverybody(ada.Page);
        }

        Assert.Equal(3, grounds.Count);
    }

    [Fact]
    public async Task Everything_is_there_on_the_smallest_screen()
    {
        var ada = await (await Somebody(new Look("watch", 320, 568, ColorScheme.Light))).Enters(House.Take(Furniture.Open), "Ada");
        await NothingIsWrong.WithTheText(ada.Page);
        await ada.Tool("More").ClickAsync();
        await ada.Entry("Chat").Or(ada.Entry("Invite people")).First.ClickAsync();
        await NothingIsWrong.WithTheText(ada.Page);
        foreach (var address in new[] { "/webapp2/", "/webapp2/settings", "/webapp2/invitation/meet.demo", "/" })
        {
            await ada.Open(address);
            await Assertions.Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToBeVisibleAsync();
            await NothingIsWrong.WithTheText(ada.Page);
        }
    }

    private static readonly (string Entry, string Title)[] Dialogs =
    [
        ("Invite people", "Invitation"), ("Call somebody", "Add a participant"), ("Breakout rooms", "Breakout rooms"), ("Layout", "Layout"),
        ("Connection and statistics", "Connection and statistics"), ("Save chat and attendance", "Save to this device"),
        ("Keyboard shortcuts", "Keyboard shortcuts"), ("Settings", "Settings"), ("End for everybody", "End the meeting for everybody?"),
    ];

    /// <summary>Goes on with Tab until it is there.</summary>
    private static async Task Reaches(Person person, ILocator wanted)
    {
        await wanted.WaitForAsync();
        for (var steps = 0; steps < 60; steps++)
        {
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await person.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab never came to {wanted}");
    }
}
