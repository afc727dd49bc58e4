using Microsoft.Playwright;
using Plenum.Tests.Plugins.Guides;
using Plenum.Tests.Running;

namespace Plenum.Tests.Browsers;

/// <summary>One browser process and one server for all test classes of the collection; each person gets a profile of their own.</summary>
public sealed class A_browser : IAsyncLifetime
{
    private readonly SemaphoreSlim _starting = new(1);
    private readonly Dictionary<bool, IBrowser> _started = [];
    private IPlaywright? _playwright;

    public A_running_server House { get; } = new();

    public ValueTask InitializeAsync() => House.InitializeAsync();

    /// <summary>The browser without devices, or the one that has a camera and a microphone; started when first wanted.</summary>
    public async Task<IBrowser> Get(bool media)
    {
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            if (!_started.TryGetValue(media, out var browser))
                _started[media] = browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Headless = true, Args = Chromium.Flags(media) });
            return browser;
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _started.Values) await browser.CloseAsync();
        _playwright?.Dispose();
        _starting.Dispose();
        await House.DisposeAsync();
    }
}

/// <summary>People who use the app. Each collection has a browser and a server of its own, and they go on side by side.</summary>
[CollectionDefinition(nameof(A_browser))]
public sealed class BrowserCollection : ICollectionFixture<A_browser>;

/// <summary>Every screen, looked at one after another.</summary>
[CollectionDefinition(nameof(ScreensCollection))]
public sealed class ScreensCollection : ICollectionFixture<A_browser>;

/// <summary>What the guides for plugins promise.</summary>
[CollectionDefinition(nameof(GuidesCollection))]
public sealed class GuidesCollection : ICollectionFixture<A_browser>, ICollectionFixture<The_guides_server>;

/// <summary>Plugins that do what they should not, and those that lean on the page.</summary>
[CollectionDefinition(nameof(PluginsCollection))]
public sealed class PluginsCollection : ICollectionFixture<A_browser>;
