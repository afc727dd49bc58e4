import { BehaviorSubject, map, shareReplay, type Observable } from 'rxjs';
import type { ParticipantBody, StageBody } from '@plenum/pexrtc';
import { attendeeOf, type Attendee } from './attendee';
import { perFrame } from './frames';
import { offStage, participantOf, type Participant, type StagePlace } from './participant';

/** What the roster tells besides its lists: who came and went while one was there, not during a sync. */
export interface RosterTold {
  came(attendee: Attendee): void;
  went(attendee: Attendee): void;
  changed(before: Attendee, now: Attendee): void;
}

/** Who is in the room. Fed with raw participants, it emits at most once per frame and keeps unchanged people as the same objects. */
export interface Roster {
  readonly attendees$: Observable<readonly Attendee[]>;
  readonly participants$: Observable<readonly Participant[]>;
  put(raw: ParticipantBody): void;
  remove(uuid: string): void;
  stage(places: readonly StageBody[]): void;
  beginSync(): void;
  /** Whoever was not named since it began is gone, but for the one to keep. */
  endSync(keep?: string): void;
  readonly syncing: boolean;
  clear(): void;
  find(uuid: string): Attendee | undefined;
  /** Emits what is waiting for the next frame at once. */
  settle(): void;
  stop(): void;
}

interface Entry {
  readonly raw: ParticipantBody;
  readonly attendee: Attendee;
  readonly participant: Participant;
}

export function createRoster(me: () => string | null, told: RosterTold): Roster {
  const entries = new Map<string, Entry>();
  const places = new Map<string, StagePlace>();
  const list$ = new BehaviorSubject<readonly Entry[]>([]);
  let syncing: Set<string> | null = null;
  const frame = perFrame(() => list$.next([...entries.values()]));
  const emit = () => {
    if (!syncing) frame.ask();
  };

  const entryOf = (raw: ParticipantBody): Entry => {
    const place = places.get(raw.uuid) ?? offStage;
    return { raw, attendee: attendeeOf(raw, place, me()), participant: participantOf(raw, place) };
  };

  const drop = (uuid: string) => {
    const gone = entries.get(uuid);
    places.delete(uuid);
    if (!gone) return;
    entries.delete(uuid);
    if (!syncing && !gone.attendee.me) told.went(gone.attendee);
    emit();
  };

  return {
    attendees$: list$.pipe(map((list) => list.map((entry) => entry.attendee)), shareReplay(1)),
    participants$: list$.pipe(map((list) => list.map((entry) => entry.participant)), shareReplay(1)),
    put(raw) {
      const before = entries.get(raw.uuid);
      const entry = entryOf(raw);
      entries.set(raw.uuid, entry);
      syncing?.add(raw.uuid);
      if (before) told.changed(before.attendee, entry.attendee);
      else if (!syncing && !entry.attendee.me) told.came(entry.attendee);
      emit();
    },
    remove: drop,
    stage(list) {
      const now = new Map(list.map((place) => [place.participant_uuid, { stageIndex: place.stage_index, vad: place.vad }]));
      for (const uuid of new Set([...places.keys(), ...now.keys()])) {
        const entry = entries.get(uuid);
        const place = now.get(uuid);
        // Speech of somebody not heard of yet is dropped: it is stale by the time the roster catches up.
        if (place && entry) places.set(uuid, place);
        else places.delete(uuid);
        const old = entry?.participant;
        if (entry && (old?.vad !== (place?.vad ?? 0) || old.stageIndex !== (place?.stageIndex ?? -1))) entries.set(uuid, entryOf(entry.raw));
      }
      emit();
    },
    beginSync() {
      syncing = new Set();
    },
    endSync(keep) {
      for (const uuid of [...entries.keys()]) if (!syncing?.has(uuid) && uuid !== keep) drop(uuid);
      syncing = null;
      frame.now();
    },
    get syncing() {
      return syncing !== null;
    },
    clear() {
      entries.clear();
      places.clear();
      syncing = null;
      frame.now();
    },
    find: (uuid) => entries.get(uuid)?.attendee,
    settle: () => frame.now(),
    stop: () => frame.stop(),
  };
}
