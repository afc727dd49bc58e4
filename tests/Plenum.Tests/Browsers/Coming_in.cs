using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>The ways into a meeting, and every way of not getting in.</summary>
[Collection(nameof(A_browser))]
public sealed class Coming_in(A_browser browser) : In_a_browser(browser)
{
    [Fact]
    public async Task By_the_landing_page_a_look_at_oneself_and_a_name()
    {
        var alias = House.Take(Furniture.Open);
        var ada = await Somebody(media: true);
        await ada.Open("/webapp2/");
        await ada.Writes("Meeting name or link", alias);
        await ada.Presses("Continue");
        await ada.IsAt("Ready to join?");
        await ada.Presses("Join meeting");
        await ada.Sees("Type a name, so that the others know who you are.");
        await ada.Writes("Your name", "Ada");
        await ada.Presses("Join meeting");
        await ada.IsInside();
        await Assertions.Expect(ada.Tile("Ada")).ToBeVisibleAsync();

        // Next time the name and the meeting are remembered.
        await ada.Open("/webapp2/");
        await ada.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{Regex.Escape(alias)} ?Joined") }).ClickAsync();
        await Assertions.Expect(ada.Page.GetByLabel("Your name")).ToHaveValueAsync("Ada");
    }

    [Fact]
    public async Task By_a_link_for_guests_without_a_question_also_through_a_reception()
    {
        var alias = House.Take(Furniture.Hosted);
        var gus = await Somebody();
        gus.Complaints.MayHear("403");
        await gus.Open(TheApp.LinkTo(alias, "Gus", "&role=guest"));
        await gus.IsAt("Waiting for the host");
        await House.Host(alias);
        await gus.IsInside();
        Assert.Equal("GUEST", await gus.Page.EvaluateAsync<string>("() => window.PEX.pexrtc.role"));

        using var admin = Administration.Of(House.Server);
        var reception = (await admin.Conference(new { kind = "reception" })).Alias;
        await gus.Open(TheApp.LinkTo(reception, "Gus", $"&extension={alias}&role=guest"));
        await gus.IsInside();
        await gus.SeesInRoster("Hanna");
    }

    [Fact]
    public async Task Without_any_device()
    {
        var ada = await Somebody();
        await ada.Open($"/webapp2/conference/{House.Take(Furniture.Open)}");
        await ada.Writes("Your name", "Ada");
        await ada.Presses("Join without microphone and camera");
        await ada.IsInside();
    }

    [Fact]
    public async Task A_wrong_PIN_is_told_apart_and_the_right_one_makes_a_host()
    {
        var alias = House.Take(Furniture.Hosted);
        var hanna = await Somebody();
        hanna.Complaints.MayHear("403");
        await hanna.Open(TheApp.LinkTo(alias, "Hanna"));
        await hanna.IsAt("Are you a host?");
        await hanna.Presses("Join as a host");
        await hanna.Sees("Type the PIN first.");
        await hanna.Writes("Host PIN", "0000");
        await hanna.Presses("Join as a host");
        await hanna.Sees("That PIN is not right. Check it and try again.");
        await hanna.Writes("Host PIN", Furniture.HostPin);
        await hanna.Presses("Join as a host");
        await hanna.IsInside();
        await hanna.Tool("More").ClickAsync();
        await Assertions.Expect(hanna.Entry("Lock the meeting")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_guest_waits_for_the_host_and_comes_in_by_themselves()
    {
        var alias = House.Take(Furniture.Hosted);
        var gus = await Somebody();
        await gus.AsksInAsGuest(alias, "Gus");
        await gus.IsAt("Waiting for the host");

        await (await Somebody()).EntersAsHost(alias, "Hanna", Furniture.HostPin);
        await gus.IsInside();
        await gus.Tool("More").ClickAsync();
        await Assertions.Expect(gus.Entry("Invite people")).ToBeVisibleAsync();
        await Assertions.Expect(gus.Entry("Lock the meeting")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whoever_comes_to_a_locked_meeting_waits_until_somebody_opens_the_door()
    {
        var alias = House.Take(Furniture.Open);
        var ada = await (await Somebody()).Enters(alias, "Ada");
        await ada.Chooses("Lock the meeting");
        await ada.Sees("Locked");

        var late = await Somebody();
        await late.Open(TheApp.LinkTo(alias, "Late"));
        await late.IsAt("The meeting is locked");
        await ada.Sees("Late is waiting");
        await ada.Presses("Turn away");
        await late.IsAt("You were removed from the meeting");

        await late.Presses("Rejoin");
        await late.IsAt("The meeting is locked");
        await ada.Presses("Admit");
        await late.IsInside();
        await Assertions.Expect(late.Tile("Ada")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_meeting_that_does_not_exist_is_named()
    {
        var ada = await Somebody();
        ada.Complaints.MayHear("404");
        ada.Complaints.MayHear("403");
        await ada.Open(TheApp.LinkTo("meet.nowhere", "Ada"));
        await ada.IsAt("No meeting by that name");
        await ada.Presses("Back to start");
        await ada.IsAt("Join a meeting");
    }
}
