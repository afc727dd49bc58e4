import { answers, succeeds } from '../expect.mjs';
import { casesOf } from '../cases.mjs';
import { heard } from '../heard.mjs';

const host = { who: 'host' };
const anyone = { who: 'anyone' };
const reads = (key, value) => async meeting => {
  const status = await meeting.status();
  return status[key] === value ? undefined : `${key} is ${status[key]}`;
};
const after = (fn, params, body) => meeting => meeting.host.do(fn, params, body);
const first = (earlier, cases) => cases.map(one => ({ ...one, act: async (meeting, fn) => { await earlier(meeting); return one.act(meeting, fn); } }));
const listed = test => succeeds(result => Array.isArray(result) && result.length > 0 && result.every(test) ? undefined : `result is ${JSON.stringify(result).slice(0, 200)}`);
const dials = destination => () => ({ role: 'GUEST', destination, protocol: 'auto' });
const raised = async meeting => {
  const guest = await meeting.see(meeting.guest.uuid);
  return guest.buzz_time === 0 ? undefined : 'the hand is still up';
};

export const conference = {
  dial: casesOf({
    ...host, body: dials('demo:alice'),
    expected: succeeds(result => result.length === 1 && /^[0-9a-f-]{36}$/.test(result[0]) ? undefined : `result is ${JSON.stringify(result)}`),
    effect: async (meeting, answer) => await meeting.see(answer.json.result[0]) ? undefined : 'the dialled participant is not in the roster',
    extra: [{
      name: 'a destination that nobody can dial gives an empty list', expected: succeeds([]),
      act: (meeting, fn) => meeting.host.do(fn, {}, dials('sip:nobody@example.invalid')()),
    }],
  }),
  conferenceStatus: casesOf({
    ...anyone, expected: succeeds(result => result.locked === false && result.guests_muted === false && typeof result.started === 'boolean'
      ? undefined : `result is ${JSON.stringify(result)}`),
  }),
  lock: casesOf({ ...host, effect: reads('locked', true) }),
  unlock: first(after('lock'), casesOf({ ...host, effect: reads('locked', false) })),
  startConference: casesOf({ ...host, effect: reads('started', true) }),
  muteguests: casesOf({ ...host, effect: reads('guests_muted', true) }),
  unmuteguests: first(after('muteguests'), casesOf({ ...host, effect: reads('guests_muted', false) })),
  setGuestsCanUnmute: casesOf({ ...host, body: () => ({ setting: false }), effect: reads('guests_can_unmute', false) }),
  disconnect: casesOf({
    ...host, effect: async meeting => {
      const after = await meeting.host.do('conferenceStatus');
      return after.status === 403 ? undefined : `the host is still in: ${after.status} ${after.text}`;
    },
  }),
  messageConference: casesOf({
    ...anyone, body: () => ({ type: 'text/plain', payload: 'Good morning' }),
    extra: [{
      name: 'is heard by the others', expected: succeeds(true), effect: heard('Hear me', false),
      act: async (meeting, fn) => {
        meeting.theirs = await meeting.listen(meeting.guest);
        return meeting.host.do(fn, {}, { type: 'text/plain', payload: 'Hear me' });
      },
    }, {
      name: 'an application message', expected: succeeds(true),
      act: (meeting, fn) => meeting.host.do(fn, {}, { type: 'application/json', payload: '{"a":1}' }),
    }],
  }),
  participants: casesOf({
    ...anyone, expected: succeeds(result => result.length === 2 ? undefined : `${result.length} participants, expected 2`),
  }),
  transformLayout: casesOf({
    ...host, body: () => ({ transforms: { layout: '1:7', enable_overlay_text: true, free_form_overlay_text: ['One'] } }),
    extra: [
      { name: 'back to the default', expected: succeeds(true), act: (meeting, fn) => meeting.host.do(fn, {}, { transforms: {} }) },
      {
        name: 'layouts of hosts and guests, indicators and streaming', expected: succeeds(true),
        act: (meeting, fn) => meeting.host.do(fn, {}, { transforms: {
          host_layout: '4:0', guest_layout: '1:0', enable_extended_ac: false, streaming_indicator: true, recording_indicator: false,
          enable_active_speaker_indication: true,
          streaming: { layout: '1:0', waiting_screen_enabled: true, plus_n_pip_enabled: false, indicators_enabled: true },
        } }),
      },
    ],
  }),
  clearAllBuzz: first(meeting => meeting.guest.do('buzzParticipant', { participantUuid: meeting.guest.uuid }),
    casesOf({ ...host, effect: raised })),
  silentVideoDetection: casesOf({
    ...host, body: () => ({ config: { enable: true, silent_after: 30, require_no_faces: true, reactivate_after: 5 } }),
  }),
  theme: casesOf({ ...anyone, expected: answers(200, 204) }),
  availableLayouts: casesOf({
    ...anyone, params: () => ({ annotate: false }), expected: listed(layout => typeof layout === 'string'),
    extra: [{
      name: 'annotated', expected: listed(layout => typeof layout.name === 'string'),
      act: (meeting, fn) => meeting.host.do(fn, { annotate: true }),
    }],
  }),
  layoutSvgs: casesOf({
    ...anyone, expected: succeeds(result => Object.values(result).length > 0 && Object.values(result).every(svg => svg.includes('<svg'))
      ? undefined : `result is ${JSON.stringify(result).slice(0, 200)}`),
  }),
  guestBreakoutBuzz: [{
    name: 'a guest in a room asks for help', given: { room: true }, expected: succeeds(true),
    act: (meeting, fn) => meeting.roomGuest.do(fn),
  }],
  guestClearBreakoutBuzz: [{
    name: 'a guest in a room needs no help any more', given: { room: true }, expected: succeeds(true),
    act: async (meeting, fn) => { await meeting.roomGuest.do('guestBreakoutBuzz'); return meeting.roomGuest.do(fn); },
  }],
  videoMixesCreate: personal(mix => ({ body: { mix_name: mix } })),
  videoMixesConfigure: personal(mix => ({ params: { mixName: mix }, body: { transform_layout: { layout: '1:7' } } }), true),
  videoMixesDelete: personal(mix => ({ params: { mixName: mix } }), true),
};

function personal(request, made) {
  return [{
    name: 'a host about their own mix', expected: succeeds(true),
    act: async (meeting, fn) => {
      const mix = 'main.!personal';
      if (made) await meeting.host.do('videoMixesCreate', {}, { mix_name: mix });
      const { params, body } = request(mix);
      return meeting.host.do(fn, params, body);
    },
  }];
}
