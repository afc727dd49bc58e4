using Microsoft.Playwright;
using Plenum.Bench.Cases;

namespace Plenum.Bench.Pages;

/// <summary>Plugins in a meeting's page, and beside it the same scripts in a page that has nothing but script tags.</summary>
internal static class PluginPage
{
    private const string LastLoaded = "performance.getEntriesByName('plugin loaded').at(-1).startTime";

    /// <summary>How long loading took, from asking for the list of plugins and from asking for the first script.</summary>
    public static async Task<Figures> JoinAsync(IPage page, string link, int plugins)
    {
        await page.GotoAsync(link);
        await page.WaitForFunctionAsync("(plugins) => performance.getEntriesByName('plugin loaded').length === plugins", plugins);
        await page.Locator(".toolbar-button[aria-label^='plugin-0']").WaitForAsync();
        return new()
        {
            ["listed"] = await page.EvaluateAsync<double>($"() => {LastLoaded} - performance.getEntriesByType('resource').find(({{ name }}) => name.endsWith('/settings.json')).startTime"),
            ["loaded"] = await page.EvaluateAsync<double>($"() => {LastLoaded} - performance.getEntriesByType('resource').find(({{ name }}) => name.endsWith('/index.js')).startTime"),
        };
    }

    /// <summary>From the first script tag put into the page until the last plugin has loaded.</summary>
    public static async Task<Figures> BareAsync(IPage page, string anyPage, IReadOnlyList<string> scripts)
    {
        await page.GotoAsync(anyPage);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var began = await page.EvaluateAsync<double>(BareTags, scripts);
        await page.WaitForFunctionAsync("(plugins) => performance.getEntriesByName('plugin loaded').length === plugins", scripts.Count);
        var loaded = await page.EvaluateAsync<double>($"() => {LastLoaded}") - began;
        return new() { ["loaded"] = loaded };
    }

    /// <summary>From the press of a plugin's button until the browser asks the server.</summary>
    public static Task<double[]> PressAsync(IPage page, int times) => page.EvaluateAsync<double[]>(Press, times);

    private const string BareTags = """
        (scripts) => {
          const people = { subscribe: (told) => told([]) };
          window.PEX = { pluginAPI: {
            createNewState: (value) => ({ value, next(now) { this.value = now; } }),
            registerPlugin: (plugin) => plugin.load(people, people),
          } };
          const began = performance.now();
          for (const src of scripts) document.head.append(Object.assign(document.createElement('script'), { src, async: false }));
          return began;
        }
        """;

    private const string Press = """
        async (times) => {
          const took = [], button = document.querySelector(".toolbar-button[aria-label^='plugin-0']");
          let asked = () => {};
          new PerformanceObserver((list) => { for (const { name, startTime } of list.getEntries()) if (name.endsWith('/lock')) asked(startTime); }).observe({ type: 'resource' });
          for (let i = 0; i < times; i++) {
            const request = new Promise((answered) => { asked = answered; });
            const pressed = performance.now();
            button.click();
            took.push(await request - pressed);
          }
          return took;
        }
        """;
}
