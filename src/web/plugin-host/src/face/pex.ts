import type { Action } from '@plenum/plugin-types';
import { recordOf } from '../branding/reading';
import type { Owner } from '../containment/owner';
import type { MeetingSeen } from '../seams';
import { PluginStream } from '../streams/plugin-stream';
import { actionNames } from './actions';
import { withArrival, type Starting } from './arrival';

export interface PexSurroundings {
  readonly meeting: MeetingSeen;
  readonly api: Readonly<Record<string, unknown>>;
  who(): Owner | null;
  /** Whoever asks, if it is a plugin that starts just now. */
  starting(): Starting | null;
  /** An attempt to put something else in the place of a part of it. */
  replaced(name: string): void;
  queryParams(): Readonly<Record<string, string>>;
}

/** Deeper than this, actions that plugins dispatch in answer to actions go round in circles. */
const deepest = 25;

/** `window.PEX`. Its own parts stay what they are; a plugin may add to it. */
export function createPex({ meeting, api, who, starting, replaced, queryParams }: PexSurroundings): object {
  let depth = 0;
  const dispatchAction = (action: unknown) => {
    const owner = who();
    const type = recordOf(action)?.['type'];
    if (typeof type !== 'string') return owner?.note('dispatchAction was called without an action that has a type');
    if (depth >= deepest) return owner?.fault('dispatchAction', new RangeError(`${type} was dispatched in answer to itself again and again`));
    depth++;
    try {
      meeting.dispatch(action as Action);
    } finally {
      depth--;
    }
  };
  const parts: Readonly<Record<string, () => unknown>> = {
    pluginAPI: constant(api),
    actions$: constant(PluginStream.of(withArrival(meeting.actions$, starting), who, 'subscription to actions$')),
    actions: constant(actionNames),
    dispatchAction: constant(dispatchAction),
    selfUUID: () => meeting.pexrtc?.uuid ?? null,
    conferenceQueryParams: () => ({ ...queryParams() }),
    pexrtc: () => meeting.pexrtc,
  };
  const pex = {};
  for (const [name, get] of Object.entries(parts))
    Object.defineProperty(pex, name, { get, set: (value) => void (value === get() || replaced(`PEX.${name}`)), enumerable: true, configurable: false });
  return pex;
}

/**
 * Puts it where plugins look. Assigning something else to `window.PEX` is noted and does nothing, also in strict scripts;
 * `window.PEX = window.PEX || {}` is what careful plugins begin with.
 */
export function showPex(page: Window, pex: object, replaced: (name: string) => void): () => void {
  Object.defineProperty(page, 'PEX', { get: () => pex, set: (value) => void (value === pex || replaced('window.PEX')), enumerable: true, configurable: true });
  return () => void Reflect.deleteProperty(page, 'PEX');
}

function constant<T>(value: T): () => T {
  return () => value;
}
