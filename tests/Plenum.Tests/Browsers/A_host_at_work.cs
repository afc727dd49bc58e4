using Microsoft.Playwright;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>A host and a guest: what the host does to the guest and to the room, and what the guest sees of it.</summary>
[Collection(nameof(A_browser))]
public sealed class A_host_at_work(A_browser browser) : In_a_browser(browser)
{
    [Fact]
    public async Task Mutes_spotlights_and_labels_somebody()
    {
        var (hanna, gus, _) = await HostAndGuest();
        await hanna.Does("Mute", "Gus");
        await hanna.Sees("Gus is muted.");
        await hanna.SeesMark("Gus", "Muted by a host");
        await gus.SeesMark("Gus", "Muted by a host");

        await hanna.Does("Put in the spotlight", "Gus");
        await gus.SeesMark("Gus", "In the spotlight");
        await hanna.Does("Take out of the spotlight", "Gus");
        await gus.SeesNoMark("Gus", "In the spotlight");

        await hanna.Does("Text under the picture", "Gus");
        var dialog = hanna.Dialog("Text under the picture of Gus");
        await dialog.GetByLabel("Text", new() { Exact = true }).FillAsync("Gus of Sales");
        await hanna.PressesIn(dialog, "Save");
        await Assertions.Expect(gus.Tile("Gus of Sales")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Makes_a_guest_a_host_and_takes_it_back()
    {
        var (hanna, gus, _) = await HostAndGuest();
        await hanna.Does("Make host", "Gus");
        await gus.Tool("More").ClickAsync();
        await Assertions.Expect(gus.Entry("Lock the meeting")).ToBeVisibleAsync();
        await gus.Page.Keyboard.PressAsync("Escape");
        await gus.OpensMenuOf("Hanna");
        await Assertions.Expect(gus.Entry("Disconnect")).ToBeVisibleAsync();
        await gus.Page.Keyboard.PressAsync("Escape");

        await hanna.Presses("Undo");
        await Assertions.Expect(gus.Tool("Leave")).ToBeVisibleAsync();
        await gus.Tool("More").ClickAsync();
        await Assertions.Expect(gus.Entry("Lock the meeting")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Disconnects_somebody_who_may_come_back()
    {
        var (hanna, gus, _) = await HostAndGuest();
        await hanna.Does("Disconnect", "Gus");
        await hanna.PressesIn(hanna.Dialog("Disconnect Gus?"), "Disconnect");
        await gus.IsAt("You were removed from the meeting");
        await Assertions.Expect(hanna.Rows()).ToHaveCountAsync(1);
        await gus.Presses("Rejoin");
        await gus.IsInside();
        await Assertions.Expect(hanna.Row("Gus")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Locks_the_room_and_mutes_all_guests_and_takes_it_back()
    {
        var (hanna, gus, _) = await HostAndGuest();
        await hanna.Chooses("Lock the meeting");
        var about = gus.Page.GetByRole(AriaRole.List, new() { Name = "About this meeting" });
        await Assertions.Expect(about.GetByTitle("Locked")).ToBeVisibleAsync();
        await hanna.Chooses("Unlock the meeting");
        await Assertions.Expect(about.GetByTitle("Locked")).ToHaveCountAsync(0);

        await hanna.Chooses("Mute all guests");
        await Assertions.Expect(about.GetByTitle("Guests muted")).ToBeVisibleAsync();
        await hanna.Presses("Undo");
        await Assertions.Expect(about.GetByTitle("Guests muted")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Transfers_somebody_to_another_meeting()
    {
        var (hanna, gus, _) = await HostAndGuest();
        await hanna.Does("Transfer", "Gus");
        var dialog = hanna.Dialog("Transfer to another meeting");
        await dialog.GetByLabel("Meeting").FillAsync("meet.open");
        await hanna.PressesIn(dialog, "Transfer 1 person");
        await Assertions.Expect(hanna.Rows()).ToHaveCountAsync(1);
        await Assertions.Expect(gus.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/webapp2/conference/meet.open"));
        await gus.IsInside();
    }

    [Fact]
    public async Task Calls_somebody_who_answers_and_somebody_who_does_not()
    {
        var hanna = await (await Somebody()).Enters("meet.open", "Dora");
        await hanna.TurnsTo("People");
        await hanna.Chooses("Call somebody");
        var dialog = hanna.Dialog("Add a participant");
        await dialog.GetByLabel("Address or number").FillAsync("demo:ada");
        await hanna.PressesIn(dialog, "Call");
        await Assertions.Expect(dialog.GetByText("Connected")).ToBeVisibleAsync();
        await dialog.GetByLabel("Address or number").FillAsync("demo:reject");
        await hanna.PressesIn(dialog, "Call");
        await Assertions.Expect(dialog.GetByText("Not answered")).ToBeVisibleAsync();
        await hanna.PressesIn(dialog, "Done");
        await hanna.SeesMark("demo:ada (simulated)", "A simulated participant: nobody sits there");
    }

    [Fact]
    public async Task Ends_the_meeting_for_everybody()
    {
        var (hanna, gus, _) = await HostAndGuest();
        await hanna.Chooses("End for everybody");
        await hanna.PressesIn(hanna.Dialog("End the meeting for everybody?"), "End for everybody");
        await gus.IsAt("The meeting has ended");
        await Assertions.Expect(hanna.Toolbar()).ToHaveCountAsync(0);
    }

    private async Task<(Person Hanna, Person Gus, string Alias)> HostAndGuest()
    {
        var alias = House.Take(Furniture.Hosted);
        var hanna = await (await Somebody()).EntersAsHost(alias, "Hanna", Furniture.HostPin);
        var gus = await Somebody();
        await gus.AsksInAsGuest(alias, "Gus");
        await gus.IsInside();
        await hanna.TurnsTo("People");
        await gus.TurnsTo("People");
        return (hanna, gus, alias);
    }
}
