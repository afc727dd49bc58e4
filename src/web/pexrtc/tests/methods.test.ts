// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { PexRTC } from '../src';
import { callTo, joined } from './calls';
import { conferenceServer, failed, seat, success, until } from './conferenceServer';

type Call = (call: PexRTC) => unknown;

/** What a method asks for: its path, its body, and GET where it only reads. */
const requests: readonly (readonly [name: string, call: Call, path: string, body?: unknown])[] = [
  ['setConferenceLock', (call) => call.setConferenceLock(false), 'unlock'],
  ['setMuteAllGuests', (call) => call.setMuteAllGuests(true), 'muteguests'],
  ['setMuteAllGuests, off', (call) => call.setMuteAllGuests(false), 'unmuteguests'],
  ['setGuestsCanUnmute', (call) => call.setGuestsCanUnmute(true), 'set_guests_can_unmute', { setting: true }],
  ['startConference', (call) => call.startConference(), 'start_conference'],
  ['disconnectAll', (call) => call.disconnectAll(), 'disconnect'],
  ['clearAllBuzz', (call) => call.clearAllBuzz(), 'clearallbuzz'],
  ['clearSpotlights', (call) => call.clearSpotlights(), 'clearspotlights'],
  ['getParticipants', (call) => call.getParticipants(), 'participants'],
  ['overrideLayout', (call) => call.overrideLayout([{ view: '1:7' }]), 'override_layout', [{ view: '1:7' }]],
  ['transformLayout', (call) => call.transformLayout({ layout: '4:0' }), 'transform_layout', { transforms: { layout: '4:0' } }],
  ['transformLayout, back to default', (call) => call.transformLayout(null), 'transform_layout', { transforms: {} }],
  ['getAvailableLayouts', (call) => call.getAvailableLayouts(), 'available_layouts'],
  ['setClassificationLevel', (call) => call.setClassificationLevel(2), 'set_classification_level', { classification_level: 2 }],
  ['getClassificationLevel', (call) => call.getClassificationLevel(), 'get_classification_level'],
  ['sendChatMessage', (call) => call.sendChatMessage('hello'), 'message', { type: 'text/plain', payload: 'hello' }],
  ['sendChatMessage, to one', (call) => call.sendChatMessage('hello', 'bob'), 'participants/bob/message', { type: 'text/plain', payload: 'hello' }],
  ['sendApplicationMessage', (call) => call.sendApplicationMessage({ a: 1 }), 'message', { type: 'application/json', payload: '{"a":1}' }],
  ['sendApplicationMessage, to one', (call) => call.sendApplicationMessage([1], 'bob'), 'participants/bob/message', { type: 'application/json', payload: '[1]' }],

  ['disconnectParticipant', (call) => call.disconnectParticipant('bob'), 'participants/bob/disconnect'],
  ['unlockParticipant', (call) => call.unlockParticipant('bob'), 'participants/bob/unlock'],
  ['holdParticipant', (call) => call.holdParticipant('bob'), 'participants/bob/hold'],
  ['resumeParticipant', (call) => call.resumeParticipant('bob'), 'participants/bob/resume'],
  ['transferParticipant', (call) => call.transferParticipant('bob', 'other', 'HOST', '12'), 'participants/bob/transfer', { conference_alias: 'other', role: 'host', pin: '12' }],
  ['transferParticipant, as they are', (call) => call.transferParticipant('bob', 'other'), 'participants/bob/transfer', { conference_alias: 'other' }],
  ['setParticipantMute', (call) => call.setParticipantMute('bob', true), 'participants/bob/mute'],
  ['setParticipantMute, off', (call) => call.setParticipantMute('bob', false), 'participants/bob/unmute'],
  ['setParticipantRxPresentation', (call) => call.setParticipantRxPresentation('bob', true), 'participants/bob/allowrxpresentation'],
  ['setParticipantRxPresentation, off', (call) => call.setParticipantRxPresentation('bob', false), 'participants/bob/denyrxpresentation'],
  ['setParticipantSpotlight', (call) => call.setParticipantSpotlight('bob', true), 'participants/bob/spotlighton'],
  ['setParticipantSpotlight, off', (call) => call.setParticipantSpotlight('bob', false), 'participants/bob/spotlightoff'],
  ['setParticipantText', (call) => call.setParticipantText('bob', 'Bob'), 'participants/bob/overlaytext', { text: 'Bob' }],
  ['setParticipantTxMute', (call) => call.setParticipantTxMute('bob', true), 'participants/bob/tx_mute'],
  ['setParticipantTxMute, off', (call) => call.setParticipantTxMute('bob', false), 'participants/bob/tx_unmute'],
  ['setRole', (call) => call.setRole('bob', 'HOST'), 'participants/bob/role', { role: 'chair' }],
  ['setRole, in the words of the API', (call) => call.setRole('bob', 'guest'), 'participants/bob/role', { role: 'guest' }],
  ['setBuzz', (call) => call.setBuzz(), 'participants/me/buzz'],
  ['clearBuzz', (call) => call.clearBuzz(), 'participants/me/clearbuzz'],
  ['clearBuzz, somebody else\'s', (call) => call.clearBuzz('bob'), 'participants/bob/clearbuzz'],
  ['videoMuted', (call) => call.videoMuted(), 'participants/me/video_muted'],
  ['videoUnmuted', (call) => call.videoUnmuted(), 'participants/me/video_unmuted'],
  ['clientMute', (call) => call.clientMute(), 'participants/me/client_mute'],
  ['clientUnmute', (call) => call.clientUnmute(), 'participants/me/client_unmute'],
  ['notifyNotAFK', (call) => call.notifyNotAFK(), 'participants/me/notify_not_afk'],
  ['showLiveCaptions', (call) => call.showLiveCaptions(), 'participants/me/show_live_captions'],
  ['hideLiveCaptions', (call) => call.hideLiveCaptions(), 'participants/me/hide_live_captions'],
  ['requestAspectRatio', (call) => call.requestAspectRatio(1.78), 'participants/me/preferred_aspect_ratio', { aspect_ratio: 1.78 }],
  ['setPresentationInMix', (call) => call.setPresentationInMix(true), 'participants/me/pres_in_mix', { state: true }],
  ['setPresentationInMix, of somebody', (call) => call.setPresentationInMix(false, 'bob'), 'participants/bob/pres_in_mix', { state: false }],
  ['sendDTMF', (call) => call.sendDTMF('12#'), 'participants/me/dtmf', { digits: '12#' }],
  ['sendDTMF, to somebody', (call) => call.sendDTMF('5', 'bob'), 'participants/bob/dtmf', { digits: '5' }],
  ['sendFECC', (call) => call.sendFECC('start', 'pan', 'left', 'bob', 1000), 'participants/bob/fecc', { action: 'start', movement: [{ axis: 'pan', direction: 'left' }], timeout: 1000 }],
  ['sendFECC, stopping', (call) => call.sendFECC('stop'), 'participants/me/fecc', { action: 'stop', movement: [] }],

  ['createBreakout', (call) => call.createBreakout('A', 600, 'transfer', ['bob'], true), 'breakouts',
    { name: 'A', duration: 600, end_action: 'transfer', participants: { main: ['bob'] }, guests_allowed_to_leave: true }],
  ['createBreakout, by its name alone', (call) => call.createBreakout('A'), 'breakouts', { name: 'A' }],
  ['moveToBreakout', (call) => call.moveToBreakout('room', ['bob']), 'participants/breakout', { breakout_uuid: 'room', participants: ['bob'] }],
  ['moveParticipantsFromBreakout', (call) => call.moveParticipantsFromBreakout('room', null, ['bob']), 'breakouts/room/participants/breakout', { breakout_uuid: '', participants: ['bob'] }],
  ['closeBreakout', (call) => call.closeBreakout('room'), 'breakouts/room/disconnect'],
  ['setBreakoutHand', (call) => call.setBreakoutHand(true), 'breakoutbuzz'],
  ['setBreakoutHand, a host\'s answer', (call) => call.setBreakoutHand(false, 'room'), 'breakouts/room/clearbreakoutbuzz'],
  ['leaveBreakout', (call) => call.leaveBreakout(), 'leavebreakout'],
];

const reads = ['participants', 'available_layouts', 'get_classification_level'];

describe('A method asks for', () => {
  test('what its name says, in the words of the API', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    for (const [name, act, path, body] of requests) {
      const before = server.asked.length;
      const answer = await act(call);
      const asked = server.asked.slice(before);
      expect([name, answer, asked.map((one) => [one.method, one.path, one.body])]).toEqual(
        [name, { status: 'success', result: true }, [[reads.includes(path) ? 'GET' : 'POST', path, body]]]);
    }
  });

  test('one thing by each name that there is', () => {
    const named = new Set(requests.map(([name]) => name.split(',')[0]));
    expect(methods().filter((name) => !named.has(name) && !told.includes(name))).toEqual([]);
    expect([...named].filter((name) => !methods().includes(name ?? ''))).toEqual([]);
  });
});

/** What other tests are about (joining, media, slides, dialling), and what is the call's own though the language cannot hide it. */
const told = [
  'makeCall', 'connect', 'disconnect', 'sendRequest', 'withCause', 'getVersion', 'dialOut', 'muteAudio', 'muteVideo',
  'addCall', 'renegotiate', 'disconnectCall', 'getMediaStatistics', 'getSecureCheckCode', 'getPresentation', 'stopPresentation', 'present',
  'about', 'command', 'tell', 'log', 'forget', 'rest', 'sit', 'openMedia', 'startMedia', 'moveMedia', 'endMedia', 'closeDevices', 'hearMedia', 'hearPicture', 'hearPresenter', 'stopShowing',
];

function methods(): readonly string[] {
  const found: string[] = [];
  for (let at = PexRTC.prototype as object; at !== Object.prototype; at = Object.getPrototypeOf(at) as object)
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) if (typeof value === 'function' && name !== 'constructor') found.push(name);
  return found;
}

/** An event of the server, and what the callback of this name is handed. */
const events: readonly (readonly [event: string, data: unknown, callback: string, ...handed: unknown[]])[] = [
  ['stage', [{ participant_uuid: 'bob', stage_index: 0, vad: 100 }], 'onStageUpdate', [{ participant_uuid: 'bob', stage_index: 0, vad: 100 }]],
  ['layout', { view: '1:7', participants: ['bob'] }, 'onLayoutUpdate', { view: '1:7', participants: ['bob'] }],
  ['fecc', { action: 'start', movement: [{ axis: 'tilt', direction: 'up' }], timeout: 500 }, 'onFECC', { action: 'start', movement: [{ axis: 'tilt', direction: 'up' }], timeout: 500 }],
  ['live_captions', { data: 'so', is_final: false }, 'onLiveCaptions', { data: 'so', is_final: false }],
  ['splash_screen', { screen_key: 'welcome', display_duration: 3 }, 'onSplashScreen', { screen_key: 'welcome', display_duration: 3 }],
  ['splash_screen', null, 'onSplashScreen', null],
  ['on_hold', true, 'onHold', true],
  ['presentation_start', { presenter_name: 'Bob', presenter_uuid: 'bob', presenter_uri: '', source: 'static' }, 'onPresentation', true, 'Bob', 'bob', 'static'],
  ['presentation_stop', null, 'onPresentation', false, null, null, null],
  ['breakout_begin', { breakout_uuid: 'room', participant_uuid: 'me-there' }, 'onBreakoutCreate', { breakout_uuid: 'room', participant_uuid: 'me-there' }],
  ['breakout_end', { breakout_uuid: 'room', participant_uuid: 'me-there' }, 'onBreakoutDelete', { breakout_uuid: 'room', participant_uuid: 'me-there' }],
  ['breakout_refer', { breakout_uuid: 'room', breakout_name: 'A', requester_uuid: 'bob' }, 'onBreakoutRefer', { breakout_uuid: 'room', breakout_name: 'A', requester_uuid: 'bob' }],
  ['breakout_event', { breakout_uuid: 'room', event: 'conference_update', data: { locked: true } }, 'onBreakoutUpdate', { breakout_uuid: 'room', locked: true }],
  ['breakout_event', { breakout_uuid: 'room', event: 'participant_create', data: { uuid: 'bob' } }, 'onBreakoutEvent', { breakout_uuid: 'room', event: 'participant_create', data: { uuid: 'bob' } }],
  ['conference_update', { locked: false, guests_muted: true, started: true }, 'onConferenceUpdate', { locked: false, guests_muted: true, started: true }],
  ['plenum', { name: 'ui', payload: 1 }, 'onPlenum', { name: 'ui', payload: 1 }],
];

describe('An event', () => {
  test('reaches its callback', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    for (const [event, data, callback, ...handed] of events) {
      const heard = vi.fn();
      Object.assign(call, { [callback]: heard });
      server.streams[0]!.send(event, data);
      await until(() => expect([event, heard.mock.calls]).toEqual([event, [handed]]));
    }
  });

  test('of the conference changes what the call knows of it', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    server.streams[0]!.send('conference_update', { locked: false, guests_muted: false, started: true, chat_enabled: false, guests_can_present: true });

    await until(() => expect([call.chat_enabled, call.guests_can_present]).toEqual([false, true]));
  });
});

describe('What a call knows', () => {
  test('of its seat stands under the names that plugins read', async () => {
    const server = await conferenceServer();
    server.answer('request_token', () => success({ ...seat, fecc_enabled: true, guests_can_present: true, rtmp_enabled: true, vp9_enabled: true, allow_1080p: true, analytics_enabled: true }));
    const call = await joined(server);

    expect(call).toMatchObject({
      uuid: 'me', role: 'HOST', token: 'token-1', token_refresh: 40, version: '36 (36.0.0)', display_name: 'Ann', conference: 'meet.demo', conference_name: 'Demo',
      service_type: 'conference', current_service_type: 'conference', chat_enabled: true, fecc_enabled: true, guests_can_present: true, rtmp_enabled: true,
      vp9_enabled: true, allow_1080p: true, analytics_enabled: true, pin_status: 'none', state: 'ACTIVE',
    });
    expect([call.getVersion(), call.getSecureCheckCode(), call.getMediaStatistics()]).toEqual(['36 (36.0.0)', null, { incoming: {}, outgoing: {} }]);
  });

  test('of another way to sign in is told where it leads', async () => {
    const server = await conferenceServer();
    const idp = { name: 'Us', uuid: 'idp-1' };
    server.answer('request_token', ({ body }) => ((body as { chosen_idp?: string }).chosen_idp
      ? failed(403, { redirect_url: 'https://idp.example/', redirect_idp: idp, version: seat.version })
      : failed(403, { idp: [idp], version: seat.version })));
    const call = new PexRTC();
    const [setup, auth] = [(call.onSetup = vi.fn()), (call.onAuth = vi.fn())];
    call.makeCall(server.url, 'meet.demo', 'Ann', 0, 'none');
    await until(() => expect(setup).toHaveBeenCalledWith(null, 'none', null, [idp]));
    call.connect(null, null, idp.uuid);

    await until(() => expect(auth).toHaveBeenCalledWith('https://idp.example/', idp));
    call.disconnect();
  });
});

/** As much of a browser's connection as a call asks for; it fails when it is told to. */
class Connection {
  static readonly made: Connection[] = [];
  connectionState = 'new';
  localDescription = { sdp: 'v=0\r\n' };
  offers: unknown[] = [];
  onconnectionstatechange: () => void = () => undefined;

  constructor() {
    Connection.made.push(this);
  }

  createOffer(options: unknown): Promise<object> {
    this.offers.push(options);
    return Promise.resolve({});
  }

  setLocalDescription = (): Promise<void> => Promise.resolve();
  setRemoteDescription = (): Promise<void> => Promise.resolve();
  addTransceiver = (): void => undefined;
  getTransceivers = (): readonly object[] => [];
  close = (): void => undefined;
}

describe('A connection that fails', () => {
  test('is looked for on new ways, and the page is told', async () => {
    vi.stubGlobal('RTCPeerConnection', Connection);
    vi.stubGlobal('MediaStream', class {});
    try {
      const server = await conferenceServer();
      server.answer('request_token', () => success({ ...seat, trickle_ice_enabled: true }));
      server.answer('participants/me/calls', () => success({ call_uuid: 'c1', sdp: 'v=0\r\n' }));
      server.answer('participants/me/calls/c1/update', () => success({ call_uuid: 'c1', sdp: 'v=0\r\n' }));
      const call = callTo(server, undefined, 'recvonly');
      const restarted = (call.onIceRestart = vi.fn());
      await until(() => expect(server.paths()).toContain('participants/me/calls/c1/ack'));
      Object.assign(Connection.made[0]!, { connectionState: 'failed' }).onconnectionstatechange();

      await until(() => expect(server.paths()).toContain('participants/me/calls/c1/update'));
      expect([restarted.mock.calls, Connection.made[0]!.offers.at(-1)]).toEqual([[[]], { iceRestart: true }]);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
