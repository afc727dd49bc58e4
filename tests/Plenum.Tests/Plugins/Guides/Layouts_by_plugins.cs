using System.Text.Json;
using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>How plugins change the picture, as a host and a guest hear of it from the server.</summary>
[Collection(nameof(GuidesCollection))]
public sealed class Layouts_by_plugins(Hanna_and_Gus two) : With_the_guides_plugins(two), IClassFixture<Hanna_and_Gus>
{
    [Sentence("v22-206 connect-205")]
    public async Task The_buttons_of_the_example_change_the_layout_and_take_it_back()
    {
        await using var heard = await Listening();
        await Hanna.Chooses("Control the layout");
        await Hanna.PressesIn(Hanna.Dialog("Layout control"), "Equal");
        await heard.Until("layout", layout => View(layout) == "4:0");
        await Hanna.PressesIn(Hanna.Dialog("Layout control"), "Default");
        await heard.Until("layout", layout => View(layout) != "4:0");
    }

    [Sentence("v22-215 connect-214")]
    public async Task ChangeConferenceLayout_works_and_is_told_to_be_deprecated()
    {
        await using var heard = await Listening();
        await Hanna.Chooses("Layout, the old way");
        await heard.Until("layout", layout => View(layout) == "2:21");
        var card = await Card(Hanna, "commands");
        await card.Locator("summary").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(card.Locator(".problem").Filter(new() { HasText = "changeConferenceLayout is deprecated" })).ToBeVisibleAsync();
    }

    [Sentence("v22-216 connect-215 v22-219 connect-218")]
    public async Task TransformConferenceLayout_takes_an_object_and_changes_the_layout()
    {
        await using var heard = await Listening();
        await Hanna.Chooses("Layouts of hosts and guests");
        await heard.Until("layout", layout => View(layout) == "1:21");
    }

    [Sentence("v22-217 connect-216")]
    public async Task TransformConferenceLayout_gives_hosts_and_guests_layouts_of_their_own()
    {
        await using var heard = await Listening();
        await using var guest = await (await Vera("none", "Otto")).Listen();
        await Hanna.Chooses("Layouts of hosts and guests");
        await heard.Until("layout", layout => View(layout) == "1:21");
        await guest.Until("layout", layout => View(layout) == "1:0");
    }

    [Sentence("v22-218 connect-217")]
    public async Task TransformConferenceLayout_asks_for_transform_layout()
    {
        var request = await Asks(Hanna, "/transform_layout", () => Hanna.Chooses("Layouts of hosts and guests"));
        Assert.Equal("""{"transforms":{"host_layout":"1:21","guest_layout":"1:0"}}""", request.PostData);
        Assert.Equal(200, (await request.ResponseAsync())!.Status);
    }

    [Sentence("v22-220 connect-219")]
    public async Task What_is_wished_for_streams_is_kept_by_the_conference()
    {
        var vera = await Vera();
        await vera.Post("transform_layout", new { transforms = new { } });
        await Asks(Hanna, "/transform_layout", () => Hanna.Chooses("Layout of streams"));
        await Eventually(async () => Assert.Contains("waiting_screen_enabled", (await vera.Get("plenum/timeline")).Text, StringComparison.Ordinal));
    }

    [Sentence("v22-221 connect-220")]
    public async Task Overlay_text_and_indicators_are_turned_on_and_off()
    {
        await using var heard = await Listening();
        await Hanna.Chooses("Overlay text on");
        await heard.Until("layout", layout => layout.GetProperty("overlay_text_enabled").GetBoolean());
        Assert.Contains("enable_active_speaker_indication", (await (await Vera()).Get("plenum/timeline")).Text, StringComparison.Ordinal);
        await Hanna.Chooses("Overlay text off");
        await heard.Until("layout", layout => !layout.GetProperty("overlay_text_enabled").GetBoolean());
    }

    private static string View(JsonElement layout) => layout.GetProperty("view").GetString()!;

    /// <summary>A host's stream of a conference whose layout is the default at this moment.</summary>
    private async Task<EventReader> Listening()
    {
        var vera = await Vera();
        (await vera.Post("transform_layout", new { transforms = new { } })).Accepted();
        return await vera.Listen();
    }

    private static async Task Eventually(Func<Task> holds)
    {
        for (var until = DateTime.UtcNow.AddSeconds(15); ; await Task.Delay(50))
        {
            try
            {
                await holds();
                return;
            }
            catch (Xunit.Sdk.XunitException) when (DateTime.UtcNow < until)
            {
                // Asked again until it is so.
            }
        }
    }
}
