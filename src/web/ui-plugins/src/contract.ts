import { kinds } from './built-in';
import type { Screen } from './screen';
import type { PluginTold } from './wire';

/** What a script is handed: one object under the three names that it has had over the years, and `sys`. */
export interface Contract {
  readonly service: Record<string, unknown>;
  readonly sys: object;
  /** The function that takes a message of this name, if the script has put one there. */
  handlerFor(name: string): ((message: object) => unknown) | null;
}

export interface ContractOptions {
  readonly told: PluginTold;
  readonly screen: Screen;
  callback(message: unknown, name: unknown, data: unknown): Promise<boolean>;
  uiCallback(message: unknown, name: unknown, data: unknown): Promise<boolean>;
  sendEvent(name: unknown, data: unknown): Promise<boolean>;
  /** A message from one plugin of the page to another. */
  sendPluginMessage(message: unknown): void;
}

export function createContract({ told, screen, callback, uiCallback, sendEvent, sendPluginMessage }: ContractOptions): Contract {
  const own: Readonly<Record<string, unknown>> = {
    name: told.name,
    label: told.label,
    places: [...told.places],
    configuration: structuredClone(told.configuration),
    callback: (message: unknown, name: unknown, data?: unknown) => callback(message, name, data),
    uiCallback: (message: unknown, name: unknown, data?: unknown) => uiCallback(message, name, data),
    // A heading of the documentation calls it so.
    uiCallbacks: (message: unknown, name: unknown, data?: unknown) => uiCallback(message, name, data),
    sendEvent: (name: unknown, data?: unknown) => sendEvent(name, data),
  };
  const service: Record<string, unknown> = { ...own };
  const written = (name: string) => {
    const found = Object.hasOwn(service, name) && (!Object.hasOwn(own, name) || service[name] !== own[name]) ? service[name] : undefined;
    return typeof found === 'function' ? (message: object) => found.call(service, message) as unknown : null;
  };
  const sys = Object.freeze({
    notifications: Object.freeze({ notify: (what: unknown, how?: unknown) => notify(screen, what, how) }),
    i18n: Object.freeze({ language: screen.language, t: (key: unknown, places?: unknown) => translated(service['translations'], screen.language, String(key), places) }),
    ui: Object.freeze({ sendPluginMessage }),
  });
  return { service, sys, handlerFor: (name) => written(name) ?? written('processMessage') };
}

type Fields = Readonly<Record<string, unknown>>;

function notify(screen: Screen, what: unknown, how: unknown): { close(): void } {
  const { title, message } = typeof what === 'object' && what !== null ? (what as Fields) : { title: '', message: what };
  const { type, time } = (how ?? {}) as Fields;
  const kind = type === 'danger' ? 'error' : (kinds.find((known) => known === type) ?? 'info');
  const stays = typeof time === 'number' && time > 0 ? time : 8_000;
  return screen.show({ title: String(title ?? ''), markup: String(message ?? ''), kind, stays });
}

/** From the tables that a plugin puts into `translations`, by language and then by key; a key without words is its own. */
function translated(tables: unknown, language: string, key: string, places: unknown): string {
  const tableOf = (name: string) => (tables as Record<string, Fields | undefined> | undefined)?.[name];
  const found = tableOf(language)?.[key] ?? tableOf(language.slice(0, 2))?.[key] ?? tableOf('en')?.[key];
  const words = typeof found === 'string' ? found : key;
  return words.replace(/\{\{?\s*(\w+)\s*\}?\}/g, (whole, name: string) => {
    const value = (places as Fields | undefined)?.[name];
    return value === undefined || value === null ? whole : String(value);
  });
}
