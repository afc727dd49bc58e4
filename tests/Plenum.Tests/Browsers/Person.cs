using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Plenum.Tests.Browsers;

/// <summary>Somebody at a browser: a profile of their own and the tab they look at.</summary>
public sealed class Person
{
    private const int Patience = 30_000;

    private readonly IBrowserContext _context;

    private readonly ConcurrentQueue<IRequest> _asked = new();

    private Person(IBrowserContext context, IPage page)
    {
        (_context, Page, Complaints) = (context, page, new Complaints(context));
        context.Request += (_, request) => _asked.Enqueue(request);
    }

    public IPage Page { get; private set; }

    public Complaints Complaints { get; }

    /// <summary>Everything that the pages have asked of servers.</summary>
    public IReadOnlyCollection<IRequest> Asked => [.. _asked];

    public static async Task<Person> At(IBrowser browser, Uri server, Look look, bool media = false, bool script = true)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = server.ToString(),
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ColorScheme = look.Scheme,
            Locale = "en-GB",
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = media ? ["camera", "microphone"] : [],
        });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return new Person(context, await context.NewPageAsync());
    }

    /// <summary>Opens an address of the server in the tab.</summary>
    public async Task<IResponse> Open(string path) => (await Page.GotoAsync(path))!;

    /// <summary>Opens an address of the server in a further tab and looks at that one.</summary>
    public async Task OpenAnotherTab(string path)
    {
        Page = await _context.NewPageAsync();
        await Open(path);
    }

    /// <summary>Comes into a meeting through its page, without devices: by its PIN, as a guest (<c>none</c>), or with none asked.</summary>
    public async Task Join(string alias, string name, string? pin = null)
    {
        await Open($"/webapp2/conference/{alias}{(pin is null ? "" : $"?pin={pin}")}");
        await Writes("Your name", name);
        await Presses("Join without microphone and camera");
        await SeesInRoster(name);
    }

    /// <summary>Waits until somebody of this name is in the list of people.</summary>
    public Task SeesInRoster(string name) => Assertions.Expect(Rows(name)).ToHaveCountAsync(1, new() { Timeout = Patience });

    /// <summary>Waits until nobody of this name is in the list of people.</summary>
    public Task MissesInRoster(string name) => Assertions.Expect(Rows(name)).ToHaveCountAsync(0, new() { Timeout = Patience });

    public async Task Sit(Look look)
    {
        await Page.SetViewportSizeAsync(look.Width, look.Height);
        await Page.EmulateMediaAsync(new() { ColorScheme = look.Scheme });
        // What a page measures, it hears of with a frame, and what it does about it shows with the next.
        await Page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(drawn))))");
    }

    /// <summary>The browser says so to the page, and refuses new requests.</summary>
    public Task LosesTheNetwork() => _context.SetOfflineAsync(true);

    public Task FindsTheNetwork() => _context.SetOfflineAsync(false);

    public Task MayUseTheClipboard() => _context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

    public Task Sees(string text, int within = Patience / 1000) =>
        Assertions.Expect(Page.GetByText(text).Filter(new() { Visible = true }).First).ToBeVisibleAsync(new() { Timeout = within * 1000 });

    public Task Presses(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task Writes(string label, string text) => Page.GetByLabel(label).FillAsync(text);

    public Task Leave() => _context.CloseAsync();

    private ILocator Rows(string name) => Page.Locator("pex-roster-list .pex-roster-list__user").Filter(new() { HasText = name });
}
