// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createContainment, createWishes, type PluginSeen } from '@plenum/plugin-host/ground';
import type { Files } from '../src/files';
import { createUiPlugins, type UiPlugins } from '../src/host';
import type { Note, Screen } from '../src/screen';
import type { Ask, Delivery, PluginTold } from '../src/wire';

const base = 'https://meet.example/';
let stop: (() => void)[] = [];
let pages = 0;

interface Stage {
  readonly plugins: UiPlugins;
  readonly said: Record<string, unknown>[];
  readonly shown: Note[];
  readonly wishes: ReturnType<typeof createWishes>;
  begin(): Promise<void>;
  send(plugin: string, message: Record<string, unknown>): void;
  seen(name: string): PluginSeen;
}

/** A page and a server around plugins with these scripts. */
function stage(scripts: Readonly<Record<string, string>>, more: Partial<PluginTold> = {}): Stage {
  const own = ++pages;
  const told = Object.keys(scripts).map((name): PluginTold => ({
    name, label: name, type: name, script: `/ui-plugins/${own}/${name}.js`, configuration: {}, functions: [], events: [], places: ['APP'], dependencies: [], ...more,
  }));
  const said: Record<string, unknown>[] = [];
  const shown: Note[] = [];
  const stored: Delivery[] = [];
  let seq = 0;
  const ask: Ask = async (path, body) => {
    if (path === 'said') said.push(body as Record<string, unknown>);
    return { kind: 'ok', result: path === 'tabs' ? { plugins: told, messages: stored } : true };
  };
  const files: Files = {
    async script(address, claim) {
      const element = document.createElement('script');
      claim(element);
      const source = scripts[/(\w+)\.js$/.exec(address)?.[1] ?? ''];
      if (source === undefined) throw new Error(`${address} is not there`);
      try {
        Reflect.set(element, 'plenumPlugin', new Function('plugin', 'uiService', 'service', 'sys', source));
      } catch {
        // As a browser does, which runs nothing of such a file and says so elsewhere.
        return element;
      }
      return element;
    },
    style: () => Promise.resolve(),
  };
  const containment = createContainment({ page: window, memory: localStorage, call: () => null, inside: () => false, mixed: () => undefined });
  const wishes = createWishes(localStorage);
  const nothing = () => undefined;
  const screen: Screen = { language: 'en', show: (note) => (shown.push(note), { close: nothing }), task: nothing, open: nothing, reload: nothing, navigate: nothing, back: nothing, download: nothing };
  let without = false;
  const plugins = createUiPlugins({ ground: { containment, wishes, admit: nothing }, screen, files, without: () => without });
  let all: readonly PluginSeen[] = [];
  plugins.plugins$.subscribe((now) => (all = now));
  stop.push(() => (plugins.end(), containment.stop()), () => (without = false));
  return {
    plugins, said, shown, wishes,
    begin: () => plugins.begin(ask, base),
    send: (plugin, message) => plugins.hear({ tab: plugins.page, seq: ++seq, id: `m${seq}`, plugin, callbacks: [], message: { scope: `plugin:${plugin}`, ...message } }),
    seen: (name) => all.find(({ id }) => id === `ui:${name}`)!,
  };
}

describe('UI plugins in a page', () => {
  beforeEach(() => {
    localStorage.clear();
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => {
    for (const end of stop.splice(0)) end();
    vi.restoreAllMocks();
    document.body.replaceChildren();
  });

  it('answer what they are sent', async () => {
    const made = stage({ echo: "plugin.processMessage = (m) => plugin.callback(m, 'done', m.n)" });
    await made.begin();
    made.send('echo', { name: 'a', n: 5 });
    await vi.waitFor(() => expect(made.said).toMatchObject([{ seq: 1, message: 'm1', callback: 'done', data: 5 }]));
    await vi.waitFor(() => expect(made.seen('echo')).toMatchObject({ state: 'loaded', running: true, calls: { messages: 1, answers: 1 } }), 3000);
  });

  it('that throw are named, and the others go on', async () => {
    const made = stage({ bad: "throw 'There is no window.ethereum'", odd: 'this is no script', good: 'service.hello = (m) => service.callback(m, "done")' });
    await made.begin();
    made.send('good', { name: 'hello' });
    await vi.waitFor(() => expect(made.said).toHaveLength(1));
    expect(made.seen('bad')).toMatchObject({ state: 'failed', why: 'script: There is no window.ethereum' });
    expect(made.seen('odd').why).toContain('cannot be read as JavaScript');
    expect(made.seen('good').state).toBe('loaded');
  });

  it('that cannot stop failing are stopped until they are enabled again', async () => {
    const made = stage({ bad: 'service.fail = () => { throw new Error("again") }' });
    await made.begin();
    for (let n = 0; n < 10; n++) made.send('bad', { name: 'fail' });
    await vi.waitFor(() => expect(made.seen('bad')).toMatchObject({ state: 'failed', running: false, faults: 10 }));
    made.plugins.enable('ui:bad');
    await vi.waitFor(() => expect(made.seen('bad')).toMatchObject({ state: 'loaded', running: true }));
  });

  it('keep what comes before they have a function for it', async () => {
    const made = stage({ slow: "setTimeout(() => { service.later = (m) => service.callback(m, 'done', m.n) }, 50)" });
    await made.begin();
    for (const n of [1, 2, 3]) made.send('slow', { name: 'later', n });
    await vi.waitFor(() => expect(made.said.map(({ data }) => data)).toEqual([1, 2, 3]));
  });

  it('leave nothing behind, and run anew with the next stay', async () => {
    const made = stage({ marks: "var mark = document.createElement('i'); mark.className = 'mark'; document.getElementById('applicationHost').append(mark); service.go = (m) => service.callback(m, 'done')" });
    await made.begin();
    await vi.waitFor(() => expect(made.seen('marks').running).toBe(true));
    const first = made.plugins.page;
    made.plugins.end();
    expect(made.plugins.page).toBeNull();
    await vi.waitFor(() => expect(made.seen('marks').running).toBe(false));
    await made.begin();
    await vi.waitFor(() => expect(made.seen('marks').running).toBe(true));
    expect(made.plugins.page).not.toBe(first);
  });

  it('that made the page stand still stay off, by name', async () => {
    const made = stage({ heavy: 'service.go = () => 0' });
    made.wishes.blame('ui:heavy', 'message go');
    await made.begin();
    await vi.waitFor(() => expect(made.seen('heavy')).toMatchObject({ state: 'failed', running: false }));
    expect(made.seen('heavy').why).toContain('message go');
    made.plugins.enable('ui:heavy');
    await vi.waitFor(() => expect(made.seen('heavy').running).toBe(true));
  });

  it('that somebody switched off are not run, and what comes for them is not theirs', async () => {
    const made = stage({ off: "service.go = (m) => service.callback(m, 'done')", on: "service.go = (m) => service.callback(m, 'done')" });
    made.wishes.enable('ui:off', false);
    await made.begin();
    made.send('off', { name: 'go' });
    made.send('on', { name: 'go' });
    await vi.waitFor(() => expect(made.said).toMatchObject([{ message: 'm2' }]));
    expect(made.seen('off')).toMatchObject({ state: 'disabled', running: false });
  });

  it('share their channel with plugins of the branding', async () => {
    const made = stage({ both: '' });
    const channel = made.plugins.backend('both');
    await made.begin();
    made.send('both', { name: 'first' });
    made.send('both', { name: 'second' });
    const heard: object[] = [];
    channel.messages$.subscribe((message) => heard.push(message));
    await vi.waitFor(() => expect(heard).toMatchObject([{ name: 'first' }, { name: 'second' }]));
    expect(await channel.callback(heard[1], 'done', 1)).toBe(true);
    expect(await channel.sendEvent('event', 2)).toBe(true);
    expect(made.said).toMatchObject([{ message: 'm2', callback: 'done', data: 1 }, { plugin: 'both', event: 'event', data: 2 }]);
  });

  it('are beside messages to the page itself', async () => {
    const made = stage({});
    await made.begin();
    made.send('', { name: 'showMessage', title: 'T', message: 'M' });
    await vi.waitFor(() => expect(made.shown).toMatchObject([{ title: 'T', markup: 'M', kind: 'info' }]));
  });
});
