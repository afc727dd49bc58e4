namespace Plenum.Tests.Plugins;

/// <summary>
/// What is done and seen inside the page of somebody who has Settings, Plugins open. It runs in the page so that what it
/// measures is the page's, and it keeps the browser's own functions from before any plugin came.
/// </summary>
internal static class PageWithPlugins
{
    /// <summary>For before any script: a clock that beats ten times a second as far as the page is free to hear it, and the browser's long tasks.</summary>
    public const string Before = """
        (() => {
          const { setTimeout, setInterval, performance, localStorage } = window, later = setTimeout.bind(window), now = performance.now.bind(performance);
          let beats = 0;
          setInterval(() => beats++, 100);
          const longTasks = [];
          new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries()) longTasks.push({ startTime, duration }); }).observe({ type: 'longtask' });
          const until = async (what, test) => {
            const began = now(), first = beats;
            while (!test()) {
              if (now() - began > 30000) throw new Error(`${what}: ${document.querySelector('section.card.failed')?.innerText ?? ''}`);
              await new Promise((turn) => later(turn, 5));
            }
            return { milliseconds: now() - began, beats: beats - first };
          };
          const card = (name) => document.querySelector(`section.card[aria-label="${name}"]`);
          const state = (name) => card(name).querySelector('.state').dataset.state;
          const said = (name) => [...card(name).children].slice(1).map((part) => part.textContent).join('\n');
          const tool = (label) => document.querySelector(`button.toolbar-button[aria-label="${label}"]`);
          const good = () => /^good (\d+) (\d+)$/.exec(document.querySelector('button.toolbar-button[aria-label^="good "]')?.ariaLabel ?? '')?.slice(1).map(Number) ?? [0, 0];
          const turn = (name, on) => { const use = card(name).querySelector('[role=switch]'); if (use.checked !== on) use.click(); };
          const deeds = {
            load: ({ name }) => turn(name, true),
            press: ({ label }) => tool(label).click(),
            event: () => PEX.dispatchAction({ type: 'anything' }),
            click: () => document.body.click(),
            disable: ({ name }) => turn(name, false),
            roster: () => {},
          };
          window.stage = {
            longTasks, good, state, said,
            runs: async (name, label) => { turn(name, true); await until(`${name} does not run`, () => state(name) === 'loaded' && tool(label)); },
            named: ({ name, label, trigger, words }) => { deeds[trigger]({ name, label }); return until(`${name} was not named`, () => words.every((word) => said(name).includes(word))); },
            has: (name, words) => words.every((word) => said(name).includes(word)),
            is: (name, wanted) => until(`${name} is ${state(name)}, not ${wanted}`, () => state(name) === wanted),
            /** It was asked by the switch; whoever was stopped stays marked as failed. */
            gone: async (name, label) => { turn(name, false); await until(`${name} stays`, () => !tool(label) && !said(name).includes('Holds:') && ['disabled', 'failed'].includes(state(name))); },
            pressGood: async () => { const [, before] = good(); document.querySelector('button.toolbar-button[aria-label^="good "]').click(); await until('the good one does not answer', () => good()[1] === before + 1); },
            hears: (rosters, message) => until('the meeting does not go on', () => good()[0] > rosters && document.querySelector('[role=log]').textContent.includes(message)),
            left: () => document.querySelectorAll('.leak, .pex-dialog').length,
          };
        })();
        """;
}
