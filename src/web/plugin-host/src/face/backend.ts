import { EMPTY } from 'rxjs';
import type { Owner } from '../containment/owner';
import type { BackendSeen } from '../seams';
import { PluginStream } from '../streams/plugin-stream';

/** `PEX.pluginAPI.backend(name)`: the channel to scripts on the server, as a plugin has it in its hands. */
export function backendFor(backend: BackendSeen | null, name: string, owner: Owner, who: () => Owner | null): object {
  if (!backend) owner.note(`backend was asked for ${name}, but nobody can be talked to from here`);
  const say = (act: (live: BackendSeen) => Promise<boolean>) => (backend && owner.open ? act(backend) : Promise.resolve(false));
  return Object.freeze({
    name,
    get configuration() {
      return { ...backend?.configuration };
    },
    messages$: PluginStream.of(backend?.messages$ ?? EMPTY, () => who() ?? owner, `message to ${name}`),
    callback: (message: unknown, callback: unknown, data?: unknown) => say((live) => live.callback(message, callback, data)),
    sendEvent: (event: unknown, data?: unknown) => say((live) => live.sendEvent(event, data)),
  });
}
