import { says } from '../expect.mjs';

/** What may be asked about a participant. The same in the main room and in a breakout room, so said once. */
const guest = meeting => (meeting.roomGuest ?? meeting.guest).uuid;
const pressed = { digits: '12#' };
const move = target => ({ action: 'start', target, movement: [{ axis: 'pan', direction: 'left' }], timeout: 500 });
export const sdp = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n';

/** A field of the participant afterwards; only the main room can be read by these functions. */
const becomes = (key, value) => async meeting => {
  if (meeting.room) return undefined;
  const participant = await meeting.see(meeting.guest.uuid);
  return participant?.[key] === value ? undefined : `${key} is ${JSON.stringify(participant?.[key])}, expected ${JSON.stringify(value)}`;
};
const command = (who, effect, more = {}) => ({ who, target: guest, effect, ...more });
const own = (more = {}) => ({ who: 'own', self: true, result: null, ...more });

export const commands = {
  disconnect: command('own', async meeting => meeting.room || !(await meeting.see(meeting.guest.uuid)) ? undefined : 'still in the roster'),
  mute: command('own', becomes('is_muted', 'YES')),
  unmute: command('own', becomes('is_muted', 'NO')),
  clientMute: command('own', becomes('is_client_muted', true)),
  clientUnmute: command('own', becomes('is_client_muted', false)),
  videoMute: command('own', becomes('is_video_muted', true)),
  videoUnmute: command('own', becomes('is_video_muted', false)),
  spotlighton: command('host', async meeting => {
    if (meeting.room) return undefined;
    const { spotlight } = await meeting.see(meeting.guest.uuid);
    return spotlight > 0 ? undefined : `spotlight is ${spotlight}`;
  }),
  spotlightoff: command('host', becomes('spotlight', 0)),
  dtmf: command('host', undefined, { body: () => pressed }),
  overlaytext: command('host', becomes('overlay_text', 'Guest of honour'), { body: () => ({ text: 'Guest of honour' }) }),
  fecc: command('host', undefined, { body: meeting => move(guest(meeting)) }),
  buzz: command('own', async meeting => {
    if (meeting.room) return undefined;
    const { buzz_time } = await meeting.see(meeting.guest.uuid);
    return buzz_time > 0 ? undefined : `buzz_time is ${buzz_time}`;
  }),
  clearbuzz: command('own', becomes('buzz_time', 0)),
  transfer: command('host', undefined, { body: () => ({ role: 'guest', conference_alias: 'meet.open', pin: '' }) }),
  takeFloor: own(),
  releaseFloor: own(),
  showLiveCaptions: own(),
  hideLiveCaptions: own(),
  calls: own({ body: () => ({ call_type: 'WEBRTC', sdp, media_type: 'video', fecc_supported: false }), expected: says(500) }),
};
