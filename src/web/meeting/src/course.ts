import type { Observable, Subject } from 'rxjs';
import { actionTypes, type Action } from './actions';
import type { MeetingState } from './state';

/** The course of a meeting in the actions that plugins know it by, whoever brings it on. */
export interface Course {
  /** Passes on what the way in and out says of itself, with what belongs before and after it. */
  told(action: Action): void;
  /** Said once for each time inside, before plugins go, whether one left or was put out. */
  over(): void;
  readonly inside: boolean;
}

export function createCourse(actions$: Subject<Action>, state$: Observable<MeetingState>, callType: () => string): Course {
  let inside = false;
  let screen = '';
  actions$.subscribe(({ type }) => {
    if (type === actionTypes.CONNECT_SUCCESS) inside = true;
    if (type === actionTypes.DISCONNECT) inside = false;
  });
  state$.subscribe(({ at }) => {
    if (at === screen) return;
    screen = at;
    actions$.next({ type: actionTypes.SCREEN_STATE, payload: at });
  });
  const over = () => {
    if (inside) actions$.next({ type: actionTypes.DISCONNECT });
  };
  return {
    told(action) {
      if (action.type === actionTypes.DISCONNECT_SUCCESS) over();
      actions$.next(action);
      // Somebody may have left in answer to the connect.
      if (action.type === actionTypes.CONNECT_SUCCESS && inside) actions$.next({ type: actionTypes.SET_REMOTE_CALL_TYPE, payload: callType() });
    },
    over,
    get inside() {
      return inside;
    },
  };
}
