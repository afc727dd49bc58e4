using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins;

/// <summary>The rows of what public plugins rely on whose truth lies in the page; the others hold in the host's own tests.</summary>
[Collection(nameof(PluginsCollection))]
public sealed class Plugins_that_lean_on_the_page(A_browser browser, Brandings brandings) : In_a_browser(browser), IClassFixture<Brandings>
{
    private const string JustThese = """
        {"plugins":[
          {"id":"41-roster-override","srcURL":"plugins/41-roster-override/plugin.json","enabled":true},
          {"id":"20-toolbar-arguments","srcURL":"plugins/20-toolbar-arguments/plugin.json","enabled":true}]}
        """;

    [Fact]
    public async Task Find_their_files_the_call_and_the_elements_that_they_reach_for()
    {
        var person = await Somebody();
        await person.Enters(Furniture.Open.Alias(2), "Rosa");
        await Assertions.Expect(person.Tool("row 20")).ToBeVisibleAsync();

        await person.Page.WaitForFunctionAsync("() => rows['01'].directory?.people[0] === 'Ada'");
        Assert.Equal("[]", await person.Page.EvaluateAsync<string>("() => JSON.stringify(rows['43'].missing())"));
        Assert.True(await person.Page.EvaluateAsync<bool>("() => rows['42'].found && rows['42'].constructable"));
        Assert.Equal(await person.Page.EvaluateAsync<string>("() => PEX.selfUUID"), await person.Page.EvaluateAsync<string>("() => rows['44'].uuid"));
        await person.Page.WaitForFunctionAsync("() => rows['55'].applied() === 'applied'");
        await person.Page.WaitForFunctionAsync("() => rows['59'].drawn()");
        Assert.Equal("[]", await person.Page.EvaluateAsync<string>("() => JSON.stringify(rows['57'].missing())"));
        foreach (var key in (string[])["s", "S"])
        {
            await person.Page.EvaluateAsync("key => { window.before = rows['58'].open(); rows['58'].press(key); }", key);
            await person.Page.WaitForFunctionAsync("() => rows['58'].open() !== before");
            if (await person.Page.EvaluateAsync<bool>("() => rows['58'].open()"))
                await person.Page.WaitForFunctionAsync("() => rows['56'].missing().length === 0");
        }
    }

    [Fact]
    public async Task Show_their_dialogs_above_the_settings_and_close_them_first()
    {
        var person = await Somebody();
        await person.Enters(Furniture.Open.Alias(5), "Rosa");
        await Assertions.Expect(person.Tool("row 20")).ToBeVisibleAsync();

        await person.Chooses("Settings");
        await person.Page.EvaluateAsync("() => { PEX.pluginAPI.openTemplateDialog({ title: 'On top', body: '<input id=\"typed\"><form id=\"away\" action=\"/elsewhere\"></form>' }) }");
        await Assertions.Expect(person.Page.Locator("#typed")).ToBeFocusedAsync();
        await person.Page.Keyboard.TypeAsync("hello");
        Assert.Equal("hello", await person.Page.Locator("#typed").InputValueAsync());
        // A real click says that nothing lies above it and that it is not inert.
        await person.Page.Locator("#typed").ClickAsync(new() { Timeout = 5000 });
        await person.Page.EvaluateAsync("() => { document.getElementById('away').submit(); }");
        await person.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(person.Page.Locator("#typed")).ToHaveCountAsync(0);
        await Assertions.Expect(person.Page.Locator("dialog[open]")).ToHaveCountAsync(1);
        await person.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(person.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Change_the_roster_by_putting_their_own_handlers_in()
    {
        var alias = Furniture.Open.Alias(3);
        var person = await Somebody();
        // Forty plugins may be more than a busy machine loads before the meeting goes on without them.
        await person.Page.Context.RouteAsync("**/custom_configuration/settings.json", route => route.FulfillAsync(new() { ContentType = "application/json", Body = JustThese }));
        await person.Enters(alias, "Rosa");
        await Assertions.Expect(person.Tool("row 20")).ToBeVisibleAsync();

        await (await Somebody()).Enters(alias, "Secret");

        // Whoever came later, and oneself, who was there before the handler.
        await Assertions.Expect(person.Page.Locator("pex-roster-list .pex-roster-list__user").Filter(new() { HasText = "anonymous" })).ToHaveCountAsync(2);
        await person.MissesInRoster("Secret");
    }

    [Fact]
    public async Task Send_requests_from_handlers_in_their_dialogs()
    {
        var person = await Somebody();
        await person.Enters(Furniture.Open.Alias(4), "Rosa");

        await person.Tool("row 27").ClickAsync();
        var request = await person.Page.RunAndWaitForRequestAsync(
            () => person.PressesIn(person.Dialog("row 27"), "Equal"),
            asked => asked.Url.EndsWith("/transform_layout", StringComparison.Ordinal));

        Assert.Equal("""{"transforms":{"layout":"4:0"}}""", request.PostData);
        Assert.Equal("plugin/27-dialog-inline", (await request.AllHeadersAsync())["plenum-cause"]);
    }

    /// <summary>An icon that a plugin means beside the page is looked for in its folder first, where it is not.</summary>
    private async Task<Person> Somebody()
    {
        var person = await SomebodyAt(await brandings.Serving("rows"));
        person.Complaints.MayHear("404");
        return person;
    }
}
