using Microsoft.Playwright;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>The network or the server goes while people are in a meeting, and comes back.</summary>
[Collection(nameof(A_browser))]
public sealed class When_the_network_fails(A_browser browser) : In_a_browser(browser)
{
    [Fact]
    public async Task Whoever_was_cut_off_catches_up_without_loading_anew()
    {
        var alias = House.Take(Furniture.Open);
        await using var cable = A_cable.To(House.Server.Address);
        var ada = await (await SomebodyAt(cable.Address)).Enters(alias, "Ada");
        var ben = await (await Somebody()).Enters(alias, "Ben");
        var visitor = await House.Join(alias, "Cleo");
        await ada.TurnsTo("People");
        await Assertions.Expect(ada.Row("Cleo")).ToBeVisibleAsync();
        await ada.Page.EvaluateAsync("() => { window.sameLoad = true; }");
        ada.Complaints.MayHear("Failed to load resource");

        cable.Pull();
        await ada.Sees("Reconnecting …");
        await visitor.Post("release_token");
        await ben.TurnsTo("Chat");
        await ben.Says("Where is Ada?");
        await ben.Reads("Where is Ada?");

        cable.Plug();
        await Assertions.Expect(ada.Page.GetByText("Reconnecting …")).ToHaveCountAsync(0);
        await Assertions.Expect(ada.Row("Cleo")).ToHaveCountAsync(0);
        await Assertions.Expect(ada.Rows()).ToHaveCountAsync(2);
        await ada.TurnsTo("Chat");
        await ada.Reads("Where is Ada?");
        Assert.True(await ada.Page.EvaluateAsync<bool>("() => window.sameLoad"));
    }

    [Fact]
    public async Task Whoever_has_no_network_is_told_at_once_and_comes_back_by_themselves()
    {
        var ada = await (await Somebody()).Enters(House.Take(Furniture.Open), "Ada");
        ada.Complaints.MayHear("ERR_INTERNET_DISCONNECTED");
        await ada.LosesTheNetwork();
        await ada.Sees("Reconnecting …", within: 3);
        await ada.FindsTheNetwork();
        await Assertions.Expect(ada.Page.GetByText("Reconnecting …")).ToHaveCountAsync(0);
        await ada.Tool("Raise hand").ClickAsync();
        await Assertions.Expect(ada.Tool("Lower hand")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_was_forgotten_meanwhile_comes_back_by_themselves_as_what_they_were()
    {
        var alias = House.Take(Furniture.Hosted);
        await using var cable = A_cable.To(House.Server.Address);
        var ada = await (await SomebodyAt(cable.Address)).EntersAsHost(alias, "Ada", Furniture.HostPin);
        await ada.TurnsTo("Chat");
        await ada.Says("I shall close my laptop");
        ada.Complaints.MayHear("Failed to load resource");
        var forgotten = await ada.Page.EvaluateAsync<string>("() => window.PEX.selfUUID");
        var token = await ada.Page.EvaluateAsync<string>("() => window.PEX.pexrtc.token");

        cable.Pull();
        await ada.Sees("Reconnecting …");
        (await new Visitor(House.Http, alias, token, forgotten).Post("release_token")).Accepted();
        cable.Plug();
        await Assertions.Expect(ada.Page.GetByText("Reconnecting …")).ToHaveCountAsync(0);
        await ada.IsInside();
        Assert.NotEqual(forgotten, await ada.Page.EvaluateAsync<string>("() => window.PEX.selfUUID"));
        await ada.TurnsTo("Chat");
        await ada.Reads("I shall close my laptop");
        await ada.Chooses("Lock the meeting");
        await ada.Sees("Locked");
    }

    [Fact]
    public async Task A_network_that_swallows_everything_is_noticed_by_its_silence()
    {
        var alias = House.Take(Furniture.Open);
        await using var cable = A_cable.To(House.Server.Address);
        var ada = await (await SomebodyAt(cable.Address)).Enters(alias, "Ada");
        ada.Complaints.MayHear("Failed to load resource");
        cable.Squeeze();
        await ada.Sees("Reconnecting …", within: 15);
        cable.Release();
        await Assertions.Expect(ada.Page.GetByText("Reconnecting …")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_server_that_was_killed_comes_back_under_everybody()
    {
        await using var server = await PlenumProcess.Start();
        var ada = await (await SomebodyAt(server.Address)).Enters("meet.open", "Ada");
        var ben = await (await SomebodyAt(server.Address)).Enters("meet.open", "Ben");
        await ada.TurnsTo("People");
        await Assertions.Expect(ada.Rows()).ToHaveCountAsync(2);
        foreach (var one in new[] { ada, ben }) one.Complaints.MayHear("Failed to load resource");

        server.Kill();
        await ada.Sees("Reconnecting …");
        await ben.Sees("Reconnecting …");
        await server.Restart();
        await Assertions.Expect(ada.Page.GetByText("Reconnecting …")).ToHaveCountAsync(0);
        await Assertions.Expect(ben.Page.GetByText("Reconnecting …")).ToHaveCountAsync(0);

        await ben.TurnsTo("Chat");
        await ben.Says("We are back");
        await ada.TurnsTo("Chat");
        await ada.Reads("We are back");
        await ada.TurnsTo("People");
        await ben.TurnsTo("People");
        await ada.Tool("Raise hand").ClickAsync();
        await ben.SeesMark("Ada", "Hand raised");
        await Assertions.Expect(ada.Rows()).ToHaveCountAsync(2);
        await Assertions.Expect(ben.Rows()).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_and_asked_again()
    {
        await using var server = await PlenumProcess.Start();
        var ada = await SomebodyAt(server.Address);
        ada.Complaints.MayHear("Failed to load resource");
        await ada.Open("/webapp2/conference/meet.open");
        await ada.Writes("Your name", "Ada");
        server.Kill();
        await ada.Presses("Join without microphone and camera");
        await ada.IsAt("The server cannot be reached");
        await server.Restart();
        await ada.Presses("Try again");
        await ada.IsInside();
    }
}
