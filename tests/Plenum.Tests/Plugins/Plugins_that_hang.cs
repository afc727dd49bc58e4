using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Management;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins;

/// <summary>Nothing in a page can end a loop; what can be done is to say whose it was when the page is opened again, and to leave it out.</summary>
[Collection(nameof(PluginsCollection))]
public sealed class Plugins_that_hang(A_browser browser, Brandings brandings) : In_a_browser(browser), IClassFixture<Brandings>
{
    private const string Blaming = """
        (() => {
          const { setItem } = Storage.prototype;
          Storage.prototype.setItem = function (key, value) {
            if (key === 'plenum.plugins' && value.includes('hangs')) window.blamedAt ??= performance.now();
            return setItem.call(this, key, value);
          };
        })();
        """;

    public static TheoryData<string> Everyone => [.. Hostile.ThatHang.Select(one => one.Plugin)];

    /// <summary>A loop keeps a processor to itself until its page is closed, so the others wait for the long form.</summary>
    [Theory]
    [InlineData("49-hangs-in-action")]
    public Task Are_named_and_left_out_when_the_page_is_opened_again(string plugin) => IsNamedAndLeftOut(plugin);

    [Theory]
    [Trait("Form", "long")]
    [MemberData(nameof(Everyone))]
    public Task Are_named_and_left_out_all_of_them(string plugin) => IsNamedAndLeftOut(plugin);

    private async Task IsNamedAndLeftOut(string plugin)
    {
        var one = Hostile.All.Single(other => other.Plugin == plugin);
        var person = await HangsBy(one);

        await ComesBackWhileTheServerTakesItsTime(person);

        await Assertions.Expect(person.Toolbar().GetByRole(AriaRole.Button, new() { NameRegex = new("^good") })).ToBeVisibleAsync();
        await Assertions.Expect(person.Tool(plugin)).ToHaveCountAsync(0);
        await person.OpensPlugins();
        var card = person.Page.GetByRole(AriaRole.Region, new() { Name = one.Name, Exact = true });
        foreach (var word in one.Words) await Assertions.Expect(card).ToContainTextAsync(word);
        using var admin = Administration.Of(await brandings.Server("hostile"));
        await Until.Holds(async () => Assert.Equal(one.Entry, (string)Assert.Single((await admin.Get($"plugin-faults?plugin={plugin}")).AsArray())!["entry"]!));
    }

    [Theory]
    [Trait("Form", "long")]
    [MemberData(nameof(Everyone))]
    public async Task Are_named_within_a_second_of_opening_the_page_again(string plugin)
    {
        var person = await HangsBy(Hostile.All.Single(other => other.Plugin == plugin));
        await person.Page.Context.AddInitScriptAsync(Blaming);

        await person.Open(TheApp.LinkTo(Alias, "Hector"));
        await person.IsInside();

        var inside = await person.Page.EvaluateAsync<double>("() => performance.now()");
        var named = await person.Page.EvaluateAsync<double>("() => window.blamedAt");
        TestContext.Current.TestOutputHelper?.WriteLine($"named {named:0} ms after the page was asked for, of {inside:0} ms until inside");
        // A machine that needs seconds to open the page at all may need more than one of them for this part.
        Assert.InRange(named, 0, Math.Max(1000, inside / 3));
    }

    private static string Alias => Furniture.Open.Alias(6);

    /// <summary>The culprit is known before anybody is let in. A server told so early would refuse to hear it, and the browser would note that.</summary>
    private static async Task ComesBackWhileTheServerTakesItsTime(Person person)
    {
        var named = new TaskCompletionSource();
        await person.Page.Context.RouteAsync("**/request_token", async route =>
        {
            await named.Task;
            await route.ContinueAsync();
        });
        await person.Open(TheApp.LinkTo(Alias, "Hector"));
        await person.Page.WaitForFunctionAsync("() => localStorage.getItem('plenum.plugins')?.includes('hangs')");
        named.SetResult();
        await person.IsInside();
    }

    /// <summary>Somebody whose page stood still and was closed.</summary>
    private async Task<Person> HangsBy(Hostile one)
    {
        var person = await SomebodyAt(await brandings.Serving("hostile"));
        await person.Finds((one.Plugin, true), ("good", true));
        var page = person.Page;
        await person.Open(TheApp.LinkTo(Alias, "Hector"));
        if (one.Entry!.StartsWith("action", StringComparison.Ordinal))
        {
            await Assertions.Expect(person.Tool(one.Plugin)).ToBeVisibleAsync();
            // Not awaited in the page: it will not come back.
            await page.EvaluateAsync("(label) => void setTimeout(() => document.querySelector(`[aria-label=\"${label}\"]`).click())", one.Plugin);
        }

        await person.OpenAnotherTab("/webapp2/icons.svg");
        await Until.Holds(async () => Assert.True(await StandsStill(person.Page, one.Plugin)));
        await page.CloseAsync();
        return person;
    }

    /// <summary>Seen from another tab: the note of what runs has been the same for longer than anything should run.</summary>
    private static async Task<bool> StandsStill(IPage page, string plugin)
    {
        var note = await page.EvaluateAsync<string?>("() => Object.entries(localStorage).find(([key]) => key.startsWith('plenum.plugin-running.'))?.[1]");
        return note is not null && JsonNode.Parse(note) is { } running && (string)running["plugin"]! == plugin
            && DateTimeOffset.UtcNow - DateTimeOffset.FromUnixTimeMilliseconds((long)running["at"]!) > TimeSpan.FromSeconds(1);
    }
}
