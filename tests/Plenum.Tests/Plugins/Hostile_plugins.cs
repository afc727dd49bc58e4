using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins;

/// <summary>What only a browser shows of hostile plugins: that they stand side by side, that the server hears of them, and that a hang is named.</summary>
[Collection(nameof(A_browser))]
public sealed class Hostile_plugins(A_browser browser, Brandings brandings) : In_a_browser(browser), IClassFixture<Brandings>
{
    [Fact]
    public async Task Leave_a_good_one_running_and_are_told_to_the_administrator()
    {
        var alias = Furniture.Open.Alias(5);
        var person = await Beside("03-throws-in-load", "20-unhandled-rejection", "21-throws-after-await", "41-breaks-arrays", "good");
        person.Complaints.MayHear("");
        await person.Enters(alias, "Hector");

        await person.Toolbar().GetByRole(AriaRole.Button, new() { NameRegex = new("^good \\d+ 0$") }).ClickAsync();
        await Assertions.Expect(person.Toolbar().GetByRole(AriaRole.Button, new() { NameRegex = new("^good \\d+ 1$") })).ToBeVisibleAsync();

        // Those that hang, in the tests beside this one, are told of as well.
        using var admin = Administration.Of(await brandings.Server("hostile"));
        await Eventually(async () => Assert.Equal(
            ["03-throws-in-load", "20-unhandled-rejection", "21-throws-after-await", "41-breaks-arrays"],
            (await admin.Get("plugin-faults")).AsArray().Select(fault => (string)fault!["plugin"]!).Where(plugin => !plugin.Contains("hangs")).Order()));
    }

    [Theory]
    [InlineData("50-hangs-in-load")]
    [InlineData("51-hangs-in-script")]
    [InlineData("52-hangs-in-timer")]
    public async Task That_hang_are_named_when_the_page_is_opened_again(string plugin)
    {
        var person = await Beside(plugin, "good");
        await person.Open(TheApp.LinkTo(Furniture.Open.Alias(6), "Hector"));
        await person.Page.WaitForURLAsync("**");
        await StandsStill(person);

        await person.OpenAnotherTab(TheApp.LinkTo(Furniture.Open.Alias(6), "Hector"));
        await person.IsInside();
        await Assertions.Expect(person.Toolbar().GetByRole(AriaRole.Button, new() { NameRegex = new("^good") })).ToBeVisibleAsync();
        await Assertions.Expect(person.Toolbar().GetByRole(AriaRole.Button, new() { Name = plugin })).ToHaveCountAsync(0);
        Assert.Contains(plugin, await person.Page.EvaluateAsync<string>("() => JSON.stringify(Object.entries(localStorage))"), StringComparison.Ordinal);
    }

    /// <summary>Somebody for whom the branding lists only these.</summary>
    private async Task<Person> Beside(params string[] plugins)
    {
        var person = await SomebodyAt(await brandings.Serving("hostile"));
        var listed = string.Join(',', plugins.Select(id => $$"""{"id":"{{id}}","srcURL":"plugins/{{id}}/plugin.json","enabled":true}"""));
        await person.Page.Context.RouteAsync("**/custom_configuration/settings.json", route => route.FulfillAsync(new() { ContentType = "application/json", Body = $$"""{"plugins":[{{listed}}]}""" }));
        return person;
    }

    /// <summary>A page that stands still answers nobody; the tab is closed as a user would.</summary>
    private static async Task StandsStill(Person person)
    {
        await Eventually(() => Assert.ThrowsAsync<TimeoutException>(() => person.Page.EvaluateAsync("() => 1").WaitAsync(TimeSpan.FromSeconds(5))));
        await person.Page.CloseAsync();
    }

    private static async Task Eventually(Func<Task> holds)
    {
        var until = DateTime.UtcNow.AddSeconds(60);
        while (true)
        {
            try
            {
                await holds();
                return;
            }
            catch (Xunit.Sdk.XunitException) when (DateTime.UtcNow < until)
            {
                await Task.Delay(100);
            }
        }
    }
}
