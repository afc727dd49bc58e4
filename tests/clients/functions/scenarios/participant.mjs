import { fails, refused, says, succeeds } from '../expect.mjs';
import { casesOf } from '../cases.mjs';
import { heard } from '../heard.mjs';
import { commands } from './commands.mjs';

const guest = meeting => meeting.guest.uuid;
const becomes = (key, value) => async meeting => {
  const participant = await meeting.see(meeting.guest.uuid);
  return participant?.[key] === value ? undefined : `${key} is ${JSON.stringify(participant?.[key])}`;
};
const { disconnect, calls, takeFloor, releaseFloor, showLiveCaptions, hideLiveCaptions, ...plain } = commands;
export const goneOr = succeeds(result => result === null || result === true ? undefined : `result is ${JSON.stringify(result)}`);

export const participant = {
  ...Object.fromEntries(Object.entries(plain).map(([name, command]) => [`${name}Participant`, casesOf(command)])),
  disconnectParticipant: [
    { name: 'a host', act: (meeting, fn) => meeting.host.do(fn, { participantUuid: guest(meeting) }), expected: goneOr, effect: disconnect.effect },
    { name: 'a guest about itself', act: (meeting, fn) => meeting.guest.do(fn, { participantUuid: guest(meeting) }), expected: goneOr },
    {
      name: 'a guest about the host is refused', expected: refused('Invalid role'),
      act: (meeting, fn) => meeting.guest.do(fn, { participantUuid: meeting.host.uuid }),
    },
  ],
  allowrxpresentationParticipant: casesOf({ who: 'host', target: guest, effect: becomes('rx_presentation_policy', 'ALLOW') }),
  denyrxpresentationParticipant: casesOf({ who: 'host', target: guest, effect: becomes('rx_presentation_policy', 'DENY') }),
  unlockParticipant: casesOf({
    who: 'host', target: meeting => meeting.waiting.uuid, given: { waiting: true },
    effect: async meeting => {
      const { service_type } = await meeting.see(meeting.waiting.uuid);
      return service_type === 'conference' ? undefined : `service_type is ${service_type}`;
    },
  }),
  callsWebrtcParticipant: casesOf(calls),
  callsRtmpParticipant: [{
    name: 'a host, without media', expected: says(500),
    act: (meeting, fn) => meeting.host.do(fn, { participantUuid: meeting.host.uuid },
      { call_type: 'RTMP', present: 'receive', streaming: true, bandwidth: 1024 }),
  }],
  presInMixParticipant: casesOf({
    who: 'host', target: meeting => meeting.host.uuid, body: () => ({ state: true }),
    effect: async meeting => (await meeting.see(meeting.host.uuid)).needs_presentation_in_mix ? undefined : 'not in the mix',
  }),
  roleParticipant: casesOf({ who: 'host', target: guest, body: () => ({ role: 'chair' }), effect: becomes('role', 'chair') }),
  messageParticipant: casesOf({
    who: 'anyone', target: meeting => meeting.host.uuid, body: () => ({ type: 'text/plain', payload: 'Between us' }),
    extra: [{
      name: 'is heard by the one it is for', expected: succeeds(true), effect: heard('You alone', true),
      act: async (meeting, fn) => {
        meeting.theirs = await meeting.listen(meeting.guest);
        return meeting.host.do(fn, { participantUuid: meeting.guest.uuid }, { type: 'text/plain', payload: 'You alone' });
      },
    }],
  }),
  avatarJpgParticipant: casesOf({ who: 'anyone', target: guest, expected: fails(404, 'No image available') }),
  takeFloor: casesOf(takeFloor),
  releaseFloor: casesOf(releaseFloor),
  showLiveCaptions: casesOf(showLiveCaptions),
  hideLiveCaptions: casesOf(hideLiveCaptions),
  preferredAspectRatio: casesOf({ who: 'own', self: true, body: () => ({ aspect_ratio: 1.78 }) }),
  notifyNotAFK: casesOf({ who: 'own', self: true }),
};
