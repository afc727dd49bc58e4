using Microsoft.Playwright;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>A host sends people into rooms, hears of them, and brings them back.</summary>
[Collection(nameof(A_browser))]
public sealed class Breakout_rooms(A_browser browser) : In_a_browser(browser)
{
    [Fact]
    public async Task A_guest_goes_to_a_room_asks_for_help_moves_and_comes_back()
    {
        var alias = House.Take(Furniture.Hosted);
        var hanna = await (await Somebody()).EntersAsHost(alias, "Hanna", Furniture.HostPin);
        var gus = await Somebody();
        await gus.AsksInAsGuest(alias, "Gus");
        await gus.IsInside();

        await hanna.Chooses("Breakout rooms");
        var dialog = hanna.Dialog("Breakout rooms");
        await dialog.GetByLabel("Name of room 1").FillAsync("Harbour");
        await dialog.GetByLabel("Name of room 2").FillAsync("Garden");
        await dialog.GetByLabel("Minutes").FillAsync("5");
        await hanna.PressesIn(dialog, "Open 2 rooms");
        await gus.Sees("You are in Harbour");
        await Assertions.Expect(gus.Page.GetByRole(AriaRole.Timer).First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[45]:[0-9]{2}$"));
        var harbour = dialog.GetByRole(AriaRole.Region, new() { Name = "Harbour" });
        var garden = dialog.GetByRole(AriaRole.Region, new() { Name = "Garden" });
        await Assertions.Expect(harbour.GetByText("Gus")).ToBeVisibleAsync();

        await gus.Presses("Ask for help");
        await Assertions.Expect(harbour.GetByText("Asks for a host")).ToBeVisibleAsync();
        await hanna.PressesIn(harbour, "Seen to it");
        await Assertions.Expect(gus.Page.GetByRole(AriaRole.Button, new() { Name = "Ask for help" })).ToBeVisibleAsync();

        await gus.TurnsTo("Chat");
        await hanna.PressesIn(harbour, "Move Gus");
        await hanna.Entry("Garden").ClickAsync();
        await gus.Sees("You are in Garden");
        // What was open beside the stage is open in the next room too.
        await Assertions.Expect(gus.Page.GetByRole(AriaRole.Tab, new() { Name = "Chat", Selected = true })).ToBeVisibleAsync();
        await Assertions.Expect(garden.GetByText("Gus")).ToBeVisibleAsync();

        await dialog.GetByLabel("Message to all rooms").FillAsync("Five more minutes");
        await hanna.PressesIn(dialog, "Send");
        await gus.Sees("Message from Hanna, a host");
        await Assertions.Expect(gus.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Hanna, a host, says: Five more minutes" })).ToHaveCountAsync(1);
        await gus.Reads("Five more minutes");
        await gus.Presses("Got it");
        await Assertions.Expect(gus.Page.GetByText("Message from Hanna, a host")).ToHaveCountAsync(0);

        await hanna.PressesIn(dialog, "Close all rooms");
        await hanna.PressesIn(hanna.Dialog("Close all rooms?"), "Close all rooms");
        await Assertions.Expect(gus.Page.GetByText("You are in Garden")).ToHaveCountAsync(0);
        await gus.TurnsTo("People");
        await Assertions.Expect(gus.Row("Hanna")).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Open 2 rooms" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_host_who_visits_a_room_is_in_it_and_looks_after_all_of_them_from_there()
    {
        var alias = House.Take(Furniture.Hosted);
        var hanna = await (await Somebody()).EntersAsHost(alias, "Hanna", Furniture.HostPin);
        var gus = await Somebody();
        await gus.AsksInAsGuest(alias, "Gus");
        await gus.IsInside();
        await hanna.Chooses("Breakout rooms");
        var dialog = hanna.Dialog("Breakout rooms");
        await dialog.GetByLabel("Name of room 1").FillAsync("Harbour");
        await dialog.GetByLabel("Name of room 2").FillAsync("Garden");
        await hanna.PressesIn(dialog, "Open 2 rooms");
        await gus.Sees("You are in");
        var room = dialog.GetByRole(AriaRole.Region).Filter(new() { Has = hanna.Page.GetByTitle("Gus", new() { Exact = true }) });
        await hanna.PressesIn(room, "Go there");

        await hanna.Sees("You are in");
        await hanna.TurnsTo("People");
        await Assertions.Expect(hanna.Row("Gus")).ToBeVisibleAsync();
        await House.Join(alias, "Ivo", Furniture.HostPin);
        await gus.TurnsTo("Chat");
        await gus.Says("Can you help?");
        await hanna.TurnsTo("Chat");
        await hanna.Reads("Can you help?");
        await hanna.Says("That is why I am here");
        await gus.Reads("That is why I am here");

        await hanna.Chooses("Breakout rooms");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Region, new() { Name = "Main room" }).GetByText("Ivo")).ToBeVisibleAsync();
        await Assertions.Expect(hanna.Rows()).ToHaveCountAsync(2);
        await hanna.PressesIn(dialog, "Close all rooms");
        await hanna.PressesIn(hanna.Dialog("Close all rooms?"), "Close all rooms");
        await hanna.TurnsTo("People");
        await Assertions.Expect(hanna.Row("Ivo")).ToBeVisibleAsync();
    }
}
