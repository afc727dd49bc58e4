import type { Delivery } from './wire';

/** Whose message it is that a plugin has in its hands: plugins keep them, copy them and add to them. */
export interface Remembered {
  /** The object that the plugin gets. */
  hand(delivery: Delivery): object;
  find(message: unknown): Delivery | null;
}

/** A copy that lost its mark is looked for among this many. */
const lately = 200;

export function createRemembered(): Remembered {
  const known = new WeakMap<object, Delivery>();
  const recent: Delivery[] = [];
  const byId = (id: unknown) => (typeof id === 'string' ? recent.find((delivery) => delivery.id === id) : undefined);
  return {
    hand(delivery) {
      const message = structuredClone(delivery.message) as object;
      known.set(message, delivery);
      // Not among its fields: these are what the script on the server sent.
      if (!Object.hasOwn(message, 'messageId')) Object.defineProperty(message, 'messageId', { value: delivery.id });
      recent.push(delivery);
      if (recent.length > lately) recent.shift();
      return message;
    },
    find(message) {
      if (typeof message !== 'object' || message === null) return null;
      return known.get(message) ?? byId((message as { messageId?: unknown }).messageId) ?? like(message, recent);
    },
  };
}

/** The newest of which the copy has every field; it may have more. */
function like(message: object, recent: readonly Delivery[]): Delivery | null {
  const fields = message as Readonly<Record<string, unknown>>;
  const same = (delivery: Delivery) => Object.entries(delivery.message).every(([name, value]) => JSON.stringify(fields[name]) === JSON.stringify(value));
  return recent.findLast(same) ?? null;
}
