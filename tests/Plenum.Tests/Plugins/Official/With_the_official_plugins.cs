using System.Text.Json;
using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Official;

/// <summary>Tests in a meeting of two with the official plugins; visitors leave with the test.</summary>
public abstract class With_the_official_plugins(Two_with_the_official_plugins two) : IAsyncLifetime
{
    protected const string GusName = Two_with_the_official_plugins.Gus;

    private readonly List<Visitor> _visitors = [];

    protected Two_with_the_official_plugins Two => two;

    protected Person Hanna => two.Host;

    protected Person Gus => two.Guest;

    public async ValueTask InitializeAsync() => await two.TidyUp();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var visitor in _visitors) await visitor.Post("release_token");
    }

    /// <summary>A further participant without a browser: a guest, unless a PIN is given.</summary>
    protected async Task<Visitor> Visits(string name, string pin = "none")
    {
        var visitor = await Visitor.Join(two.Http, two.Alias, name, pin);
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>Waits until the server says this of somebody.</summary>
    protected static Task Is(Visitor asks, string name, Func<JsonElement, bool> so) => Until.Holds(async () =>
    {
        var all = (await asks.Get("participants")).Result.EnumerateArray().ToList();
        var one = all.FirstOrDefault(each => each.GetProperty("display_name").GetString() == name);
        Assert.True(one.ValueKind is JsonValueKind.Object && so(one), $"{name}: {one}");
    });

    /// <summary>Turns a plugin on or off in the settings, and closes them.</summary>
    protected static async Task Uses(Person person, string name, bool on)
    {
        await person.Chooses("Settings");
        await person.Page.GetByRole(AriaRole.Tab, new() { Name = "Plugins" }).ClickAsync();
        var card = person.Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });
        await card.GetByRole(AriaRole.Switch).SetCheckedAsync(on);
        await Assertions.Expect(card.Locator($".state[data-state={(on ? "loaded" : "disabled")}]")).ToBeVisibleAsync();
        await person.PutsDialogsAway();
    }
}
