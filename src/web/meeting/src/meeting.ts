import { BehaviorSubject, combineLatest, distinctUntilChanged, map, ReplaySubject, shareReplay, Subject, type Observable } from 'rxjs';
import { PexRTC } from '@plenum/pexrtc';
import { actionTypes, type Action } from './actions';
import { createAttendance, type Attendance } from './attendance';
import type { Attendee } from './attendee';
import { breakoutCommands, createBreakouts, type BreakoutCommands, type BreakoutRoom } from './breakouts';
import { createChat, type ChatMessage } from './chat';
import { personCommands, roomCommands, type PersonCommands, type RoomCommands } from './commands';
import { createConversation, heardOf, type Conversation } from './conversation';
import { createCourse } from './course';
import { detailsOf, type ConferenceDetails, type RoomDetails } from './details';
import { createEntrance } from './entrance';
import { hear } from './hearing';
import { mediaTypeOf, type JoinWish } from './join';
import { createOwnDevices, type OwnDevices } from './own-devices';
import type { Participant } from './participant';
import { createRoster } from './roster';
import { asking } from './asking';
import { emptyScene, type Scene } from './scene';
import type { Connection, MeetingState } from './state';
import { createTimeline, type TimelineEntry } from './timeline';
import { rosterTold } from './telling';

/** One person's meeting, from the wish to join until the good-bye: the state that the interface and the plugins read alike. */
export interface Meeting {
  readonly state$: Observable<MeetingState>;
  readonly connection$: Observable<Connection>;
  readonly wish: JoinWish | null;
  /** The live call; a new one for every join, null before the first. */
  readonly pexrtc: PexRTC | null;

  /** Everybody in the room as plugins see them; replayed. */
  readonly participants$: Observable<readonly Participant[]>;
  readonly conferenceDetails$: Observable<ConferenceDetails>;
  /** The same people and room with what the app shows beyond. */
  readonly attendees$: Observable<readonly Attendee[]>;
  readonly room$: Observable<RoomDetails | null>;
  readonly me$: Observable<Attendee | null>;
  readonly scene$: Observable<Scene>;
  readonly messages$: Observable<readonly ChatMessage[]>;
  readonly timeline$: Observable<readonly TimelineEntry[]>;
  readonly breakouts$: Observable<readonly BreakoutRoom[]>;

  readonly actions$: Observable<Action>;
  /** Tells everybody who listens, and acts where the action is a wish. */
  dispatch(action: Action): void;

  readonly devices: OwnDevices;
  readonly conversation: Conversation;
  readonly room: RoomCommands;
  readonly people: PersonCommands;
  readonly rooms: BreakoutCommands;
  readonly attendance: Attendance;

  join(wish: JoinWish): void;
  givePin(pin: string): void;
  giveExtension(extension: string): void;
  signInAt(provider: string): void;
  leave(): void;
  rejoin(): void;
}

export interface MeetingOptions {
  /** Awaited when role and roster are known, before the connect is announced: plugins load here. */
  readonly prepare?: (meeting: Meeting) => Promise<void>;
  /** The way out after leaving or being removed; plugins unload here. */
  readonly dismiss?: (meeting: Meeting) => void;
}

export function createMeeting(options: MeetingOptions = {}): Meeting {
  const state$ = new BehaviorSubject<MeetingState>({ at: 'idle' });
  const connection$ = new BehaviorSubject<Connection>({ state: 'connected' });
  const room$ = new BehaviorSubject<RoomDetails | null>(null);
  const scene$ = new BehaviorSubject<Scene>(emptyScene);
  const actions$ = new Subject<Action>();
  const details$ = new ReplaySubject<ConferenceDetails>(1);
  const chat = createChat();
  const timeline = createTimeline();
  const breakouts = createBreakouts();
  const attendance = createAttendance();
  const roster = createRoster(() => entrance.pexrtc?.uuid ?? null, rosterTold({ actions$, timeline }));
  // From the list itself, since nobody is announced who was there before oneself.
  roster.attendees$.subscribe(attendance.sees);
  room$.subscribe((room) => room && details$.next(detailsOf(room)));
  const ask = asking(() => entrance.pexrtc);
  const people = personCommands(ask);
  const me$ = roster.attendees$.pipe(map((all) => all.find((one) => one.me) ?? null), distinctUntilChanged(), shareReplay(1));
  const devices = createOwnDevices(() => entrance.pexrtc, me$, room$);
  const conversation = createConversation({ ask, chat, timeline, actions$, roster, me$ });

  const course = createCourse(actions$, state$, () => mediaTypeOf(entrance.wish));

  const entrance = createEntrance({
    state$,
    connection$,
    prepare: async () => {
      devices.begin(entrance.wish);
      await options.prepare?.(meeting);
      // Done at once, but told when there is somebody to tell.
      for (const type of devices.begun) actions$.next({ type });
    },
    dismiss: () => {
      course.over();
      options.dismiss?.(meeting);
      devices.end();
    },
    told: course.told,
    attach: (pexrtc) => hear(pexrtc, { roster, room$, scene$, chat, timeline, breakouts, connection$, actions$, conversation, mediaType: () => mediaTypeOf(entrance.wish) }),
    isWaiting: () => roster.find(entrance.pexrtc?.uuid ?? '')?.waiting ?? entrance.pexrtc?.current_service_type === 'waiting_room',
    roster,
    room$,
    reset(returning) {
      roster.clear();
      if (!returning) for (const told of [chat, timeline, attendance]) told.clear();
      breakouts.clear();
      room$.next(null);
      scene$.next(emptyScene);
    },
  });

  const acts: Readonly<Record<string, () => void>> = {
    [actionTypes.MUTE_MICROPHONE]: () => devices.muteMicrophone(true),
    [actionTypes.UNMUTE_MICROPHONE]: () => devices.muteMicrophone(false),
    [actionTypes.MUTE_CAMERA]: () => devices.muteCamera(true),
    [actionTypes.UNMUTE_CAMERA]: () => devices.muteCamera(false),
    [actionTypes.DISCONNECT]: () => entrance.leave(),
  };
  /** Wishes whose doing tells of them by itself. */
  const doings: Readonly<Record<string, (payload: unknown) => void>> = {
    [actionTypes.SEND_CHAT_MESSAGE]: (payload) => void conversation.post(payload),
    [actionTypes.RECEIVE_CHAT_MESSAGE]: (payload) => conversation.heard(heardOf(payload)),
  };

  const meeting: Meeting = {
    state$: state$.asObservable(),
    connection$: connection$.asObservable(),
    get wish() {
      return entrance.wish;
    },
    get pexrtc() {
      return entrance.pexrtc;
    },
    participants$: roster.participants$,
    conferenceDetails$: details$.pipe(distinctUntilChanged(same)),
    attendees$: roster.attendees$,
    room$: room$.asObservable(),
    me$,
    scene$: scene$.asObservable(),
    messages$: chat.messages$,
    timeline$: timeline.entries$,
    breakouts$: combineLatest([breakouts.rooms$, me$]).pipe(
      map(([rooms, me]) => rooms.map((room) => ({ ...room, people: room.people.filter((one) => one.uuid !== me?.uuid) }))),
    ),
    actions$: actions$.asObservable(),
    dispatch(action) {
      const doing = doings[action.type];
      if (doing) return doing(action.payload);
      actions$.next(action);
      acts[action.type]?.();
    },
    devices,
    conversation,
    room: roomCommands(ask),
    people,
    rooms: breakoutCommands(ask),
    attendance,
    join: entrance.join,
    givePin: entrance.givePin,
    giveExtension: entrance.giveExtension,
    signInAt: entrance.signInAt,
    leave: () => (course.inside ? meeting.dispatch({ type: actionTypes.DISCONNECT }) : entrance.leave()),
    rejoin: entrance.rejoin,
  };
  return meeting;
}

function same(a: ConferenceDetails, b: ConferenceDetails): boolean {
  return a.locked === b.locked && a.guestsMuted === b.guestsMuted && a.chatEnabled === b.chatEnabled && a.mediaType === b.mediaType && a.started === b.started;
}
