import { createContainment, createWishes, natives, type BackendSeen, type Fault, type Resident } from '@plenum/plugin-host/ground';
import { askingAt } from '../asking';
import { createUiPlugins } from '../host';
import { createNotes } from './notes';
import { bareScreen } from './screen';
import { follow } from './stream';

export interface ConnectOptions {
  /** Gives a token that your back end got for whoever looks at this page; asked again when that one is over. */
  readonly token: () => string | Promise<string>;
  /** The server's address; where this script came from unless said otherwise. */
  readonly server?: string;
  /** What `navigate` messages mean in this app. */
  readonly navigate?: (view: string, record: string, parameters: Readonly<Record<string, string>>) => void;
  /** Told of each fault of a plugin. */
  readonly fault?: (fault: Fault) => void;
}

export interface Connected {
  /** Resolves when the server knows this page and has told which plugins to run. */
  readonly ready: Promise<void>;
  /** This page, as `sys.ui.sendMessage` can name it. */
  readonly connection: string | null;
  backend(name: string): Backend;
  disconnect(): void;
}

/** The channel to scripts on the server, for the page's own code. */
export interface Backend {
  readonly configuration: Readonly<Record<string, unknown>>;
  /** Returns how to stop. */
  onMessage(handler: (message: object) => void): () => void;
  callback(message: unknown, name: string, data?: unknown): Promise<boolean>;
  sendEvent(name: string, data?: unknown): Promise<boolean>;
}

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;

/** Lets the server's UI plugins run in this page, and scripts on the server talk to them. */
export function connect(options: ConnectOptions): Connected {
  const server = `${new URL(options.server ?? script, location.href).origin}/`;
  const base = `${server}api/app/v1/`;
  const over = new AbortController();
  const proof = tokenOf(options.token);
  const notes = createNotes(document, server);
  const admitted = new Set<Resident>();
  const wishes = createWishes(localStorage);
  const containment = createContainment({
    page: window, memory: localStorage, call: () => null, inside: () => false,
    mixed: (owner, site) => [...admitted].find(({ boundary }) => boundary === owner)?.keptFrom(site, 'mixed'),
  });
  const faults = options.fault && containment.faults$.subscribe(options.fault);
  const plugins = createUiPlugins({
    ground: { containment, wishes, admit: (guest) => void admitted.add(guest) },
    screen: bareScreen(notes, window, options.navigate ?? (() => undefined)),
    without: () => false,
  });
  const listen = () => {
    const page = plugins.page;
    if (page === null) return;
    void follow({
      address: `${base}events?tab=${page}`, headers: proof.headers, unknown: proof.renew, signal: over.signal,
      opened: plugins.again,
      hear(event, data) {
        const { name, payload } = data as { name?: unknown; payload?: unknown };
        if (event === 'plenum' && name === 'ui-message') plugins.hear(payload);
      },
    });
  };
  const ready = containment.culprits().then((culprits) => {
    for (const { plugin, entry } of culprits) wishes.blame(plugin, entry);
    return plugins.begin(askingAt({ base, headers: proof.headers, unknown: proof.renew }), server).then(listen);
  });

  return {
    ready,
    get connection() {
      return plugins.page;
    },
    backend: (name) => handy(plugins.backend(name)),
    disconnect() {
      over.abort();
      plugins.end();
      containment.stop();
      faults?.unsubscribe();
      notes.remove();
    },
  };
}

function handy(backend: BackendSeen): Backend {
  return {
    get configuration() {
      return backend.configuration;
    },
    onMessage(handler) {
      const subscription = backend.messages$.subscribe(handler);
      return () => subscription.unsubscribe();
    },
    callback: (message, name, data) => backend.callback(message, name, data),
    sendEvent: (name, data) => backend.sendEvent(name, data),
  };
}

const retries = 2_000;

/** The token of the moment; another one is fetched when it is over, by one request at a time. */
function tokenOf(get: ConnectOptions['token']): { headers(): Record<string, string> | null; renew(): void } {
  let token: string | null = null;
  let asking = false;
  const renew = () => {
    if (asking) return;
    [asking, token] = [true, null];
    const again = () => void natives.setTimeout(() => ((asking = false), renew()), retries);
    Promise.resolve().then(get).then((given) => {
      token = String(given);
      asking = false;
    }, again);
  };
  renew();
  return { headers: () => (token === null ? null : { Authorization: `Bearer ${token}` }), renew };
}
