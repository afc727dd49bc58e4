import { refused } from '../expect.mjs';
import { casesOf } from '../cases.mjs';
import { candidate, onNoCall } from './call.mjs';
import { commands, sdp } from './commands.mjs';
import { goneOr } from './participant.mjs';

const given = { room: true };
const { disconnect, calls, takeFloor, releaseFloor, showLiveCaptions, hideLiveCaptions, ...plain } = commands;
const inRoom = command => casesOf({ ...command, given });
const capital = name => name[0].toUpperCase() + name.slice(1);

/** The functions about a participant or a call again, under a breakout room. */
export const roomCopies = {
  ...Object.fromEntries(Object.entries(plain).map(([name, command]) => [`breakout${capital(name)}Participant`, inRoom(command)])),
  breakoutDisconnectParticipant: [
    {
      name: 'a host', given, expected: goneOr,
      act: (meeting, fn) => meeting.host.do(fn, { breakoutUuid: meeting.room, participantUuid: meeting.roomGuest.uuid }),
    },
    {
      name: 'a guest is refused', given, expected: refused('Invalid role'),
      act: (meeting, fn) => meeting.guest.do(fn, { breakoutUuid: meeting.room, participantUuid: meeting.roomGuest.uuid }),
    },
  ],
  breakoutCallsWebrtcParticipant: inRoom(calls),
  breakoutTakeFloor: inRoom(takeFloor),
  breakoutReleaseFloor: inRoom(releaseFloor),
  breakoutShowLiveCaptions: inRoom(showLiveCaptions),
  breakoutHideLiveCaptions: inRoom(hideLiveCaptions),
  breakoutAck: onNoCall([403], {}, given),
  breakoutDisconnectCall: onNoCall([403, 502, 503], undefined, given),
  breakoutNewCandidate: onNoCall([403, 502], candidate, given),
  breakoutUpdate: onNoCall([403, 502, 503, 520], { sdp }, given),
};
