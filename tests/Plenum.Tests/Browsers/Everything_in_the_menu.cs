using System.Globalization;
using Microsoft.Playwright;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>What a host finds in the menu of the conference, tried in one meeting after the other by two people.</summary>
[Collection(nameof(A_browser))]
public sealed class Everything_in_the_menu(A_browser browser) : In_a_browser(browser)
{
    [Fact]
    public async Task Arranges_the_picture_lets_guests_unmute_and_shows_how_the_connection_does()
    {
        var (hanna, gus) = await HostAndGuest();
        await hanna.Chooses("Layout");
        var layout = hanna.Dialog("Layout");
        var equal = layout.Locator("label", new() { HasText = "4 of equal size" });
        Assert.StartsWith("data:image/svg+xml", await equal.Locator("img").GetAttributeAsync("src"), StringComparison.Ordinal);
        await equal.ClickAsync();
        await Assertions.Expect(layout.Locator("label.chosen").GetByText("4 of equal size")).ToBeVisibleAsync();
        await hanna.PutsDialogsAway();

        await hanna.Chooses("Mute all guests");
        await Assertions.Expect(gus.Toolbar().GetByRole(AriaRole.Button, new() { Name = "a host muted you" })).ToBeVisibleAsync();
        await hanna.Chooses("Guests may unmute themselves");
        await Assertions.Expect(gus.Toolbar().GetByRole(AriaRole.Button, new() { Name = "a host muted you" })).ToHaveCountAsync(0);

        await hanna.Chooses("Connection and statistics");
        var statistics = hanna.Dialog("Connection and statistics");
        await Assertions.Expect(Fact(statistics, "State")).ToHaveTextAsync("Connected");
        await Assertions.Expect(Fact(statistics, "Round trip to the server")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9]+ milliseconds?$"));
        await Assertions.Expect(Fact(statistics, "Updates received")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[1-9]"));
        await Assertions.Expect(Fact(statistics, "Server")).ToHaveTextAsync(House.Server.Address.Authority);
        await Assertions.Expect(Fact(statistics, "Your id")).ToHaveTextAsync(await hanna.Page.EvaluateAsync<string>("() => window.PEX.selfUUID"));
    }

    [Fact]
    public async Task Saves_what_was_said_and_who_was_there()
    {
        var (hanna, gus) = await HostAndGuest();
        await gus.TurnsTo("Chat");
        await gus.Says("=SUM(1;2), \"really\"?");
        await hanna.TurnsTo("Chat");
        await hanna.Reads("=SUM(1;2), \"really\"?");
        await hanna.Says("No.");
        await hanna.Reads("No.");
        await hanna.Chooses("Save chat and attendance");
        var dialog = hanna.Dialog("Save to this device");

        var (name, text) = await Downloaded(hanna, () => hanna.PressesIn(dialog, "Save as text"));
        Assert.EndsWith(".txt", name, StringComparison.Ordinal);
        Assert.Matches("Gus[^\n]*=SUM\\(1;2\\), \"really\"\\?[^$]*No\\.", text);
        (name, text) = await Downloaded(hanna, () => hanna.PressesIn(dialog, "Save attendance (CSV)"));
        Assert.EndsWith(".csv", name, StringComparison.Ordinal);
        string[] lines = [.. text.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
        Assert.Collection(lines,
            line => Assert.StartsWith($"Gus,Guest,{DateTime.Now.Year.ToString(CultureInfo.InvariantCulture)}", line, StringComparison.Ordinal),
            line => Assert.StartsWith($"Hanna,Host,{DateTime.Now.Year.ToString(CultureInfo.InvariantCulture)}", line, StringComparison.Ordinal),
            line => Assert.Equal("Name,Role,Came,Left,Duration", line));
    }

    [Fact]
    public async Task Invites_calls_out_as_a_host_starts_and_turns_captions_on()
    {
        var (hanna, gus) = await HostAndGuest();
        await hanna.Chooses("Invite people");
        var card = hanna.Dialog("Invitation");
        var mail = card.GetByRole(AriaRole.Link, new() { Name = "Write a mail" });
        Assert.True(await card.GetByAltText("QR code of the link").EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)"));
        var (name, text) = await Downloaded(hanna, () => card.GetByRole(AriaRole.Link, new() { Name = "Calendar file" }).ClickAsync());
        Assert.Equal("meeting.ics", name);
        var link = (await card.GetByRole(AriaRole.Link, new() { Name = "/webapp2/conference/" }).GetAttributeAsync("href"))!;
        Assert.Contains($"URL:{link}", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(Furniture.HostPin, (await mail.GetAttributeAsync("href"))!, StringComparison.Ordinal);
        await card.GetByRole(AriaRole.Switch, new() { Name = "Include the PIN that I used" }).ClickAsync();
        await Assertions.Expect(card.GetByText(Furniture.HostPin)).ToBeVisibleAsync();
        Assert.Matches($"{Uri.EscapeDataString(link)}.*{Furniture.HostPin}", (await mail.GetAttributeAsync("href"))!);
        await hanna.PutsDialogsAway();

        await hanna.Chooses("Call somebody");
        var dial = hanna.Dialog("Add a participant");
        await dial.GetByLabel("Protocol").SelectOptionAsync("SIP");
        await dial.GetByLabel("Joins as").SelectOptionAsync("Host");
        await dial.GetByLabel("Address or number").FillAsync("nobody@example.org");
        var asked = await hanna.Page.RunAndWaitForRequestAsync(() => hanna.PressesIn(dial, "Call"), request => request.Url.EndsWith("/dial", StringComparison.Ordinal));
        Assert.Equal("""{"destination":"nobody@example.org","protocol":"sip","role":"HOST"}""", asked.PostData);
        await Assertions.Expect(dial.GetByText("Nobody could be called at nobody@example.org.")).ToBeVisibleAsync();
        await hanna.PutsDialogsAway();

        // What the server does by itself once a host is in, and what it does not have yet: it is made to say the contrary.
        await hanna.Page.EvaluateAsync("() => window.PEX.pexrtc.onConferenceUpdate({ locked: false, guests_muted: false, started: false })");
        var begun = await hanna.Page.RunAndWaitForRequestAsync(() => hanna.Presses("Start the meeting"), request => request.Url.Contains("start", StringComparison.Ordinal));
        Assert.EndsWith("/start_conference", begun.Url, StringComparison.Ordinal);
        await gus.Page.EvaluateAsync("() => window.PEX.pexrtc.onConferenceUpdate({ locked: false, guests_muted: false, started: true, live_captions_available: true })");
        var wanted = await gus.Page.RunAndWaitForRequestAsync(() => gus.Chooses("Show captions"), request => request.Url.Contains("live_captions", StringComparison.Ordinal));
        Assert.EndsWith("/show_live_captions", wanted.Url, StringComparison.Ordinal);
    }

    private static ILocator Fact(ILocator dialog, string name) => dialog.Locator("dl div", new() { Has = dialog.Page.GetByText(name, new() { Exact = true }) }).Locator("dd");

    private static async Task<(string Name, string Text)> Downloaded(Person person, Func<Task> press)
    {
        var file = await person.Page.RunAndWaitForDownloadAsync(press);
        return (file.SuggestedFilename, await File.ReadAllTextAsync(await file.PathAsync()));
    }

    private async Task<(Person Hanna, Person Gus)> HostAndGuest()
    {
        var alias = House.Take(Furniture.Hosted);
        var hanna = await (await Somebody()).EntersAsHost(alias, "Hanna", Furniture.HostPin);
        var gus = await Somebody();
        await gus.AsksInAsGuest(alias, "Gus");
        await gus.IsInside();
        return (hanna, gus);
    }
}
