using Microsoft.Playwright;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>The app beside other clients of the same meeting, on another server than its own, and with a call that somebody else's script changed.</summary>
[Collection(nameof(A_browser))]
public sealed class Other_servers_and_clients(A_browser browser) : In_a_browser(browser)
{
    [Fact]
    public async Task The_official_client_and_the_plain_page_take_part()
    {
        var alias = House.Take(Furniture.Open);
        var ada = await (await Somebody()).Enters(alias, "Ada");
        var plain = await Somebody();
        await plain.Open("/static/webrtc/example.html");
        await plain.Writes("Conference", alias);
        await plain.Writes("Name", "Paul");
        await plain.Presses("Join");
        await plain.IsAt("Who is here");
        await using var ingo = await A_person_with_the_official_client.Joins(House.Server.Address, alias, "Ingo");

        await ada.TurnsTo("People");
        await Assertions.Expect(ada.Rows()).ToHaveCountAsync(3);
        await Assertions.Expect(ada.Row("Paul")).ToBeVisibleAsync();
        await Assertions.Expect(ada.Row("Ingo")).ToBeVisibleAsync();
        await Assertions.Expect(plain.Page.Locator("#roster li")).ToHaveCountAsync(3);

        await ada.TurnsTo("Chat");
        await ada.Says("Hello all clients");
        await plain.Sees("Hello all clients");
        await ingo.Sees("Hello all clients");
        await plain.Writes("Message", "Hello from the page");
        await plain.Presses("Send");
        await ada.Reads("Hello from the page");
        await ingo.Does("sendMessage", new { payload = "Hello from the package" });
        await ada.Reads("Hello from the package");
        await plain.Sees("Hello from the package");
    }

    [Fact]
    public async Task The_roster_shows_what_a_replaced_callback_passes_on()
    {
        var alias = House.Take(Furniture.Open);
        var ada = await (await Somebody()).Enters(alias, "Ada");
        await ada.TurnsTo("People");
        await ada.Page.EvaluateAsync("""
            () => {
              const call = window.PEX.pexrtc;
              for (const name of ['onParticipantCreate', 'onParticipantUpdate']) {
                const before = call[name];
                call[name] = (one) => before.call(call, one.uuid === call.uuid ? one : { ...one, display_name: 'Somebody secret', overlay_text: 'Somebody secret' });
              }
            }
            """);
        var ben = await (await Somebody()).Enters(alias, "Ben");
        await Assertions.Expect(ada.Row("Somebody secret")).ToBeVisibleAsync();
        await ben.Tool("Raise hand").ClickAsync();
        await ada.SeesMark("Somebody secret", "Hand raised");
        await Assertions.Expect(ada.Row("Ben")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_app_of_one_server_joins_a_meeting_of_another_that_a_link_or_its_settings_name()
    {
        await using var elsewhere = await PlenumProcess.Start();
        await using var front = await PlenumProcess.StartWith(new Dictionary<string, string> { ["Plenum__Pages__Node"] = elsewhere.Address.GetLeftPart(UriPartial.Authority) });
        var node = Uri.EscapeDataString(elsewhere.Address.GetLeftPart(UriPartial.Authority));
        var ada = await (await Somebody()).Enters("meet.open", "Ada", $"&node={node}");
        var ben = await (await SomebodyAt(elsewhere.Address)).Enters("meet.open", "Ben");
        var cleo = await (await SomebodyAt(front.Address)).Enters("meet.open", "Cleo");
        // Those servers go before their people do.
        foreach (var one in new[] { ada, ben, cleo }) one.Complaints.MayHear("Failed to load resource");
        await ada.TurnsTo("People");
        await Assertions.Expect(ada.Row("Ben")).ToBeVisibleAsync();
        await Assertions.Expect(ada.Row("Cleo")).ToBeVisibleAsync();
        await ben.TurnsTo("Chat");
        await ben.Says("From where are you?");
        await ada.TurnsTo("Chat");
        await ada.Reads("From where are you?");
        await ada.Says("From another server");
        await ben.Reads("From another server");
    }
}
