using Microsoft.Playwright;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>The app as a page: how it is painted first, what moves in it, what outlasts a change of the window, and its last resort.</summary>
[Collection(nameof(A_browser))]
public sealed class The_page_of_the_app(A_browser browser) : In_a_browser(browser)
{
    [Theory]
    [InlineData("dark", "")]
    [InlineData("contrast", "")]
    [InlineData("light", "?theme=dark")]
    public async Task Is_painted_in_the_theme_that_somebody_chose_before_the_app_has_run(string chosen, string query)
    {
        var ada = await Somebody();
        await ada.Open("/webapp2/");
        await ada.Page.EvaluateAsync($"() => localStorage.setItem('plenum.preferences', JSON.stringify({{ theme: '{chosen}' }}))");
        var seen = new TaskCompletionSource();
        await ada.Page.RouteAsync("**/assets/main-*.js", async route =>
        {
            await seen.Task;
            await route.ContinueAsync();
        });
        await ada.Page.GotoAsync($"/webapp2/{query}", new() { WaitUntil = WaitUntilState.Commit });
        await ada.IsAt("Join a meeting");
        var first = await Ground(ada);
        seen.SetResult();
        await Assertions.Expect(ada.Page.GetByLabel("Meeting name or link")).ToBeVisibleAsync();
        Assert.Equal(await Ground(ada), first);
        Assert.Equal(query == "" ? chosen : "dark", await ada.Page.EvaluateAsync<string>("() => document.documentElement.dataset.theme"));
    }

    [Fact]
    public async Task Does_not_jump_from_the_first_paint_into_the_meeting()
    {
        var ada = await Somebody();
        await ada.Page.AddInitScriptAsync("window.jumps = 0; new PerformanceObserver(list => { for (const jump of list.getEntries()) if (!jump.hadRecentInput) window.jumps += jump.value; }).observe({ type: 'layout-shift', buffered: true })");
        await ada.Open("/webapp2/");
        await Assertions.Expect(ada.Page.GetByLabel("Meeting name or link")).ToBeVisibleAsync();
        Assert.InRange(await Jumps(ada), 0, 0.01);
        await ada.Enters(House.Take(Furniture.Open), "Ada");
        Assert.InRange(await Jumps(ada), 0, 0.01);
    }

    [Fact]
    public async Task Keeps_a_menu_open_beside_its_button_when_the_window_changes_its_size()
    {
        var ada = await (await Somebody()).Enters(House.Take(Furniture.Open), "Ada");
        await ada.Tool("More").ClickAsync();
        await IsBeside(ada);
        foreach (var look in new[] { Look.Phone, new Look("with a keyboard up", 360, 420, ColorScheme.Light), new Look("wall", 3440, 1440, ColorScheme.Light) })
        {
            await ada.Sit(look);
            await IsBeside(ada);
        }
    }

    [Fact]
    public async Task Fits_a_wall_as_well_as_a_desk()
    {
        var ada = await (await Somebody(new Look("wall", 3440, 1440, ColorScheme.Light))).Enters(House.Take(Furniture.Open), "Ada");
        await ada.TurnsTo("People");
        Assert.Empty(await NothingIsWrong.Of(ada.Page));
        var panel = await ada.Page.Locator("#pex-sidebar-container").BoundingBoxAsync();
        Assert.InRange(panel!.Width, 300, 480);
    }

    [Fact]
    public async Task Goes_on_in_a_tab_that_nobody_looks_at()
    {
        var alias = House.Take(Furniture.Open);
        var ada = await (await Somebody()).Enters(alias, "Ada");
        // What browsers do to tabs in the background: they say so, and paint no more.
        await ada.Page.EvaluateAsync("() => { window.requestAnimationFrame = () => 0; Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' }); document.dispatchEvent(new Event('visibilitychange')); }");
        var ben = await House.Join(alias, "Ben");
        await ben.Say("Are you there?");
        await Assertions.Expect(ada.Tile("Ben")).ToBeVisibleAsync();
        await Assertions.Expect(ada.Tool("Chat, 1 unread message")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Hands_what_a_link_asks_for_to_the_call()
    {
        var ada = await (await Somebody(media: true)).Enters(House.Take(Furniture.Open), "Ada", "&bw=576&callTag=reception-3&muteMicrophone=1&colour=red");
        var asked = ada.Asked.First(request => request.Url.EndsWith("/request_token", StringComparison.Ordinal));
        Assert.Equal("reception-3", asked.PostDataJSON()!.Value.GetProperty("call_tag").GetString());
        Assert.Equal("576,576", await ada.Page.EvaluateAsync<string>("() => [PEX.pexrtc.bandwidth_in, PEX.pexrtc.bandwidth_out].join()"));
        Assert.Equal("red", await ada.Page.EvaluateAsync<string>("() => PEX.conferenceQueryParams.colour"));
        await Assertions.Expect(ada.Tool("Unmute microphone")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whose_last_resort_is_pressed_comes_back_into_the_same_meeting()
    {
        var alias = House.Take(Furniture.Open);
        var ada = await (await Somebody()).Enters(alias, "Ada");
        var ben = await (await Somebody()).Enters(alias, "Ben");
        await ben.TurnsTo("People");
        await ada.Page.EvaluateAsync("() => { const error = new Error('Out of chairs'); error.stack = `Error\\n at seat (${location.origin}/webapp2/assets/main.js:1:1)`; dispatchEvent(new ErrorEvent('error', { error })); }");
        await ada.IsAt("Oops. That should not have happened.");
        await ada.Presses("Reload");
        await ada.IsInside();
        await Assertions.Expect(ada.Tile("Ben")).ToBeVisibleAsync();
        await Assertions.Expect(ben.Rows()).ToHaveCountAsync(2);
    }

    private static Task<string> Ground(Person person) =>
        person.Page.EvaluateAsync<string>("() => [document.body, document.querySelector('.lobby-card')].map(part => getComputedStyle(part).backgroundColor).join()");

    private static Task<double> Jumps(Person person) => person.Page.EvaluateAsync<double>("() => window.jumps");

    private static async Task IsBeside(Person person)
    {
        await Assertions.Expect(person.Entry("Invite people")).ToBeVisibleAsync();
        var menu = (await person.Page.Locator("[role=menu]:popover-open").BoundingBoxAsync())!;
        var button = (await person.Tool("More").BoundingBoxAsync())!;
        var (width, height) = (person.Page.ViewportSize!.Width, person.Page.ViewportSize.Height);
        Assert.True(menu.X >= 0 && menu.Y >= 0 && menu.X + menu.Width <= width && menu.Y + menu.Height <= height, $"The menu reaches out of {width} by {height}");
        Assert.True(menu.X <= button.X + button.Width && menu.X + menu.Width >= button.X - 8, "The menu is not beside its button");
    }
}
