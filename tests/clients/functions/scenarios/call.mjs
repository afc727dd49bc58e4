import { answers, refused } from '../expect.mjs';
import { sdp } from './commands.mjs';

const callUuid = '00000000-0000-4000-8000-00000000ca11';

/** Calls on a call that does not exist: any failure that the function knows will do, in the shape it validates. */
export const onNoCall = (known, body, given = {}) => [
  {
    name: 'about a call that does not exist', given,
    expected: answer => answer.status === 403 ? refused()(answer) : answers(...known)(answer),
    act: (meeting, fn) => meeting.host.do(fn, {
      participantUuid: given.room ? meeting.hostInRoom : meeting.host.uuid, callUuid,
      ...(given.room ? { breakoutUuid: meeting.room } : {}),
    }, body),
  },
  {
    name: "a guest about the host's call is refused", given, expected: refused(),
    act: (meeting, fn) => meeting.guest.do(fn, {
      participantUuid: given.room ? meeting.hostInRoom : meeting.host.uuid, callUuid,
      ...(given.room ? { breakoutUuid: meeting.room } : {}),
    }, body),
  },
];
export const candidate = { candidate: 'candidate:1 1 udp 2130706431 127.0.0.1 9 typ host', mid: '0', ufrag: 'abcd', pwd: 'p' };

export const callFunctions = {
  ack: onNoCall([403], {}),
  disconnectCall: onNoCall([403, 502, 503]),
  dtmf: onNoCall([403], { digits: '1' }),
  fecc: onNoCall([403], { action: 'start', movement: [{ axis: 'zoom', direction: 'in' }] }),
  newCandidate: onNoCall([403, 502], candidate),
  update: onNoCall([403, 500, 502, 503, 520], { sdp }),
  statistics: onNoCall([403], { audio: { rx_bitrate: 32 } }),
};
