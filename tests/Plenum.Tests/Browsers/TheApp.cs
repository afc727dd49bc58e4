using Microsoft.Playwright;

namespace Plenum.Tests.Browsers;

/// <summary>What people do in the Connect app, in the words of its English screens.</summary>
internal static class TheApp
{
    public static string LinkTo(string alias, string name, string more = "") =>
        $"/webapp2/conference/{Uri.EscapeDataString(alias)}?name={Uri.EscapeDataString(name)}&join=1{more}";

    /// <summary>Comes in by a link that asks for nothing more.</summary>
    public static async Task<Person> Enters(this Person person, string alias, string name, string more = "")
    {
        await person.Open(LinkTo(alias, name, more));
        await person.IsInside();
        return person;
    }

    /// <summary>Comes in where hosts have a PIN.</summary>
    public static async Task<Person> EntersAsHost(this Person person, string alias, string name, string pin)
    {
        person.Complaints.MayHear("403");
        await person.Open(LinkTo(alias, name));
        await person.Writes("Host PIN", pin);
        await person.Presses("Join as a host");
        await person.IsInside();
        return person;
    }

    /// <summary>Asks to come in beside the host PIN, and is inside or waits.</summary>
    public static async Task AsksInAsGuest(this Person person, string alias, string name)
    {
        person.Complaints.MayHear("403");
        await person.Open(LinkTo(alias, name));
        await person.Presses("Join as a guest");
    }

    public static ILocator Toolbar(this Person person) => person.Page.GetByRole(AriaRole.Group, new() { Name = "Controls of the meeting" });

    public static ILocator Tool(this Person person, string name) => person.Toolbar().GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static Task IsInside(this Person person) => Assertions.Expect(person.Toolbar()).ToBeVisibleAsync();

    public static Task IsAt(this Person person, string heading) =>
        Assertions.Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();

    /// <summary>An entry of whatever menu is open.</summary>
    public static ILocator Entry(this Person person, string name) => person.Page.Locator($"[role^=menuitem][data-label='{name}']");

    public static async Task PutsMenusAway(this Person person)
    {
        await person.Page.EvaluateAsync("() => { for (const menu of document.querySelectorAll('[role=menu]:popover-open')) menu.hidePopover(); }");
        await Assertions.Expect(person.Page.Locator("[role^=menuitem]")).ToHaveCountAsync(0);
    }

    public static async Task PutsDialogsAway(this Person person)
    {
        var open = person.Page.Locator("dialog[open]");
        if (await open.CountAsync() > 0) await person.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(open).ToHaveCountAsync(0);
    }

    /// <summary>Something from the menu of the conference.</summary>
    public static async Task Chooses(this Person person, string name)
    {
        await person.Tool("More").ClickAsync();
        await person.Entry(name).ClickAsync();
    }

    /// <summary>Turns the side panel to a page: People, Chat or Events.</summary>
    public static async Task TurnsTo(this Person person, string page)
    {
        var tab = person.Page.Locator($"#panel-tab-{page.ToLowerInvariant()}");
        for (var patience = 5; ; patience--)
        {
            if (!await tab.IsVisibleAsync()) await person.Page.Keyboard.PressAsync("s");
            try
            {
                await tab.ClickAsync(new() { Timeout = 6_000 });
                return;
            }
            catch (TimeoutException) when (patience > 0)
            {
                // Somebody who is moved to another room sees neither room for a moment.
                await person.IsInside();
            }
        }
    }

    public static ILocator Row(this Person person, string name) =>
        person.Page.Locator(".pex-roster-list__user", new() { Has = person.Page.GetByTitle(name, new() { Exact = true }) });

    public static ILocator Rows(this Person person) => person.Page.Locator(".pex-roster-list__user");

    public static ILocator Tile(this Person person, string name) =>
        person.Page.Locator(".tile", new() { Has = person.Page.GetByText(name, new() { Exact = true }) });

    /// <summary>Opens the menu of somebody in the roster.</summary>
    public static Task OpensMenuOf(this Person person, string name) =>
        person.Row(name).GetByRole(AriaRole.Button, new() { Name = $"More about {name}" }).ClickAsync();

    /// <summary>Something from somebody's menu in the roster.</summary>
    public static async Task Does(this Person person, string deed, string to)
    {
        await person.OpensMenuOf(to);
        await person.Entry(deed).ClickAsync();
    }

    public static ILocator Dialog(this Person person, string title) => person.Page.GetByRole(AriaRole.Dialog, new() { Name = title, Exact = true });

    public static Task PressesIn(this Person person, ILocator place, string button) =>
        place.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static ILocator Messages(this Person person) => person.Page.GetByRole(AriaRole.Log, new() { Name = "Messages" });

    /// <summary>Writes to everybody, with the chat page already open.</summary>
    public static async Task Says(this Person person, string text)
    {
        var field = person.Page.GetByLabel("Write to everybody", new() { Exact = true });
        await field.FillAsync(text);
        await field.PressAsync("Enter");
    }

    /// <summary>Reads a message in the chat, which is open.</summary>
    public static Task Reads(this Person person, string text) => Assertions.Expect(person.Messages().GetByText(text, new() { Exact = true })).ToBeVisibleAsync();

    public static Task SeesMark(this Person person, string name, string mark) => Assertions.Expect(person.Row(name).GetByTitle(mark, new() { Exact = true })).ToBeVisibleAsync();

    public static Task SeesNoMark(this Person person, string name, string mark) => Assertions.Expect(person.Row(name).GetByTitle(mark, new() { Exact = true })).ToHaveCountAsync(0);

    public static Task SeesNobodyElse(this Person person, params string[] names) =>
        Assertions.Expect(person.Rows().Locator("bdi.name")).ToHaveTextAsync(names, new() { UseInnerText = true });
}
