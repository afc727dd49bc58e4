import { answers, succeeds } from '../expect.mjs';
import { casesOf } from '../cases.mjs';
import { heard } from '../heard.mjs';

const given = { room: true };
const host = { who: 'host', given };
const isUuid = succeeds(result => typeof result.breakout_uuid === 'string' && result.breakout_uuid ? undefined : JSON.stringify(result));
const roomReads = (key, value) => async meeting => {
  await meeting.hostStream.next('breakout_event', ({ breakout_uuid, event, data }) =>
    breakout_uuid === meeting.room && event === 'conference_update' && data[key] === value);
  return undefined;
};
const first = (fn, cases) => cases.map(one => ({
  ...one, act: async (meeting, name) => { await meeting.host.do(fn, { breakoutUuid: meeting.room }); return one.act(meeting, name); },
}));
const moved = meeting => ({ breakout_uuid: meeting.room, participants: [meeting.guest.uuid] });
const referred = target => async meeting => {
  const referral = await meeting.theirs.next('refer');
  if (referral.target !== target) return `target is ${referral.target}, expected ${target}`;
  const back = await meeting.enter('Again', { token: referral.token });
  return back.seat.role === 'GUEST' ? undefined : `came back as ${back.seat.role}`;
};
const listening = (whom, cases) => cases.map(one => one.effect
  ? { ...one, act: async (meeting, fn) => { meeting.theirs = await meeting.listen(meeting[whom]); return one.act(meeting, fn); } }
  : one);
const mix = (request, made) => [{
  name: 'a host', given, expected: succeeds(true),
  act: async (meeting, fn) => {
    const breakoutUuid = meeting.room;
    const mixName = 'main.!personal';
    if (made) await meeting.host.do('breakoutVideoMixesCreate', { breakoutUuid }, { mix_name: mixName });
    return meeting.host.do(fn, { breakoutUuid, mixName }, request);
  },
}];

export const breakout = {
  breakouts: casesOf({
    who: 'host', expected: isUuid,
    body: () => ({ name: 'Room B', description: 'Second room', duration: 300, end_action: 'transfer', guests_allowed_to_leave: true }),
    extra: [{
      name: 'with a guest moved at once', expected: isUuid, effect: referred('breakout'),
      act: async (meeting, fn) => {
        meeting.theirs = await meeting.listen(meeting.guest);
        return meeting.host.do(fn, {}, { name: 'Room C', participants: { main: [meeting.guest.uuid] } });
      },
    }],
  }),
  breakoutsMessage: listening('roomGuest', casesOf({
    ...host, body: () => ({ type: 'text/plain', payload: 'Five minutes left' }), effect: heard('Five minutes left', false),
  })),
  breakoutsDisconnect: casesOf({
    ...host, result: null,
    effect: async meeting => { await meeting.hostStream.next('breakout_end', data => data.breakout_uuid === meeting.room); return undefined; },
  }),
  breakoutsEmpty: listening('roomGuest', casesOf({ ...host, effect: referred('main') })),
  breakoutDisconnect: casesOf({
    ...host,
    effect: async meeting => { await meeting.hostStream.next('breakout_end', data => data.breakout_uuid === meeting.room); return undefined; },
  }),
  breakoutTransformLayout: casesOf({ ...host, body: () => ({ transforms: { layout: '4:0' } }) }),
  breakoutMuteguests: casesOf({ ...host, effect: roomReads('guests_muted', true) }),
  breakoutUnmuteguests: first('breakoutMuteguests', casesOf(host)),
  breakoutLock: casesOf({ ...host, effect: roomReads('locked', true) }),
  breakoutUnlock: first('breakoutLock', casesOf(host)),
  breakoutRequestGuestToken: casesOf({
    ...host, expected: succeeds(result => typeof result === 'string' && result ? undefined : JSON.stringify(result)),
    effect: async (meeting, answer) => {
      const one = await meeting.enter('Once', { token: answer.json.result });
      const again = await meeting.enter('Twice', { token: answer.json.result }).catch(() => undefined);
      return one.seat.role !== 'GUEST' ? 'not a guest' : again ? 'the token worked twice' : undefined;
    },
  }),
  breakoutMoveParticipantsFromMain: listening('guest', casesOf({ ...host, body: moved, effect: referred('breakout') })),
  breakoutMoveParticipants: listening('roomGuest', casesOf({
    ...host, body: meeting => ({ breakout_uuid: 'main', participants: [meeting.roomGuest.uuid] }), effect: referred('main'),
    extra: [{
      name: 'to the main room by an empty uuid', given, expected: succeeds(true),
      act: (meeting, fn) => meeting.host.do(fn, { breakoutUuid: meeting.room }, { breakout_uuid: '', participants: [meeting.roomGuest.uuid] }),
    }],
  })),
  breakoutMessageConference: listening('roomGuest', casesOf({
    ...host, body: () => ({ type: 'text/plain', payload: 'Hello, room' }), effect: heard('Hello, room', false),
  })),
  breakoutUnlockParticipant: casesOf({
    ...host, target: meeting => meeting.roomGuest.uuid, expected: answers(200, 403),
  }),
  guestLeaveBreakout: [
    {
      name: 'a guest in a room goes back', given, expected: succeeds(true), effect: referred('main'),
      act: async (meeting, fn) => { meeting.theirs = await meeting.listen(meeting.roomGuest); return meeting.roomGuest.do(fn); },
    },
  ],
  hostBreakoutBuzz: casesOf(host),
  hostClearBreakoutBuzz: first('hostBreakoutBuzz', casesOf(host)),
  breakoutClearAllBuzz: casesOf(host),
  breakoutVideoMixesCreate: mix({ mix_name: 'main.!personal' }),
  breakoutVideoMixesConfigure: mix({ transform_layout: { layout: '1:7' } }, true),
  breakoutVideoMixesDelete: mix(undefined, true),
};
