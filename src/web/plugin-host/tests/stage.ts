import vm from 'node:vm';
import { BehaviorSubject, filter, firstValueFrom, map, Subject, timeout } from 'rxjs';
import type { Action, Conference, Participant } from '@plenum/plugin-types';
import { createPluginHost, type MenuItem, type PluginHost, type PluginHostOptions, type PluginSeen } from '../src';
import type { MeetingSeen, Sources } from '../src/seams';

export const base = 'https://meet.example/webapp2/@0123/';
export const root = `${base}custom_configuration/`;

export interface Asked {
  readonly path: string;
  readonly payload: unknown;
  readonly method: string | undefined;
  readonly cause: string | null;
}

/** A conference and a branding around one host, with everything that was asked of the server. */
export interface Stage {
  readonly host: PluginHost;
  readonly files: Record<string, string>;
  readonly asked: Asked[];
  readonly participants$: BehaviorSubject<readonly Participant[]>;
  readonly conference$: BehaviorSubject<Conference>;
  readonly me$: BehaviorSubject<{ uuid: string; role: 'chair' | 'guest' } | null>;
  readonly actions$: Subject<Action>;
  readonly said: string[];
  readonly call: Record<'onParticipantCreate' | 'onParticipantUpdate', ((raw: object) => void) | null>;
  answer(path: string): unknown;
  plugin(id?: string): PluginSeen;
  /** The item of that label, as soon as it is in the menus. */
  item(label: string, place?: 'toolbar' | 'conference' | string): Promise<MenuItem>;
  until(test: (plugin: PluginSeen) => boolean, id?: string): Promise<PluginSeen>;
}

export interface PluginFiles {
  readonly id?: string;
  readonly script?: string;
  readonly pack?: Record<string, unknown>;
  readonly enabled?: boolean;
  readonly folder?: string;
}

/** Files of a branding with these plugins in it. */
export function branding(...plugins: readonly PluginFiles[]): Record<string, string> {
  const files: Record<string, string> = {};
  const listed = plugins.map(({ id = 'p', script = '', pack = {}, enabled = true, folder = id }) => {
    files[`plugins/${folder}/plugin.json`] = JSON.stringify({ id, name: id, description: '', version: 1, srcURL: 'index.js', allowUnload: true, ...pack });
    files[`plugins/${folder}/index.js`] = script;
    return { id, srcURL: `plugins/${folder}/plugin.json`, enabled };
  });
  files['settings.json'] = JSON.stringify({ plugins: listed });
  files['manifest.json'] = '{"brandingID":"1","isSettingsBranded":true}';
  return files;
}

export interface StageOptions {
  answer?(path: string): unknown;
  /** Other sources than those that serve the files at once. */
  sources?(usual: Sources): Sources;
  /** Another meeting than the one made up here. */
  readonly meeting?: MeetingSeen;
}

let brandings = 0;

export function stage(given: Record<string, string>, options: Omit<Partial<PluginHostOptions>, 'sources'> & StageOptions = {}): Stage {
  const files = { ...given };
  const asked: Asked[] = [];
  const said: string[] = [];
  // Each branding lies below its own address, as it does on a server, so that blame cannot fall on an earlier test's plugin.
  const here = base.replace('@0123', `@${++brandings}`);
  const at = (url: string): string | null => {
    const path = url.startsWith(here) ? url.slice(here.length) : '';
    return files[path.replace(/^(custom_configuration|configuration)\//, '')] ?? files[`../${path}`] ?? null;
  };
  // Inline handlers run in the document's own window, which is not the tests' here.
  Object.defineProperty((globalThis as unknown as { jsdom: { window: object } }).jsdom.window, 'PEX', { get: () => (window as unknown as { PEX: unknown }).PEX, configurable: true });
  const sources: Sources = {
    read: async (url) => at(url),
    async preload(url) {
      if (at(url) === null) throw new Error(`${url} is not there`);
    },
    // As a browser does: one after another, each in a task of its own.
    run: (url) =>
      (scripts = scripts.then(turn).then(() => {
        try {
          vm.runInThisContext(at(url) ?? '', { filename: url });
        } catch (error) {
          window.dispatchEvent(new ErrorEvent('error', { error, message: String(error), filename: url }));
        }
      })),
  };
  let scripts = Promise.resolve();
  const participants$ = new BehaviorSubject<readonly Participant[]>([person('me', { role: 'chair' })]);
  const conference$ = new BehaviorSubject<Conference>({ locked: false, guestsMuted: false, chatEnabled: true, mediaType: 'video', started: true });
  const me$ = new BehaviorSubject<{ uuid: string; role: 'chair' | 'guest' } | null>({ uuid: 'me', role: 'chair' });
  const actions$ = new Subject<Action>();
  let cause: string | null = null;
  const call = new (class PexRTC {
    uuid = 'me';
    onParticipantCreate: ((raw: object) => void) | null = null;
    onParticipantUpdate: ((raw: object) => void) | null = null;
    sendRequest(path: string, payload: unknown, answered: (answer: unknown) => void, method?: string) {
      asked.push({ path, payload, method, cause });
      answered(staged.answer(path));
    }
    withCause<T>(given: string, act: () => T): T {
      const before = cause;
      cause = given;
      try {
        return act();
      } finally {
        cause = before;
      }
    }
  })();
  const meeting: MeetingSeen = {
    participants$, conferenceDetails$: conference$, me$, actions$, pexrtc: call,
    dispatch: (action) => actions$.next(action),
    conversation: {
      async send(text) {
        said.push(text);
        asked.push({ path: 'message', payload: { type: 'text/plain', payload: text }, method: 'POST', cause });
        actions$.next({ type: '[Conference] Send Chat Message', payload: text });
        return { ok: true, result: null };
      },
    },
  };
  const host = createPluginHost({ meeting, base: here, queryParams: () => ({ a: '1' }), memory: localStorage, startDeadline: 1500, farewell: 0, ...options, sources: options.sources?.(sources) ?? sources });
  let plugins: readonly PluginSeen[] = [];
  host.plugins$.subscribe((now) => (plugins = now));
  const find = (id: string) => plugins.find((plugin) => plugin.id === id);
  const staged: Stage = {
    host, files, asked, participants$, conference$, me$, actions$, said, call,
    answer: options.answer ?? (() => ({ status: 'success', result: true })),
    plugin(id = 'p') {
      const found = find(id);
      if (!found) throw new Error(`No plugin ${id}`);
      return found;
    },
    async item(label, place = 'toolbar') {
      const menus = await firstValueFrom(
        host.menus$.pipe(
          map((all) => (place === 'toolbar' || place === 'conference' ? all[place] : all.participant(place))),
          filter((items) => items.some((item) => item.label === label)),
          timeout(2000),
        ),
      );
      return menus.find((item) => item.label === label)!;
    },
    until: (test, id = 'p') =>
      firstValueFrom(host.plugins$.pipe(filter((all) => all.some((one) => one.id === id && test(one))))).then((all) => all.find((one) => one.id === id) as PluginSeen),
  };
  stages.push(staged);
  return staged;
}

const stages: Stage[] = [];

/** Ends every host that a test began, so that none hears of the next test's. */
export function clearStages(): void {
  for (const { host } of stages.splice(0)) host.stop();
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
}

export function person(uuid: string, more: Partial<Participant> = {}): Participant {
  return {
    uuid, name: uuid, role: 'guest', uri: '', startTime: 0, protocol: 'api', isExternal: false, presenting: false, muted: false, isVideoMuted: false,
    canControl: true, canDisconnect: true, canTransfer: true, canMute: true, serviceType: 'conference', callType: 'video', spotlight: 0, isStreaming: false,
    vad: 0, stageIndex: -1, rxPresentation: true, feccSupported: false, buzzTime: 0, ...more,
  };
}

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Gives what is already due a turn. */
export async function turns(): Promise<void> {
  for (let count = 0; count < 3; count++) await turn();
}
