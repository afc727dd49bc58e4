// @vitest-environment jsdom
import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHangMark } from '../src/containment/hang';
import { branding, clearStages, stage, turns } from './stage';

const page = globalThis as unknown as { noted: (string | null)[]; looks(): void };
const notes = (prefix: string) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => localStorage.getItem(key));
const running = 'plenum.plugin-running.';
const pages = 'plenum.plugin-page.';

describe('The note that names who makes the page stand still', () => {
  beforeEach(() => {
    page.noted = [];
    page.looks = () => void page.noted.push(...notes(running).map((note) => (JSON.parse(note!) as { plugin: string; entry: string }).entry));
    Object.assign((globalThis as unknown as { jsdom: { window: object } }).jsdom.window, { looks: () => page.looks() });
  });
  afterEach(clearStages);

  it('is there while inline handlers and handler properties of a plugin\'s elements run, also in markup that it brought', async () => {
    const made = stage(branding({ script: `PEX.pluginAPI.registerPlugin({ id: 'p', load: function () {
      var box = document.createElement('div');
      box.innerHTML = '<button id="inline" onclick="looks()">x</button>';
      document.body.appendChild(box.firstElementChild);
      var other = document.createElement('button');
      other.id = 'property';
      other.onclick = function () { window.looks(); };
      document.body.appendChild(other);
    } });` }));
    await made.host.load();
    await turns();
    expect(notes(running)).toEqual([]);
    for (const id of ['inline', 'property']) {
      document.getElementById(id)!.click();
      await vi.waitFor(() => expect(notes(running)).toEqual([]));
    }
    expect(page.noted).toEqual(['event click', 'event click']);
  });

  it('is there while a handler on the call runs', async () => {
    const made = stage(branding({ script: "PEX.pluginAPI.registerPlugin({ id: 'p', load: function () { PEX.pexrtc.onParticipantCreate = function () { window.looks(); }; } });" }));
    await made.host.load();
    await turns();
    made.call.onParticipantCreate?.({});
    expect(page.noted).toEqual(['handler onParticipantCreate']);
  });

  it('is away while the browser asks the user, and that time is not the plugin\'s', async () => {
    let now = 0;
    const asks = vi.spyOn(window, 'confirm').mockImplementation(() => {
      page.looks();
      page.noted.push(...notes(pages));
      for (const began = now = Date.now(); now - began < 600; ) now = Date.now();
      return true;
    });
    const made = stage(branding({ script: "PEX.pluginAPI.registerPlugin({ id: 'p', load: function () { window.looks(); confirm('Really?'); window.looks(); } });" }));
    await made.host.load();
    expect(asks).toHaveBeenCalledWith('Really?');
    expect(page.noted).toEqual(['load', 'load']);
    expect(made.plugin().longest).toBeLessThan(600);
  });

  it('is of the page alone where nobody can be named, and the next page offers to start without plugins', async () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
    const made = stage(branding({ script: "PEX.pluginAPI.registerPlugin({ id: 'p' });" }));
    await made.host.load();
    await turns();
    expect([made.host.stoodStill, notes(pages).length]).toEqual([false, 1]);
    // Reloaded without having said good-bye.
    const next = createHangMark(localStorage, sessionStorage);
    expect([await next.culprits(), next.stoodStill]).toEqual([[], true]);
    expect(notes(pages)).toEqual([]);
  });

  it('is taken away when the page is left in good order, and no page is blamed where a plugin can be named', async () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
    const made = stage(branding({ script: "PEX.pluginAPI.registerPlugin({ id: 'p' });" }));
    await made.host.load();
    await turns();
    window.dispatchEvent(new Event('pagehide'));
    expect(notes(pages)).toEqual([]);
    window.dispatchEvent(new Event('pageshow'));
    expect(notes(pages).length).toBe(1);
    localStorage.setItem(`${running}${sessionStorage.getItem('plenum.tab')}`, JSON.stringify({ plugin: 'p', entry: 'load', at: 0 }));
    const next = createHangMark(localStorage, sessionStorage);
    expect([await next.culprits(), next.stoodStill]).toEqual([[{ plugin: 'p', entry: 'load' }], false]);
  });
});

describe('What a plugin uses', () => {
  afterEach(clearStages);

  it('is seen as it grows, with its budget', async () => {
    const made = stage(branding({ script: `PEX.pluginAPI.registerPlugin({ id: 'p', load: function () {
      window.ask = function () { PEX.pluginAPI.sendRequest('lock'); PEX.pluginAPI.sendRequest('unlock'); };
    } });` }));
    await made.host.load();
    expect(made.plugin()).toMatchObject({ requests: 0, requestsPerSecond: 0, budget: { milliseconds: 2000, seconds: 10, requestsPerSecond: 25 } });
    (globalThis as unknown as { ask(): void }).ask();
    expect((await firstValueFrom(made.host.plugins$))[0]).toMatchObject({ requests: 2, requestsPerSecond: 2, calls: { lock: 1, unlock: 1 } });
    // Nobody tells that it does nothing more; it shows with the seconds.
    await made.until(({ requestsPerSecond }) => requestsPerSecond === 0);
  });
});
