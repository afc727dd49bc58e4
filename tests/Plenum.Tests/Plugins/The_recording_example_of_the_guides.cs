using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins;

/// <summary>The one complete plugin that the guides show, unchanged, in a meeting of two.</summary>
[Collection(nameof(A_browser))]
public sealed class The_recording_example_of_the_guides(A_browser browser, Brandings brandings) : In_a_browser(browser), IClassFixture<Brandings>
{
    [Fact]
    public async Task Starts_a_recording_and_stops_it_again()
    {
        var (host, guest) = await TwoPeople(Furniture.Open.Alias(0));

        await host.Tool("Start recording").ClickAsync();
        var field = host.Dialog("Record alias").GetByPlaceholder("Type the alias details here");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await field.FillAsync("demo:recorder");
        await host.PressesIn(host.Dialog("Record alias"), "Start");

        await Assertions.Expect(host.Tool("Stop recording")).ToBeVisibleAsync();
        await Assertions.Expect(host.Dialog("Record alias")).ToHaveCountAsync(0);
        await guest.SeesInRoster("recorder");
        await host.Tool("Stop recording").ClickAsync();
        await Assertions.Expect(host.Tool("Start recording")).ToBeVisibleAsync();
        await guest.MissesInRoster("recorder");
    }

    [Fact]
    public async Task Says_so_in_its_dialog_when_nobody_can_be_reached()
    {
        var (host, _) = await TwoPeople(Furniture.Open.Alias(1));

        await host.Tool("Start recording").ClickAsync();
        var dialog = host.Dialog("Record alias");
        await dialog.Locator("#simpleRecordPluginAlias").FillAsync("sip:nobody@nowhere.invalid");
        await host.PressesIn(dialog, "Start");

        await Assertions.Expect(dialog.GetByPlaceholder("check alias and retry")).ToBeVisibleAsync();
        await Assertions.Expect(host.Tool("Start recording")).ToBeVisibleAsync();
    }

    private async Task<(Person Host, Person Guest)> TwoPeople(string alias)
    {
        var address = await brandings.Serving("guide-recording");
        var host = await (await SomebodyAt(address)).Enters(alias, "Hanna");
        var guest = await (await SomebodyAt(address)).Enters(alias, "Gus");
        await host.SeesInRoster("Gus");
        return (host, guest);
    }
}
