using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins.Guides;

/// <summary>Tests in a meeting of two with the guides' plugins, and how they look at both.</summary>
public abstract class With_the_guides_plugins(Hanna_and_Gus two) : IAsyncLifetime
{
    private const float Patience = 15_000;
    private readonly List<Visitor> _visitors = [];

    protected Hanna_and_Gus Two => two;

    protected Person Hanna => two.Hanna;

    protected Person Gus => two.Gus;

    public async ValueTask InitializeAsync() => await two.TidyUp();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var visitor in _visitors) await visitor.Post("release_token");
    }

    /// <summary>A further participant who does what is asked by requests: a host, or with <c>none</c> a guest. Leaves with the test.</summary>
    protected async Task<Visitor> Vera(string pin = Furniture.HostPin, string name = "Vera")
    {
        var vera = await Visitor.Join(two.Http, two.Alias, name, pin);
        _visitors.Add(vera);
        return vera;
    }

    /// <summary>Waits until this holds in the page of somebody, where plugins leave what they saw in <c>guide</c>.</summary>
    protected static Task Holds(Person person, string what, object? given = null) => person.Page.WaitForFunctionAsync(
        $"given => window.guide && ({what})", given, new() { PollingInterval = 20, Timeout = Patience });

    /// <summary>Waits until a participant as plugins see it is like this.</summary>
    protected static Task IsSeen(Person person, string name, string how) =>
        Holds(person, $"(guide.people || []).some(one => one.name === given && ({how}))", name);

    protected static Task<T> Read<T>(Person person, string what) => person.Page.EvaluateAsync<T>($"() => {what}");

    /// <summary>The request that follows from something done.</summary>
    protected static Task<IRequest> Asks(Person person, string path, Func<Task> deed) =>
        person.Page.RunAndWaitForRequestAsync(deed, asked => asked.Url.EndsWith(path, StringComparison.Ordinal), new() { Timeout = Patience });

    protected static async Task OpensMore(Person person)
    {
        await person.Tool("More").ClickAsync();
        await Assertions.Expect(person.Entry("Settings")).ToBeVisibleAsync();
    }

    /// <summary>What the settings say of a plugin, by its name.</summary>
    protected static async Task<ILocator> Card(Person person, string name)
    {
        if (await person.Page.Locator("dialog[open]").CountAsync() == 0)
        {
            await person.Chooses("Settings");
            await person.Page.GetByRole(AriaRole.Tab, new() { Name = "Plugins" }).ClickAsync();
        }

        var card = person.Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });
        await Assertions.Expect(card).ToBeVisibleAsync();
        return card;
    }

    /// <summary>Turns a plugin on or off in the settings, and closes them.</summary>
    protected static async Task Uses(Person person, string name, bool on)
    {
        await (await Card(person, name)).GetByRole(AriaRole.Switch).SetCheckedAsync(on);
        await person.PutsDialogsAway();
    }
}
