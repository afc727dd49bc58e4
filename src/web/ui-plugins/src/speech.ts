import type { Remembered } from './remembering';
import type { Delivery, PluginTold, Saying } from './wire';

/** What a plugin can say. */
export interface Voice {
  callback(message: unknown, name: unknown, data?: unknown): Promise<boolean>;
  uiCallback(message: unknown, name: unknown, data?: unknown): Promise<boolean>;
  sendEvent(name: unknown, data?: unknown): Promise<boolean>;
  sendPluginMessage(message: unknown): void;
}

export interface Speech {
  of(plugin: Pick<PluginTold, 'name' | 'events'>): Voice;
  refused(saying: Saying, why: string): void;
}

export interface SpeechOptions {
  readonly remembered: Remembered;
  say(saying: Saying): Promise<boolean>;
  spoke(plugin: string): void;
  odd(plugin: string, entry: string, reason: unknown): void;
  noted(plugin: string, text: string): void;
  /** Hands a message to another plugin of this page. */
  local(plugin: string, delivery: Delivery): void;
}

const longest = 64 * 1024;

type LocalCallback = (original: unknown, data: unknown) => unknown;

export function createSpeech({ remembered, say, spoke, odd, noted, local }: SpeechOptions): Speech {
  /** Messages between plugins of the page, with whoever sent them. */
  const senders = new Map<string, { readonly plugin: string; readonly callbacks: Readonly<Record<string, unknown>> }>();
  const owners = new WeakMap<Saying, string>();
  let sent = 0;

  const speak = (plugin: string, entry: string, saying: Saying): Promise<boolean> => {
    spoke(plugin);
    owners.set(saying, plugin);
    return say(saying).catch((reason: unknown) => (odd(plugin, entry, reason), false));
  };

  /** What cannot be sent is the plugin's fault, and it hears so with a `false`. */
  const told = (plugin: string, entry: string, data: unknown, act: (sendable: unknown) => Promise<boolean>): Promise<boolean> => {
    try {
      const text = JSON.stringify(data) ?? 'null';
      if (text.length > longest) throw new RangeError(`What is sent has at most ${longest} characters`);
      return act(JSON.parse(text));
    } catch (reason) {
      odd(plugin, entry, reason);
      return Promise.resolve(false);
    }
  };

  const answerHere = (plugin: string, delivery: Delivery, name: string, data: unknown): boolean => {
    const sender = senders.get(delivery.id);
    const callback = sender && Object.hasOwn(sender.callbacks, name) ? sender.callbacks[name] : undefined;
    if (!sender || typeof callback !== 'function') return false;
    try {
      (callback as LocalCallback)(structuredClone(delivery.message), data);
    } catch (reason) {
      odd(sender.plugin || plugin, `callback ${name}`, reason);
    }
    return true;
  };

  const nothing = (plugin: string, entry: string, why: string) => {
    odd(plugin, entry, new TypeError(why));
    return Promise.resolve(false);
  };

  return {
    of: ({ name: plugin }) => ({
      callback(message, name, data) {
        const entry = `callback ${String(name)}`;
        const delivery = remembered.find(message);
        if (!delivery) return nothing(plugin, entry, 'callback takes the message that it answers');
        return told(plugin, entry, data, (sendable) =>
          senders.has(delivery.id)
            ? Promise.resolve(answerHere(plugin, delivery, String(name), sendable))
            : speak(plugin, entry, { message: delivery.id, callback: String(name), data: sendable }));
      },
      uiCallback(message, name, data) {
        const delivery = remembered.find(message);
        if (!delivery || !senders.has(delivery.id)) return nothing(plugin, `uiCallback ${String(name)}`, 'uiCallback answers messages that came from this page');
        return told(plugin, `uiCallback ${String(name)}`, data, (sendable) => Promise.resolve(answerHere(plugin, delivery, String(name), sendable)));
      },
      sendEvent: (name, data) => told(plugin, `event ${String(name)}`, data, (sendable) => speak(plugin, `event ${String(name)}`, { plugin, event: String(name), data: sendable })),
      sendPluginMessage(given) {
        const { callbacks, plugin: to, ...message } = (given ?? {}) as Readonly<Record<string, unknown>>;
        const id = `page ${++sent}`;
        if (typeof to !== 'string' || typeof message['name'] !== 'string') return void odd(plugin, 'sendPluginMessage', new TypeError('It takes an object with plugin and name'));
        senders.set(id, { plugin, callbacks: typeof callbacks === 'object' && callbacks !== null ? { ...callbacks } : {} });
        if (senders.size > 1000) senders.delete(senders.keys().next().value ?? '');
        local(to, { seq: 0, id, plugin: to, callbacks: [], message: structuredClone({ scope: `plugin:${to}`, ...message }) });
      },
    }),
    // Somebody else may have answered first, which is no fault of anybody.
    refused(saying, why) {
      const plugin = owners.get(saying);
      if (plugin !== undefined) noted(plugin, `${'callback' in saying ? `callback ${saying.callback}` : `event ${saying.event}`} was not taken: ${why}`);
    },
  };
}
