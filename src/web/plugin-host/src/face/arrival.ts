import { Observable } from 'rxjs';
import type { Action } from '@plenum/plugin-types';
import { actionNames } from './actions';

/** A plugin that is only about to start, and what it is to hear once it has. */
export interface Starting {
  onceLoaded(act: () => void): void;
}

/**
 * What happens, as plugins hear it. Plugins begin with the connect, so one that starts after it, since it was slow, switched on
 * only now, or is for hosts and its user became one, is told of it still.
 */
export function withArrival(actions$: Observable<Action>, starting: () => Starting | null): Observable<Action> {
  let connected: Action | null = null;
  actions$.subscribe((action) => {
    if (action.type === actionNames['CONNECT_SUCCESS']) connected = action;
    // Whoever comes in, also by a transfer, is somebody before plugins start.
    if (action.type === actionNames['SET_SELF_UUID'] || action.type === actionNames['DISCONNECT_SUCCESS']) connected = null;
  });
  return new Observable((subscriber) => {
    const before = connected;
    if (before) starting()?.onceLoaded(() => connected === before && subscriber.next(before));
    return actions$.subscribe(subscriber);
  });
}
