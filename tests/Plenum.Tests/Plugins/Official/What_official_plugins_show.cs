using System.Text.Json;
using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Official;

/// <summary>Screenshot, layout, names and cameras: what is seen of people, and what hosts do about it.</summary>
[Collection(nameof(OfficialCollection))]
public sealed class What_official_plugins_show(Two_with_the_official_plugins two) : With_the_official_plugins(two)
{
    [Fact]
    public async Task Screenshot_saves_the_videos_as_a_picture_and_says_when_there_are_none()
    {
        await Gus.Chooses("Screenshot of the videos");
        await Assertions.Expect(Gus.Dialog("Screenshot")).ToContainTextAsync("There is no video to take a picture of.");

        var cleo = await Two.Somebody(media: true);
        await Two.AsHost(cleo, "Cleo");
        await cleo.Page.WaitForFunctionAsync("() => document.querySelector('#selfviewVideo')?.videoWidth > 0");
        await cleo.Chooses("Screenshot of the videos");
        var dialog = cleo.Dialog("Screenshot");
        var seen = await dialog.Locator("canvas").EvaluateAsync<int>("one => new Set(one.getContext('2d').getImageData(0, 0, one.width, one.height).data).size");
        Assert.True(seen > 8, "The picture has hardly any colours");
        var download = await cleo.Page.RunAndWaitForDownloadAsync(() => cleo.PressesIn(dialog, "Save as PNG"));
        Assert.Matches(@"^two at a table-\d{4}-\d\d-\d\d-\d{6}\.png$", download.SuggestedFilename);
        var picture = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        await Assertions.Expect(dialog.GetByText($"Saved as {download.SuggestedFilename}.")).ToBeVisibleAsync();
        await cleo.Leave();
    }

    [Fact]
    public async Task Layout_control_changes_the_picture_for_everybody_and_for_guests_and_takes_it_back()
    {
        var vera = await Visits("Vera", Furniture.HostPin);
        (await vera.Post("transform_layout", new { transforms = new { } })).Accepted();
        await using var heard = await vera.Listen();
        await using var guest = await (await Visits("Otto")).Listen();
        await Hanna.Chooses("Control the layout");
        var dialog = Hanna.Dialog("Layout");
        var four = dialog.GetByRole(AriaRole.Button, new() { Name = "4 equal pictures" });
        await four.ClickAsync();
        await heard.Until("layout", layout => layout.GetProperty("view").GetString() == "4:0");
        await Assertions.Expect(four).ToHaveAttributeAsync("aria-pressed", "true");
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Guests" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "The speaker alone" }).ClickAsync();
        await guest.Until("layout", layout => layout.GetProperty("view").GetString() == "1:0");
        await dialog.GetByRole(AriaRole.Group, new() { Name = "Names" }).GetByRole(AriaRole.Button, new() { Name = "On" }).ClickAsync();
        await heard.Until("layout", layout => layout.GetProperty("overlay_text_enabled").GetBoolean());
        await dialog.GetByRole(AriaRole.Group, new() { Name = "Sign for recording" }).GetByRole(AriaRole.Button, new() { Name = "On" }).ClickAsync();
        await Until.Holds(async () => Assert.Contains("recording_indicator", (await vera.Get("plenum/timeline")).Text, StringComparison.Ordinal));
        await Hanna.PressesIn(dialog, "The usual layout");
        await heard.Until("layout", layout => layout.GetProperty("view").GetString() != "4:0" && !layout.GetProperty("overlay_text_enabled").GetBoolean());
    }

    [Fact]
    public async Task A_plugin_without_its_settings_works_by_its_defaults_and_says_so_once()
    {
        var harry = await Two.Harry();
        foreach (var _ in (int[])[1, 2])
        {
            await harry.Chooses("Control the layout");
            await Assertions.Expect(harry.Dialog("Layout").GetByRole(AriaRole.Button, new() { Name = "The speaker alone" })).ToBeVisibleAsync();
            await harry.Page.Keyboard.PressAsync("Escape");
        }

        Assert.Single(Two.HarrysConsole, "layout-control: settings.json cannot be used, so the defaults hold (it was answered with 404)");
    }

    [Fact]
    public async Task Rename_puts_another_name_under_a_picture_and_takes_it_away()
    {
        await Hanna.Does("Show another name", GusName);
        var dialog = Hanna.Dialog($"Another name for {GusName}");
        var field = dialog.GetByLabel("Name under the picture");
        await Assertions.Expect(field).ToHaveValueAsync(GusName);
        await Assertions.Expect(dialog).ToContainTextAsync($"In the list of people, {GusName} stays {GusName}.");
        await field.FillAsync("Chair <b>of all");
        await field.PressAsync("Enter");
        await Assertions.Expect(Gus.Tile("Chair <b>of all")).ToBeVisibleAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Hanna.Does("Show another name", GusName);
        await Hanna.PressesIn(dialog, "Show the own name");
        await Assertions.Expect(Gus.Tile(GusName)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Video_mute_turns_a_camera_off_and_allows_it_again()
    {
        var vera = await Visits("Vera", Furniture.HostPin);
        await Hanna.Does("Allow the camera again", GusName);
        await Is(vera, GusName, one => !one.GetProperty("is_video_muted").GetBoolean());
        await Hanna.Does("Turn the camera off", GusName);
        await Is(vera, GusName, one => one.GetProperty("is_video_muted").GetBoolean());
        await Gus.OpensMenuOf("Hanna");
        await Assertions.Expect(Gus.Entry("Turn the camera off")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Anonymise_hides_the_names_of_guests_and_newcomers_until_they_are_shown_again()
    {
        var vera = await Visits("Vera");
        await Hanna.Chooses("Hide the names of guests");
        await Is(vera, GusName, IsNeutral);
        await Assertions.Expect(Gus.Rows().Filter(new() { HasText = "Vera" })).ToHaveCountAsync(0);
        await Assertions.Expect(Hanna.Row("Vera")).ToBeVisibleAsync();
        await Visits("Wim");
        await Is(vera, "Wim", IsNeutral);
        await Assertions.Expect(Gus.Rows().Filter(new() { HasText = "Wim" })).ToHaveCountAsync(0);
        await Assertions.Expect(Gus.Rows().Filter(new() { HasText = "Guest " })).Not.ToHaveCountAsync(0);
        await Hanna.Chooses("Show the names of guests");
        foreach (var name in (string[])["Vera", "Wim"]) await Assertions.Expect(Gus.Row(name)).ToBeVisibleAsync();
        await Assertions.Expect(Gus.Tile(GusName)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Anonymise_shows_the_names_when_it_is_turned_off()
    {
        await Visits("Vera");
        await Hanna.Chooses("Hide the names of guests");
        await Assertions.Expect(Gus.Rows().Filter(new() { HasText = "Vera" })).ToHaveCountAsync(0);
        await Uses(Hanna, "Anonymise", on: false);
        await Assertions.Expect(Gus.Row("Vera")).ToBeVisibleAsync();
        await Assertions.Expect(Gus.Tile(GusName)).ToBeVisibleAsync();
        await Uses(Hanna, "Anonymise", on: true);
    }

    [Fact]
    public async Task Hide_API_participants_leaves_a_robot_out_until_it_is_asked_for()
    {
        await Visits("Robot arm");
        await Visits("Vera");
        foreach (var person in (Person[])[Hanna, Gus])
        {
            await Assertions.Expect(person.Row("Vera")).ToBeVisibleAsync();
            await Assertions.Expect(person.Row("Robot arm")).ToHaveCountAsync(0);
        }

        await Hanna.Chooses("Show hidden participants (1)");
        await Assertions.Expect(Hanna.Row("Robot arm")).ToBeVisibleAsync();
        await Assertions.Expect(Gus.Row("Robot arm")).ToHaveCountAsync(0);
        await Hanna.Chooses("Hide participants without devices");
        await Assertions.Expect(Hanna.Row("Robot arm")).ToHaveCountAsync(0);
        // Both stand between the call and the list, now in the other order.
        await Uses(Hanna, "Anonymise", on: false);
        await Uses(Hanna, "Anonymise", on: true);
        await Uses(Hanna, "Hide API participants", on: false);
        await Assertions.Expect(Hanna.Row("Robot arm")).ToBeVisibleAsync();
        await Uses(Hanna, "Hide API participants", on: true);
        await Assertions.Expect(Hanna.Row("Robot arm")).ToHaveCountAsync(0);
        await Hanna.Chooses("Show hidden participants (1)");
        await Assertions.Expect(Hanna.Row("Robot arm")).ToBeVisibleAsync();
        await Hanna.Chooses("Hide participants without devices");
    }

    private static bool IsNeutral(JsonElement one) => one.GetProperty("overlay_text").GetString()!.StartsWith("Guest ", StringComparison.Ordinal);
}
