using System.IO.Compression;
using Microsoft.Playwright;
using Plenum.Bench.Cases;

namespace Plenum.Bench.Pages;

/// <summary>Debian's Chromium, asked to open a page as if for the first time: no cache, no storage, nothing warm.</summary>
internal sealed class ColdBrowser : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--enable-precise-memory-info",
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private ColdBrowser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    public static async Task<ColdBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Flags }));
    }

    public Task<IBrowserContext> NewProfileAsync() => _browser.NewContextAsync();

    /// <summary>Opens the page and waits for the selector of its first screen; what it took, and what came over the wire as gzip would pack it.</summary>
    public async Task<Figures> OpenAsync(string address, string screen)
    {
        await using var context = await _browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var code = new List<Task<byte[]>>();
        page.Response += (_, response) =>
        {
            if (response.Request.ResourceType is "script" or "stylesheet" or "document") code.Add(response.BodyAsync());
        };
        await page.GotoAsync(address);
        await page.Locator(screen).First.WaitForAsync();
        var interactive = await page.EvaluateAsync<double>("() => new Promise(idle => requestIdleCallback(() => idle(performance.now())))");
        var painted = await page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN");
        var heap = await HeapAsync(page);
        var packed = 0L;
        foreach (var body in await Task.WhenAll(code)) packed += Packed(body);
        return new() { ["packed"] = packed / 1000.0, ["painted"] = painted, ["interactive"] = interactive, ["heap"] = heap / 1e6 };
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static async Task<double> HeapAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("HeapProfiler.collectGarbage");
        var usage = await session.SendAsync("Runtime.getHeapUsage");
        return usage!.Value.GetProperty("usedSize").GetDouble();
    }

    private static long Packed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(body);
        return packed.Length;
    }
}
