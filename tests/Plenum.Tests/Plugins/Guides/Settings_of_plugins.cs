using Microsoft.Playwright;
using Plenum.Tests.Browsers;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>What people see of plugins in their settings, and how they load and unload them.</summary>
[Collection(nameof(GuidesCollection))]
public sealed class Settings_of_plugins(Hanna_and_Gus two) : With_the_guides_plugins(two), IClassFixture<Hanna_and_Gus>
{
    [Sentence("v22-034 connect-034")]
    public async Task Everybody_has_a_page_of_plugins_that_lists_them()
    {
        foreach (var person in (Person[])[Hanna, Gus])
        {
            await Card(person, "Star of the toolbar");
            await Card(person, "screenshot");
        }
    }

    [Sentence("v22-040 connect-040 v22-044 connect-044")]
    public async Task Of_two_listed_plugins_the_enabled_one_runs_and_the_other_is_off()
    {
        await Assertions.Expect((await Card(Gus, "screenshot")).Locator(".state")).ToHaveTextAsync("Running");
        await Assertions.Expect((await Card(Gus, "recording")).Locator(".state")).ToHaveTextAsync("Off");
    }

    [Sentence("v22-041 connect-041")]
    public async Task An_enabled_plugin_loads_by_itself()
    {
        await OpensMore(Gus);
        await Assertions.Expect(Gus.Entry("take screenshot of videos")).ToBeVisibleAsync();
    }

    [Sentence("v22-042 connect-042")]
    public async Task A_plugin_that_is_not_enabled_does_not_load_nor_is_its_script_fetched()
    {
        await Assertions.Expect(Gus.Tool("A star")).ToBeVisibleAsync();
        await Assertions.Expect(Gus.Tool("Record")).ToHaveCountAsync(0);
        Assert.DoesNotContain(Gus.Asked, asked => asked.Url.EndsWith("recording.plugin.js", StringComparison.Ordinal));
    }

    [Sentence("v22-043 connect-043")]
    public async Task People_load_and_unload_what_they_may()
    {
        await Uses(Hanna, "recording", true);
        await Assertions.Expect(Hanna.Tool("Record")).ToBeVisibleAsync();
        await Uses(Hanna, "recording", false);
        await Assertions.Expect(Hanna.Tool("Record")).ToHaveCountAsync(0);
    }

    [Sentence("v22-068 connect-068")]
    public async Task The_name_of_the_package_is_shown() =>
        await Assertions.Expect((await Card(Hanna, "Fixed by the administrator")).Locator("strong")).ToHaveTextAsync("Fixed by the administrator");

    [Sentence("v22-069 connect-069")]
    public async Task The_description_is_shown() =>
        await Assertions.Expect((await Card(Hanna, "recording")).GetByText("Record the conference through adding a streaming participant", new() { Exact = true })).ToBeVisibleAsync();

    [Sentence("v22-070 connect-070")]
    public async Task The_version_is_the_number_in_the_package() =>
        await Assertions.Expect((await Card(Hanna, "Star of the toolbar")).Locator(".version")).ToHaveTextAsync("3.25");

    [Sentence("v22-072 connect-072")]
    public async Task Only_where_the_package_allows_it_there_is_a_switch()
    {
        await Assertions.Expect((await Card(Hanna, "screenshot")).GetByRole(AriaRole.Switch)).ToHaveCountAsync(1);
        await Assertions.Expect((await Card(Hanna, "Fixed by the administrator")).GetByRole(AriaRole.Switch)).ToHaveCountAsync(0);
    }

    [Sentence("v22-073 connect-073")]
    public async Task A_plugin_that_may_be_unloaded_is_turned_off()
    {
        await Uses(Gus, "screenshot", false);
        await OpensMore(Gus);
        await Assertions.Expect(Gus.Entry("take screenshot of videos")).ToHaveCountAsync(0);
        await Gus.PutsMenusAway();
        await Uses(Gus, "screenshot", true);
        await OpensMore(Gus);
        await Assertions.Expect(Gus.Entry("take screenshot of videos")).ToBeVisibleAsync();
    }

    [Sentence("v22-074 connect-074")]
    public async Task A_plugin_that_may_not_be_unloaded_stays()
    {
        await Assertions.Expect((await Card(Gus, "Fixed by the administrator")).GetByText("Your administrator keeps this plugin on.")).ToBeVisibleAsync();
        await Gus.PutsDialogsAway();
        await OpensMore(Gus);
        await Assertions.Expect(Gus.Entry("Marker fixed")).ToBeVisibleAsync();
    }

    [Sentence("v22-110 connect-110")]
    public async Task Unload_is_called_when_the_plugin_is_turned_off()
    {
        await Uses(Hanna, "recording", true);
        await Holds(Hanna, "guide.recordingIsLoaded === true");
        await Uses(Hanna, "recording", false);
        await Holds(Hanna, "guide.recordingIsLoaded === false");
    }
}
