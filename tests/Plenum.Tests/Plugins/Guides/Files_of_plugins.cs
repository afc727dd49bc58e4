using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Plenum.Tests.Browsers;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>Package files, source files and pictures, as they lie in the branding, and what each field does.</summary>
[Collection(nameof(GuidesCollection))]
public sealed class Files_of_plugins(Hanna_and_Gus two) : With_the_guides_plugins(two), IClassFixture<Hanna_and_Gus>
{
    private const string Plugins = "/webapp2/custom_configuration/plugins/";

    [Sentence("v22-029 connect-029 v22-055 connect-055")]
    public async Task Package_source_and_picture_are_served_from_the_branding()
    {
        foreach (var file in (string[])["toolbar.plugin.package.json", "toolbar.plugin.js", "star.svg"])
        {
            using var answer = await Two.Http.GetAsync($"{Plugins}toolbar/{file}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Sentence("v22-036 connect-036")]
    public async Task The_settings_in_the_root_of_the_branding_say_which_plugins_there_are()
    {
        var listed = JsonNode.Parse(await Two.Http.GetStringAsync("/webapp2/custom_configuration/settings.json"))!["plugins"]!.AsArray();
        await Card(Hanna, "Star of the toolbar");
        await Assertions.Expect(Hanna.Page.Locator("dialog[open] section.card")).ToHaveCountAsync(listed.Count);
    }

    [Sentence("v22-037 connect-037")]
    public async Task A_plugin_that_lies_there_and_is_not_listed_is_not_used()
    {
        Assert.True((await Two.Http.GetAsync($"{Plugins}unlisted/unlisted.plugin.package.json")).IsSuccessStatusCode);
        await Card(Hanna, "Star of the toolbar");
        await Assertions.Expect(Hanna.Page.GetByRole(AriaRole.Region, new() { Name = "unlisted" })).ToHaveCountAsync(0);
        Assert.DoesNotContain(Hanna.Asked, asked => asked.Url.Contains("/unlisted/", StringComparison.Ordinal));
    }

    [Sentence("v22-030 connect-030 v22-064 connect-064")]
    public Task The_package_file_is_found_where_the_settings_say() =>
        Finds(Hanna, "/plugins/recording/recording.plugin.package.json");

    [Sentence("v22-039 connect-039")]
    public Task The_address_of_a_package_is_that_in_the_settings_and_not_the_id() =>
        Finds(Gus, "/plugins/screenshot/screenshot.plugin.package.json");

    [Sentence("v22-071 connect-071 v22-105 connect-105")]
    public Task The_source_file_is_found_where_the_package_says() => Finds(Hanna, "/plugins/screenshot/screenshot.plugin.js");

    [Sentence("v22-038 connect-038 v22-067 connect-067")]
    public async Task One_id_in_settings_package_and_registration_leaves_nothing_to_complain_of()
    {
        var card = await Card(Hanna, "screenshot");
        await Assertions.Expect(card.Locator(".state")).ToHaveTextAsync("Running");
        await Assertions.Expect(card.Locator(".problem")).ToHaveCountAsync(0);
    }

    [Sentence("v22-053 connect-053 v22-063 connect-063")]
    public async Task The_package_says_what_the_plugin_is_called_where_it_is_seen_and_what_it_calls()
    {
        var card = await Card(Hanna, "Star of the toolbar");
        await Assertions.Expect(card).ToContainTextAsync("Notes what it is given.");
        await Hanna.PutsDialogsAway();
        await Hanna.Page.EvaluateAsync("() => { delete guide.toolbarWasGiven; }");
        await Hanna.Tool("A star").ClickAsync();
        await Holds(Hanna, "guide.toolbarWasGiven");
    }

    [Sentence("v22-066 connect-066")]
    public async Task A_package_with_the_documented_fields_alone_has_no_problem()
    {
        var package = JsonNode.Parse(await Two.Http.GetStringAsync($"{Plugins}toolbar/toolbar.plugin.package.json"))!.AsObject();
        Assert.Equal(
            ["id", "name", "description", "version", "srcURL", "allowUnload", "platforms", "participantRoles", "menuItems"],
            package.Select(field => field.Key));
        var card = await Card(Hanna, "Star of the toolbar");
        await Assertions.Expect(card.Locator(".problem")).ToHaveCountAsync(0);
        await Assertions.Expect(card.Locator(".state")).ToHaveTextAsync("Running");
    }

    [Sentence("v22-106 connect-106")]
    public async Task A_source_with_load_unload_a_function_and_the_registration_lives_its_whole_life()
    {
        await Uses(Hanna, "recording", true);
        await Holds(Hanna, "guide.recordingIsLoaded === true");
        await Hanna.Tool("Record").ClickAsync();
        await Holds(Hanna, "guide.recordConferenceWasGiven");
        await Uses(Hanna, "recording", false);
        await Holds(Hanna, "guide.recordingIsLoaded === false");
    }

    [Sentence("v22-107 connect-107")]
    public async Task What_load_does_is_done_when_the_plugin_is_loaded()
    {
        // Its label is null in the package: the one that is seen was set by load.
        await Assertions.Expect(Gus.Tool("The door is open")).ToBeVisibleAsync();
    }

    [Sentence("v22-118 connect-118 v22-189 connect-189")]
    public async Task A_plugin_that_registered_is_running()
    {
        await Assertions.Expect((await Card(Hanna, "state")).Locator(".state")).ToHaveTextAsync("Running");
    }

    [Sentence("v22-120 connect-120 v22-111 connect-111 v22-112 connect-112")]
    public async Task The_function_that_was_registered_by_the_name_in_the_package_does_the_work()
    {
        await Hanna.Page.EvaluateAsync("() => { delete guide.screenshot; }");
        await Hanna.Chooses("take screenshot of videos");
        await Holds(Hanna, "guide.screenshot === true");
    }

    [Sentence("v22-121 connect-121")]
    public async Task A_plugin_without_state_registers_none_and_works()
    {
        Assert.DoesNotContain("state$", await Two.Http.GetStringAsync($"{Plugins}toolbar/toolbar.plugin.js"), StringComparison.Ordinal);
        await Assertions.Expect(Hanna.Tool("A star")).ToBeVisibleAsync();
    }

    [Sentence("v22-122 connect-122")]
    public async Task The_model_of_a_registration_with_its_state_runs()
    {
        Assert.Contains("registerPlugin({ id: 'state', load: load, unload: unload, press: press, state$: state$ })", await Two.Http.GetStringAsync($"{Plugins}state/state.plugin.js"), StringComparison.Ordinal);
        var card = await Card(Hanna, "state");
        await Assertions.Expect(card.Locator(".state")).ToHaveTextAsync("Running");
        await Assertions.Expect(card.Locator(".problem")).ToHaveCountAsync(0);
    }

    [Sentence("v22-119 connect-119")]
    public async Task The_id_that_a_plugin_registers_is_the_one_it_is_known_by()
    {
        var request = await Asks(Hanna, "/message", () => Hanna.Chooses("Chat by plugin"));
        Assert.Equal("plugin/commands", (await request.AllHeadersAsync())["plenum-cause"]);
    }

    [Sentence("v22-123 connect-123")]
    public async Task Further_functions_of_the_source_are_called_by_its_own()
    {
        // Only the further function, which is not registered, notes what was given.
        await Gus.Tool("A star").ClickAsync();
        await Holds(Gus, "guide.toolbarWasGiven.length === 2");
    }

    private static async Task Finds(Person person, string file)
    {
        var asked = person.Asked.First(asked => asked.Url.EndsWith(file, StringComparison.Ordinal));
        Assert.Equal(200, (await asked.ResponseAsync())!.Status);
    }
}
