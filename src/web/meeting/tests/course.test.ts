import { BehaviorSubject, Subject } from 'rxjs';
import { expect, test } from 'vitest';
import { actionTypes, type Action } from '../src/actions';
import { createCourse } from '../src/course';
import type { MeetingState } from '../src/state';

function aCourse() {
  const said: string[] = [];
  const actions$ = new Subject<Action>();
  const state$ = new BehaviorSubject<MeetingState>({ at: 'idle' });
  actions$.subscribe(({ type, payload }) => said.push(payload === undefined ? type : `${type}: ${payload as string}`));
  return { said, actions$, state$, course: createCourse(actions$, state$, () => 'video') };
}

const connected = { type: actionTypes.CONNECT_SUCCESS };

test('A plugin hears how one is connected once one is', () => {
  const { said, course } = aCourse();
  course.told(connected);
  expect(said.slice(-2)).toEqual(['[Conference] Connect Success', '[Conference] Set remote call type: video']);
});

test('A meeting that ends by somebody else is disconnected as one that is left: once, and before it is said to be over', () => {
  const { said, course } = aCourse();
  course.told(connected);
  said.length = 0;
  course.over();
  course.told({ type: actionTypes.DISCONNECT_SUCCESS });
  course.over();
  expect(said).toEqual(['[Conference] Disconnect', '[Conference] Disconnect Success']);
});

test('A wish to leave is not said twice', () => {
  const { said, course, actions$ } = aCourse();
  course.told(connected);
  said.length = 0;
  actions$.next({ type: actionTypes.DISCONNECT });
  course.over();
  expect([said, course.inside]).toEqual([['[Conference] Disconnect'], false]);
});

test('Nobody is disconnected who never was in', () => {
  const { said, course } = aCourse();
  course.over();
  expect(said.filter((one) => one.includes('Disconnect'))).toEqual([]);
});

test('Each screen is said once', () => {
  const { said, state$ } = aCourse();
  state$.next({ at: 'entering' });
  state$.next({ at: 'pin', guestPin: false, wrong: false });
  state$.next({ at: 'pin', guestPin: false, wrong: true });
  expect(said).toEqual(['idle', 'entering', 'pin'].map((at) => `[Home] Screen state: ${at}`));
});
