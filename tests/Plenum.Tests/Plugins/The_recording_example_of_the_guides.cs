using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Plugins.Guides;

namespace Plenum.Tests.Plugins;

/// <summary>The one complete plugin that the guides show, unchanged, in a meeting of two.</summary>
[Collection(nameof(GuidesCollection))]
public sealed class The_recording_example_of_the_guides(Two_with_the_recording_plugin two) : IAsyncLifetime, IClassFixture<Two_with_the_recording_plugin>
{
    public async ValueTask InitializeAsync() => await two.StartAnew();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Sentence("v22-065 connect-065 v22-124 connect-124 v22-133 connect-133")]
    public async Task Starts_a_recording_and_stops_it_again()
    {
        var (host, guest) = (two.Host, two.Guest);

        await host.Tool("Start recording").ClickAsync();
        var field = Dialog(host).GetByPlaceholder("Type the alias details here");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await field.FillAsync("demo:recorder");
        await host.PressesIn(Dialog(host), "Start");

        await Assertions.Expect(host.Tool("Stop recording")).ToBeVisibleAsync();
        await Assertions.Expect(Dialog(host)).ToHaveCountAsync(0);
        await guest.SeesInRoster("recorder");
        await host.Tool("Stop recording").ClickAsync();
        await Assertions.Expect(host.Tool("Start recording")).ToBeVisibleAsync();
        await guest.MissesInRoster("recorder");
    }

    [Sentence("v22-132 connect-132")]
    public async Task Says_so_in_its_dialog_when_nobody_can_be_reached()
    {
        var host = two.Host;

        await Records(host, "sip:nobody@nowhere.invalid");

        var field = Dialog(host).GetByPlaceholder("check alias and retry");
        await Assertions.Expect(field).ToBeVisibleAsync();
        await Assertions.Expect(field).ToHaveValueAsync("");
        await Assertions.Expect(field).ToHaveCSSAsync("border-top-color", "rgb(255, 0, 0)");
        await Assertions.Expect(host.Tool("Start recording")).ToBeVisibleAsync();
    }

    [Sentence("v22-126 connect-126 v22-127 connect-127 v22-240 connect-239 v22-241 connect-240")]
    public async Task Sets_label_and_icon_by_whether_it_streams_and_is_reached_from_its_button()
    {
        var host = two.Host;
        await Assertions.Expect(host.Tool("Start recording").Locator("circle")).ToHaveAttributeAsync("fill", "currentColor");
        await Records(host, "demo:recorder");
        await Assertions.Expect(host.Tool("Stop recording").Locator("circle")).ToHaveAttributeAsync("fill", "#e02020");
        await Assertions.Expect(host.Tool("Start recording")).ToHaveCountAsync(0);
        await host.Tool("Stop recording").ClickAsync();
        await Assertions.Expect(host.Tool("Start recording").Locator("circle")).ToHaveAttributeAsync("fill", "currentColor");
    }

    /// <summary>Such a call rings first, so the plugin has its uuid; what it shows then follows from who is there.</summary>
    [Fact]
    public async Task Is_ready_to_start_again_when_the_one_it_called_rejects()
    {
        var (host, guest) = (two.Host, two.Guest);

        await Records(host, "demo:reject-it");

        await guest.SeesInRoster("demo:reject-it");
        await guest.MissesInRoster("demo:reject-it");
        await Assertions.Expect(host.Tool("Stop recording")).ToHaveCountAsync(0);
        await host.Tool("Start recording").ClickAsync();
        await Assertions.Expect(Dialog(host)).ToBeVisibleAsync();
    }

    [Sentence("v22-125 connect-125")]
    public async Task Leaves_none_of_its_names_on_the_page()
    {
        var host = two.Host;
        await Assertions.Expect(host.Tool("Start recording")).ToBeVisibleAsync();
        Assert.Equal("", await host.Page.EvaluateAsync<string>("() => ['state$', 'uuid', 'connecting', 'load', 'recordConference', 'stopRecording'].filter(name => name in window).join()"));
    }

    [Sentence("v22-128 connect-128")]
    public async Task Has_the_focus_in_its_field_and_stays_on_the_page_when_the_form_is_sent()
    {
        var host = two.Host;
        await host.Page.EvaluateAsync("() => { window.samePage = true; }");
        await host.Tool("Start recording").ClickAsync();
        var field = Dialog(host).Locator("#simpleRecordPluginAlias");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await field.PressAsync("Enter");
        await field.FillAsync("demo:recorder");
        await field.PressAsync("Enter");
        await Assertions.Expect(host.Tool("Stop recording")).ToBeVisibleAsync();
        Assert.True(await host.Page.EvaluateAsync<bool>("() => window.samePage === true"));
    }

    [Sentence("v22-129 connect-129")]
    public async Task Offers_the_next_time_what_was_typed_before()
    {
        var host = two.Host;
        await Records(host, "demo:recorder");
        await host.Tool("Stop recording").ClickAsync();
        await host.Tool("Start recording").ClickAsync();
        await Assertions.Expect(Dialog(host).Locator("#simpleRecordPluginAlias")).ToHaveValueAsync("demo:recorder");
    }

    [Sentence("v22-130 connect-130")]
    public async Task Dials_nobody_when_nothing_was_typed()
    {
        var host = two.Host;
        var before = Dialled(host);
        await Records(host, "");
        await Assertions.Expect(Dialog(host)).ToBeVisibleAsync();
        Assert.Equal(before, Dialled(host));
    }

    [Sentence("v22-131 connect-131")]
    public async Task Does_nothing_more_while_it_connects()
    {
        var host = two.Host;
        var before = Dialled(host);
        var answer = new TaskCompletionSource();
        await host.Page.RouteAsync("**/dial", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        await Records(host, "demo:recorder");
        await host.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Dialog(host)).ToHaveCountAsync(0);
        await host.Tool("Start recording").ClickAsync();
        await Assertions.Expect(Dialog(host)).ToHaveCountAsync(0);
        answer.SetResult();
        await Assertions.Expect(host.Tool("Stop recording")).ToBeVisibleAsync();
        Assert.Equal(before + 1, Dialled(host));
        await host.Page.UnrouteAllAsync();
    }

    [Sentence("v22-134 connect-134")]
    public async Task Is_told_to_unload_before_it_goes()
    {
        var host = two.Host;
        await Assertions.Expect(host.Tool("Start recording")).ToBeVisibleAsync();
        await host.Chooses("Settings");
        await host.Page.GetByRole(AriaRole.Tab, new() { Name = "Plugins" }).ClickAsync();
        var use = host.Page.GetByRole(AriaRole.Switch, new() { Name = "Use recording" });
        await host.Page.RunAndWaitForConsoleMessageAsync(
            () => use.SetCheckedAsync(false),
            new() { Predicate = line => line.Text == "unload recoding-plugin" });
        await Assertions.Expect(host.Page.Locator("[aria-label='Start recording']")).ToHaveCountAsync(0);
        await use.SetCheckedAsync(true);
    }

    private static ILocator Dialog(Person host) => host.Dialog("Record alias");

    private static async Task Records(Person host, string destination)
    {
        await host.Tool("Start recording").ClickAsync();
        await Dialog(host).Locator("#simpleRecordPluginAlias").FillAsync(destination);
        await host.PressesIn(Dialog(host), "Start");
    }

    private static int Dialled(Person host) => host.Asked.Count(asked => asked.Url.EndsWith("/dial", StringComparison.Ordinal));
}
