// What a page and the server say to each other, as it is written on the wire.

/** A plugin that this page is to run. */
export interface PluginTold {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  /** The address of its script on the server. */
  readonly script: string;
  readonly configuration: Readonly<Record<string, unknown>>;
  readonly functions: readonly string[];
  readonly events: readonly string[];
  readonly places: readonly string[];
  readonly dependencies: readonly { readonly file: string; readonly placement: 'head' | 'bottom' }[];
}

/** A message on its way to this page; for the page itself where no plugin is named. */
export interface Delivery {
  readonly seq: number;
  readonly id: string;
  readonly plugin: string;
  readonly callbacks: readonly string[];
  readonly message: Readonly<Record<string, unknown>>;
}

export interface Welcome {
  readonly plugins: readonly PluginTold[];
  readonly messages: readonly Delivery[];
}

/** What a plugin says: that it calls a callback of a message, or sends an event. */
export type Saying =
  | { readonly message: string; readonly callback: string; readonly data: unknown }
  | { readonly plugin: string; readonly event: string; readonly data: unknown };

export type Answered =
  | { readonly kind: 'ok'; readonly result: unknown }
  /** Asking again would bring the same. */
  | { readonly kind: 'refused'; readonly text: string }
  /** The server is away, busy, or does not know our token for a moment. */
  | { readonly kind: 'away' };

/** How a page asks the server. Never throws: a refusal is an answer. */
export type Ask = (path: 'tabs' | 'taken' | 'said', body: object) => Promise<Answered>;

export function deliveryIn(payload: unknown): Delivery | null {
  const { seq, id, plugin, message } = (payload ?? {}) as Partial<Record<string, unknown>>;
  return typeof seq === 'number' && typeof id === 'string' && typeof plugin === 'string' && typeof message === 'object' && message !== null ? (payload as Delivery) : null;
}
