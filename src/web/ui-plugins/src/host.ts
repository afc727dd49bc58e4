import { BehaviorSubject, Subject, type Observable } from 'rxjs';
import { natives, watched, type BackendSeen, type Ground, type PluginSeen } from '@plenum/plugin-host/ground';
import { createBuiltIn } from './built-in';
import { createContract } from './contract';
import { filesIn, type Files } from './files';
import { createLetterbox } from './letterbox';
import { UiPlugin } from './plugin';
import { createRemembered } from './remembering';
import type { Screen } from './screen';
import { createSpeech } from './speech';
import { createTab, type Tab } from './tab';
import type { Ask, Delivery, PluginTold, Welcome } from './wire';

export interface UiPluginsOptions {
  readonly ground: Ground;
  readonly screen: Screen;
  readonly files?: Files;
  /** Whether the user wants no plugins at all. */
  without(): boolean;
}

/** The plugins that scripts on the server talk to, in this page. */
export interface UiPlugins {
  readonly plugins$: Observable<readonly PluginSeen[]>;
  /** What the server calls this page; null outside a stay. */
  readonly page: string | null;
  /** A stay begins: this page is a new one for the server. Scripts run when nobody else's do. */
  begin(ask: Ask, base: string, quiet?: Promise<unknown>): Promise<void>;
  /** The stream stands anew, and may have missed something. */
  again(): void;
  /** What the stream says under the name `ui-message`. */
  hear(payload: unknown): void;
  end(): void;
  enable(id: string): void;
  disable(id: string): void;
  /** The user wants all of them again, or none. */
  reconsider(): void;
  backend(name: string): BackendSeen;
}

/** How long a message waits for its plugin to be there. */
const longestStart = 10_000;

export function createUiPlugins({ ground, screen, files = filesIn(document), without }: UiPluginsOptions): UiPlugins {
  const { containment, wishes } = ground;
  const plugins$ = new BehaviorSubject<readonly PluginSeen[]>([]);
  const plugins = new Map<string, UiPlugin>();
  const remembered = createRemembered();
  const boxes = new Map<string, { readonly messages$: Subject<object>; readonly letters: ReturnType<typeof createLetterbox> }>();
  const starts = new Map<string, Promise<void>>();
  let tab: Tab | null = null;
  let base = document.baseURI;
  let telling = false;
  let turn = Promise.resolve();
  let calm: Promise<unknown> = Promise.resolve();
  /** Kept from stay to stay: what goes on may outlast one. */
  const builtIn = createBuiltIn(screen, () => base, () => tab?.said(2_000) ?? Promise.resolve());

  const isEnabled = (plugin: UiPlugin) => wishes.enabled(plugin.key) ?? true;
  const seeAll = () => plugins$.next([...plugins.values()].map((plugin) => plugin.seen(isEnabled(plugin), without())));
  const changed = () => {
    if (telling || !plugins$.observed) return;
    telling = true;
    natives.queueMicrotask(() => {
      telling = false;
      seeAll();
    });
  };
  const speech = createSpeech({
    remembered,
    say: (saying) => tab?.say(saying) ?? Promise.resolve(false),
    spoke: (name) => plugins.get(name)?.saidSomething(),
    odd: (name, entry, reason) => plugins.get(name)?.fail(entry, reason),
    noted: (name, text) => plugins.get(name)?.note(text),
    local: (plugin, message) => handTo(plugin, message),
  });

  const boxOf = (name: string) => {
    const known = boxes.get(name);
    if (known) return known;
    const messages$ = new Subject<object>();
    const letters = createLetterbox({
      // A plugin of the branding that listens has it, and so has the plugin's own script.
      hand(event, message) {
        const listens = messages$.observed;
        if (listens) messages$.next(message);
        return (plugins.get(name)?.give(event, message) ?? false) || listens;
      },
      lost: (event, why) => plugins.get(name)?.note(`A message ${event} was not taken: ${why}`),
    });
    boxes.set(name, { messages$, letters });
    return { messages$, letters };
  };
  const handTo = (name: string, delivery: Delivery) => boxOf(name).letters.put(String(delivery.message['name']), remembered.hand(delivery));

  const adopt = (told: PluginTold): UiPlugin => {
    const known = plugins.get(told.name);
    if (known?.told.script === told.script && JSON.stringify(known.told) === JSON.stringify(told)) return known;
    known?.end();
    const plugin = new UiPlugin(told, {
      containment, files, base, changed,
      inTurn: (act) => (turn = turn.then(act, act)),
      contractFor: () => createContract({ told, screen, ...speech.of(told) }),
    });
    const hung = wishes.hung(plugin.key);
    if (hung !== null) containment.blame(plugin, hung);
    ground.admit(plugin);
    plugins.set(told.name, plugin);
    return plugin;
  };

  const run = (plugin: UiPlugin): Promise<void> => {
    if (!isEnabled(plugin) || without() || !tab || plugin.running) return Promise.resolve();
    makeHost();
    const begun = plugin.start().then(() => boxes.get(plugin.told.name)?.letters.look());
    starts.set(plugin.told.name, Promise.race([begun, new Promise<void>((over) => natives.setTimeout(over, longestStart))]));
    return begun;
  };

  /** What runs goes on as it is, until the page is loaded anew; what came or was changed before it began is begun. */
  const welcome = async (told: Welcome): Promise<void> => {
    await calm;
    for (const one of told.plugins) if (!plugins.get(one.name)?.running) void run(adopt(one));
    const named = new Set(told.plugins.map(({ name }) => name));
    for (const [name, plugin] of plugins) if (!named.has(name) && !plugin.running) plugins.delete(name);
    changed();
  };

  const deliver = async (delivery: Delivery): Promise<void> => {
    if (delivery.plugin === '') {
      void builtIn.act(delivery.message);
      return;
    }
    await starts.get(delivery.plugin);
    handTo(delivery.plugin, delivery);
  };

  const stop = () => {
    tab?.close();
    tab = null;
    for (const plugin of plugins.values()) plugin.end();
    for (const { letters } of boxes.values()) letters.clear();
    starts.clear();
    changed();
  };

  return {
    plugins$: watched(plugins$, seeAll),
    get page() {
      return tab?.id ?? null;
    },
    begin(ask, at, quiet = Promise.resolve()) {
      stop();
      base = at;
      calm = quiet.catch(() => undefined);
      const fresh = (tab = createTab({ ask, welcome, deliver, refused: speech.refused }));
      return fresh.announce();
    },
    again: () => void tab?.announce(),
    hear: (payload) => tab?.hear(payload),
    end: stop,
    enable(id) {
      const plugin = [...plugins.values()].find(({ key }) => key === id);
      if (!plugin) return;
      plugin.forgive();
      wishes.forgive(plugin.key);
      wishes.enable(plugin.key, true);
      void run(plugin);
      changed();
    },
    disable(id) {
      wishes.enable(id, false);
      [...plugins.values()].find(({ key }) => key === id)?.end();
      changed();
    },
    reconsider() {
      for (const plugin of plugins.values()) if (without()) plugin.end();
        else void run(plugin);
      changed();
    },
    backend(name) {
      const { messages$, letters } = boxOf(name);
      const own = speech.of({ name, events: [] });
      return {
        get configuration() {
          return plugins.get(name)?.told.configuration ?? {};
        },
        messages$: letters.before(messages$),
        callback: own.callback,
        sendEvent: own.sendEvent,
      };
    },
  };
}

/** Published plugins put what they show into an element of this name. */
function makeHost(): void {
  if (document.getElementById('applicationHost')) return;
  document.body.append(Object.assign(document.createElement('div'), { id: 'applicationHost' }));
}
