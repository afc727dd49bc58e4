import { Observable } from 'rxjs';
import type { Action } from '@plenum/plugin-types';
import { actionNames } from './actions';

/** A plugin that is only about to start, and what it is to hear once it has. */
export interface Starting {
  onceLoaded(act: () => void): void;
}

/** What still holds when a plugin starts, in the order in which it would have heard it. */
const lasting = ['SCREEN_STATE', 'SET_SELF_UUID', 'CONNECT_SUCCESS', 'SET_REMOTE_CALL_TYPE'].map((name) => actionNames[name] ?? name);
const [, selfUuid, connectSuccess, callType] = lasting;

/**
 * What happens, as plugins hear it. Plugins begin with the connect, so whoever one is was said before; and one that starts after
 * it, since it was slow, switched on only now, or is for hosts and its user became one, is told of the connect still.
 */
export function withArrival(actions$: Observable<Action>, starting: () => Starting | null): Observable<Action> {
  const said = new Map<string, Action>();
  const forget = (...types: readonly (string | undefined)[]) => types.forEach((type) => type !== undefined && said.delete(type));
  actions$.subscribe((action) => {
    // Whoever comes in, also by a transfer, is somebody before plugins start.
    if (action.type === selfUuid) forget(connectSuccess, callType);
    if (action.type === actionNames['DISCONNECT_SUCCESS']) forget(selfUuid, connectSuccess, callType);
    if (lasting.includes(action.type)) said.set(action.type, action);
  });
  return new Observable((subscriber) => {
    const before = lasting.flatMap((type) => said.get(type) ?? []);
    if (before.length > 0)
      starting()?.onceLoaded(() => {
        // What has been said anew meanwhile was heard, and what is over no longer holds.
        for (const action of before) if (said.get(action.type) === action) subscriber.next(action);
      });
    return actions$.subscribe(subscriber);
  });
}
