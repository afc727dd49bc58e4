import type { Subject } from 'rxjs';
import { actionTypes, type Action } from './actions';
import type { RosterTold } from './roster';
import type { PersonEvent, Timeline } from './timeline';

/** Turns what changes in the roster into actions for plugins and lines of the timeline. */
export function rosterTold(to: { actions$: Subject<Action>; timeline: Timeline }): RosterTold {
  const tell = (kind: PersonEvent['kind'], name: string, uuid: string, action: Action) => {
    to.actions$.next(action);
    to.timeline.add({ kind, name, uuid }, action);
  };
  return {
    came(attendee) {
      if (attendee.waiting || attendee.connecting) return;
      tell('joined', attendee.name, attendee.uuid, { type: actionTypes.PARTICIPANT_CONNECT_SUCCESS, payload: { ...attendee } });
    },
    went(attendee) {
      if (attendee.waiting) return;
      tell('left', attendee.name, attendee.uuid, { type: actionTypes.PARTICIPANT_DISCONNECT_SUCCESS, payload: attendee.uuid });
    },
    changed(before, now) {
      const arrived = (before.waiting && !now.waiting) || (before.connecting && !now.connecting);
      if (arrived && !now.me) tell('joined', now.name, now.uuid, { type: actionTypes.PARTICIPANT_CONNECT_SUCCESS, payload: { ...now } });
      if (before.buzzTime > 0 !== now.buzzTime > 0)
        tell(now.buzzTime > 0 ? 'hand-raised' : 'hand-lowered', now.name, now.uuid, {
          type: actionTypes.BUZZ_CHANGED,
          payload: { buzzTime: now.buzzTime, name: now.name, uuid: now.uuid },
        });
      if (before.muted !== now.muted) to.actions$.next({ type: actionTypes.PARTICIPANT_MUTED_CHANGED, payload: { uuid: now.uuid, muted: now.muted } });
      if (before.presenting !== now.presenting)
        to.timeline.add(
          { kind: now.presenting ? 'presenting' : 'stopped-presenting', name: now.name, uuid: now.uuid },
          { type: actionTypes.SELECT_EVENT, payload: { uuid: now.uuid } },
        );
    },
  };
}
