import type { BehaviorSubject, Subject } from 'rxjs';
import type { PexRTC } from '@plenum/pexrtc';
import { actionTypes, type Action } from './actions';
import type { Breakouts } from './breakouts';
import type { Chat } from './chat';
import type { Conversation } from './conversation';
import { roomOf, type ConferenceDetails, type RoomDetails } from './details';
import { feedAnew } from './feeding';
import type { Roster } from './roster';
import type { Scene } from './scene';
import type { Connection } from './state';
import type { RoomEvent, Timeline } from './timeline';

interface Ears {
  readonly roster: Roster;
  readonly room$: BehaviorSubject<RoomDetails | null>;
  readonly scene$: BehaviorSubject<Scene>;
  readonly chat: Chat;
  readonly timeline: Timeline;
  readonly breakouts: Breakouts;
  readonly connection$: BehaviorSubject<Connection>;
  readonly actions$: Subject<Action>;
  readonly conversation: Conversation;
  mediaType(): ConferenceDetails['mediaType'];
}

/**
 * Puts the app's handlers on the call. They are plain properties that the call looks up each time it has something to say,
 * so a plugin that puts its own in their place changes what the app sees.
 */
export function hear(pexrtc: PexRTC, ears: Ears): void {
  const { roster, room$, scene$, timeline, breakouts, connection$, conversation } = ears;
  const see = (change: Partial<Scene>) => scene$.next({ ...scene$.value, ...change });

  pexrtc.onSyncBegin = () => {
    roster.beginSync();
    // Those that there still are come after the people.
    breakouts.clear();
  };
  pexrtc.onSyncEnd = () => roster.endSync();
  pexrtc.onParticipantCreate = (raw) => roster.put(raw);
  pexrtc.onParticipantUpdate = (raw) => {
    roster.put(raw);
    ears.actions$.next({ type: actionTypes.PARTICIPANT_UPDATE, payload: raw });
  };
  pexrtc.onParticipantDelete = ({ uuid }) => roster.remove(uuid);
  feedAnew(pexrtc, roster);
  pexrtc.onStageUpdate = (stage) => {
    roster.stage(stage);
    see({ speakers: stage });
  };
  pexrtc.onConferenceUpdate = (status) => {
    const before = room$.value;
    const now = roomOf(status, ears.mediaType());
    room$.next(now);
    // What was said into one breakout is not for the next.
    if (before?.breakout?.name !== now.breakout?.name) see({ hostMessage: null });
    if (before) for (const kind of changes(before, now)) timeline.add({ kind }, { type: actionTypes.SELECT_EVENT, payload: { kind } });
  };
  pexrtc.onLayoutUpdate = (layout) => see({ layout });
  pexrtc.onChatMessage = (message) => {
    const fromOutside = message.from_outside === true && message.type === 'text/plain';
    conversation.heard({ ...message, direct: false, ...(fromOutside && { fromOutside }) });
    if (fromOutside) see({ hostMessage: { name: message.origin, text: message.payload } });
  };
  pexrtc.onDirectMessage = (message) => conversation.heard({ ...message, direct: true });
  pexrtc.onApplicationMessage = ({ payload, ...message }) =>
    conversation.heard({ ...message, payload: typeof payload === 'string' ? payload : JSON.stringify(payload), direct: message.direct ?? false });
  pexrtc.onPresentation = (started, presenter, uuid) =>
    see({ presentation: started ? { uuid: uuid ?? '', name: presenter ?? '', picture: null, mine: uuid === pexrtc.uuid } : null, presentationStream: null });
  pexrtc.onPresentationReload = (picture) => {
    if (scene$.value.presentation) see({ presentation: { ...scene$.value.presentation, picture } });
  };
  pexrtc.onPresentationConnected = (presentationStream) => see({ presentationStream });
  pexrtc.onPresentationDisconnected = () => see({ presentationStream: null });
  pexrtc.onLiveCaptions = ({ data, is_final }) => see({ caption: data ? { text: data, final: is_final } : null });
  pexrtc.onBreakoutCreate = ({ breakout_uuid }) => breakouts.opened(breakout_uuid);
  pexrtc.onBreakoutUpdate = (status) => breakouts.updated(status);
  pexrtc.onBreakoutEvent = (event) => breakouts.hear(event);
  pexrtc.onBreakoutDelete = ({ breakout_uuid }) => breakouts.closed(breakout_uuid);
  pexrtc.onBreakoutRefer = ({ breakout_uuid, breakout_name, requester_uuid }) =>
    see({ breakoutCall: { uuid: breakout_uuid, name: breakout_name, by: roster.find(requester_uuid)?.name ?? '' } });
  pexrtc.onConnectionState = (connection) => {
    if (connection$.value.state === 'reconnecting' && connection.state === 'connected')
      timeline.add({ kind: 'reconnected' }, { type: actionTypes.SELECT_EVENT, payload: { kind: 'reconnected' } });
    connection$.next(connection);
  };
  const own = () => ({ localStream: pexrtc.call?.mediaStream ?? null });
  pexrtc.onMediaConnected = (remoteStream) => see({ remoteStream, mediaProblem: null, ...own() });
  pexrtc.onMediaUnavailable = (mediaProblem) => see({ mediaProblem, ...own() });
}

function* changes(before: RoomDetails, now: RoomDetails): Generator<RoomEvent['kind']> {
  if (before.locked !== now.locked) yield now.locked ? 'locked' : 'unlocked';
  if (before.guestsMuted !== now.guestsMuted) yield now.guestsMuted ? 'guests-muted' : 'guests-unmuted';
  if (before.chatEnabled !== now.chatEnabled) yield now.chatEnabled ? 'chat-on' : 'chat-off';
  if (!before.started && now.started) yield 'started';
}
