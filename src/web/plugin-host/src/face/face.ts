import type { Containment } from '../containment/containment';
import type { Owner } from '../containment/owner';
import type { Dialogs } from '../dialogs/dialogs';
import type { Plugin } from '../life/plugin';
import type { Backends, MeetingSeen } from '../seams';
import { createAllowance, type Allowance } from './allowance';
import { createAsking } from './asking';
import { backendFor } from './backend';
import { createPex, showPex } from './pex';
import { createPluginApi } from './plugin-api';

export interface FaceSurroundings {
  readonly page: Window;
  readonly meeting: MeetingSeen;
  readonly dialogs: Dialogs;
  readonly containment: Containment;
  pluginOf(owner: Owner | null): Plugin | undefined;
  find(id: string): Plugin | undefined;
  queryParams(): Readonly<Record<string, string>>;
  noteProblem(text: string): void;
  readonly backends: Backends;
  invite(conference: string, pin: string | undefined): void;
  registered(plugin: Plugin): void;
  menusChanged(): void;
}

/** Puts `window.PEX` into the page; it is there before any plugin, and before joining. */
export function createFace(around: FaceSurroundings): { stop(): void } {
  const { containment, pluginOf, find } = around;
  const { attribution } = containment;
  const allowances = new WeakMap<Owner, Allowance>();
  const who = () => attribution.current();

  const allowanceOf = (owner: Owner): Allowance => {
    const known = allowances.get(owner) ?? createAllowance(() => owner.fault('sendRequest', new RangeError('Too many requests: some were refused')));
    allowances.set(owner, known);
    return known;
  };

  /** A script may hold several plugins, and code that cannot be traced still names itself. */
  const register = (registration: unknown) => {
    const id = typeof registration === 'object' && registration !== null ? String((registration as { id?: unknown }).id) : '';
    const running = pluginOf(who());
    const named = find(id);
    const shared = named && running && named !== running && running.registered && named.scriptUrl === running.scriptUrl;
    const plugin = shared ? named : (running ?? named);
    if (!plugin) return around.noteProblem(`A plugin registered as ${id || 'nobody'}, which settings.json does not list`);
    if (plugin.script === 'not run') plugin.script = 'ran';
    plugin.register(registration);
    around.registered(plugin);
  };

  /** What somebody hid is to be seen again when they are unloaded. */
  const hiding = (plugin: Plugin, item: string, owner: Owner) => {
    const set = (hidden: boolean) => {
      if (hidden) plugin.hiddenItems.set(item, owner);
      else plugin.hiddenItems.delete(item);
      around.menusChanged();
    };
    const release = () => plugin.hiddenItems.get(item) === owner && set(false);
    let forget = () => undefined as void;
    return {
      hide() {
        if (!owner.open || plugin.hiddenItems.get(item) === owner) return;
        set(true);
        forget = owner.holdings.hold({ kind: 'hidden item', release, again: () => set(true) });
      },
      show() {
        forget();
        set(false);
      },
    };
  };

  const ask = createAsking(() => around.meeting.pexrtc, allowanceOf);
  const api = createPluginApi({
    meeting: around.meeting,
    dialogs: around.dialogs,
    caller: () => who() ?? containment.nobody,
    ask: (owner, path, ...rest) => {
      pluginOf(owner)?.called(String(path).replace(/^\/+/, '').replace(/(participants|breakouts|calls)\/[^/]+/g, '$1/*'));
      return ask(owner, path, ...rest);
    },
    register,
    menuItem: (pluginId, itemId) => {
      const plugin = find(pluginId);
      if (!plugin) who()?.note(`There is no plugin ${pluginId}, so no menu item of it`);
      return plugin ? hiding(plugin, itemId, who() ?? plugin.boundary) : { hide: () => undefined, show: () => undefined };
    },
    backend: (name, owner) => backendFor(around.backends(name), name, owner, who),
    invite: (conference, pin) => around.invite(conference, pin),
  });
  const replaced = (name: string) => {
    const owner = who();
    if (owner) owner.fault('globals', new TypeError(`It tried to replace ${name}`));
    else around.noteProblem(`Something tried to replace ${name}`);
  };
  const pex = createPex({ meeting: around.meeting, api, who, starting: () => pluginOf(who())?.starting ?? null, replaced, queryParams: () => around.queryParams() });
  return { stop: showPex(around.page, pex, replaced) };
}
