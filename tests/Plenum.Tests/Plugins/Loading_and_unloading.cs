using Microsoft.Playwright;
using Plenum.Tests.Browsers;
using Plenum.Tests.Running;

namespace Plenum.Tests.Plugins;

/// <summary>A plugin that takes timers, listeners, subscriptions, dialogs, styles and more with every load and gives nothing back, turned on and off again and again.</summary>
[Collection(nameof(PluginsCollection))]
public sealed class Loading_and_unloading(A_browser browser, Brandings brandings) : In_a_browser(browser), IClassFixture<Brandings>
{
    /// <summary>Each load of the plugin weighs twenty times as much, and so does whatever is left of one.</summary>
    private const double Flat = 10_000;

    [Fact]
    public Task Leaves_nothing_behind_after_fifty_times() => Leaves_nothing(50, samples: 5);

    [Fact]
    [Trait("Form", "long")]
    public Task Leaves_nothing_behind_after_a_thousand_times() => Leaves_nothing(1000, samples: 20);

    private async Task Leaves_nothing(int rounds, int samples)
    {
        var person = await SomebodyAt(await brandings.Serving("rounds"));
        await person.Page.AddInitScriptAsync(Watching);
        await person.Enters(Furniture.Open.Alias(9), "Rita");
        await person.OpensPlugins();
        var page = person.Page;
        await page.EvaluateAsync(TurnOnAndOff, 20);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable");

        var before = await Held(session, page);
        var heaps = new List<double> { await HeapIn(session) };
        for (var i = 0; i < samples; i++)
        {
            await page.EvaluateAsync(TurnOnAndOff, rounds / samples);
            heaps.Add(await HeapIn(session));
        }

        var after = await Held(session, page);
        var slope = Slope(heaps) / (rounds / samples);
        TestContext.Current.TestOutputHelper?.WriteLine($"{rounds} rounds: heap {heaps[0] / 1e6:0.00} MB, then {heaps[^1] / 1e6:0.00} MB, {slope:0} bytes a round; {before.Nodes} nodes, then {after.Nodes}; {after.Text}");
        Assert.Equal(before.Text, after.Text);
        // The page's own texts come and go a little; whatever a load leaves would be there as often as it was loaded.
        Assert.InRange(after.Nodes - before.Nodes, double.NegativeInfinity, rounds / 10.0);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => timers.size"));
        Assert.False(await page.EvaluateAsync<bool>(Hears));
        Assert.InRange(slope, double.NegativeInfinity, Flat);
    }

    /// <summary>Everything that can be counted in a page, by the browser's own count where it has one.</summary>
    private static async Task<(double Nodes, string Text)> Held(ICDPSession session, IPage page)
    {
        await session.SendAsync("HeapProfiler.collectGarbage");
        var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble());
        return (metrics["Nodes"], $"{metrics["JSEventListeners"]} listeners, {await page.EvaluateAsync<string>(Counts)}");
    }

    private static async Task<double> HeapIn(ICDPSession session)
    {
        await session.SendAsync("HeapProfiler.collectGarbage");
        return (await session.SendAsync("Runtime.getHeapUsage"))!.Value.GetProperty("usedSize").GetDouble();
    }

    /// <summary>Of the straight line that fits best, per step.</summary>
    private static double Slope(List<double> values)
    {
        var (middle, mean) = ((values.Count - 1) / 2.0, values.Average());
        return values.Select((value, i) => (i - middle) * (value - mean)).Sum() / values.Select((_, i) => (i - middle) * (i - middle)).Sum();
    }

    /// <summary>The plugin's timers are known by their length. The test's own are the browser's, which no host puts down to a plugin.</summary>
    private const string Watching = """
        (() => {
          window.timers = new Set();
          window.later = setTimeout.bind(window);
          for (const kind of ['Timeout', 'Interval']) {
            const set = window[`set${kind}`].bind(window), clear = window[`clear${kind}`].bind(window);
            window[`set${kind}`] = (act, wait, ...rest) => { const id = set(act, wait, ...rest); if (wait === 3600123) timers.add(id); return id; };
            window[`clear${kind}`] = (id) => { timers.delete(id); clear(id); };
          }
        })();
        """;

    private const string TurnOnAndOff = """
        async (rounds) => {
          const card = document.querySelector('section.card[aria-label="everything"]'), use = card.querySelector('[role=switch]'), state = () => card.querySelector('.state').dataset.state;
          const until = async (test) => {
            for (const began = performance.now(); !test(); await new Promise((turn) => later(turn, 2)))
              if (performance.now() - began > 30000) throw new Error(`it stayed ${state()}: ${card.innerText}`);
          };
          for (let round = 0; round < rounds; round++) {
            use.click();
            await until(() => state() !== 'disabled' && document.querySelectorAll('.everything').length === 4 && document.querySelectorAll('.pex-dialog').length === 1 && timers.size === 2);
            use.click();
            await until(() => state() === 'disabled' && !document.querySelector('.everything, .pex-dialog'));
          }
          await until(() => !document.querySelector('[aria-label="everything"].toolbar-button'));
        }
        """;

    private const string Counts = """
        () => [
          `${document.querySelectorAll('style, link').length} styles`,
          `${document.querySelectorAll('.everything, .pex-dialog, .pex-dialog-backdrop').length} elements`,
          `${[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).length} rules`,
          `${document.querySelectorAll('.toolbar-button').length} buttons`,
          `${Object.getOwnPropertyNames(window).length} names`,
          document.querySelector('section.card').innerText.includes('Holds:') ? 'something held' : 'nothing held',
          `onblur is ${window.onblur}`,
        ].join(', ')
        """;

    /// <summary>Whether anything of the plugin still runs when there is something to hear.</summary>
    private const string Hears = """
        async () => {
          const before = window.everythingHeard;
          PEX.dispatchAction({ type: 'everything' });
          document.body.click();
          window.dispatchEvent(new Event('resize'));
          window.dispatchEvent(new Event('blur'));
          document.getElementById('conference-stage-container').dispatchEvent(new Event('everything'));
          document.body.append(document.createElement('i'));
          document.body.lastChild.remove();
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          return window.everythingHeard !== before;
        }
        """;
}
