import { BehaviorSubject, type Observable } from 'rxjs';
import type { BreakoutEvent, BreakoutStatus, ParticipantBody } from '@plenum/pexrtc';
import type { Ask, Outcome } from './commands';
import { attendeeOf, type Attendee } from './attendee';
import { offStage } from './participant';

/** One breakout room as a host sees it from outside. */
export interface BreakoutRoom {
  readonly uuid: string;
  /** The main room, which those inside a breakout see among the others. */
  readonly main: boolean;
  readonly name: string;
  readonly endsAt: number | null;
  readonly helpWanted: boolean;
  readonly locked: boolean;
  readonly people: readonly Attendee[];
}

export interface BreakoutWish {
  readonly name: string;
  /** Seconds; 0 has no end. */
  readonly duration: number;
  readonly endAction: 'transfer' | 'disconnect';
  readonly guestsMayLeave: boolean;
  readonly people: readonly string[];
}

export interface BreakoutCommands {
  open(wish: BreakoutWish): Promise<Outcome>;
  /** `null` stands for the main room, as origin and as goal. */
  move(people: readonly string[], from: string | null, to: string | null): Promise<Outcome>;
  close(uuid: string): Promise<Outcome>;
  closeAll(): Promise<Outcome>;
  emptyAll(): Promise<Outcome>;
  tellAll(text: string): Promise<Outcome>;
  answerHelp(uuid: string): Promise<Outcome>;
  /** For somebody inside one. */
  askForHelp(wanted: boolean): Promise<Outcome>;
  leave(): Promise<Outcome>;
}

/** The rooms that the main room's hosts hear of. */
export interface Breakouts {
  readonly rooms$: Observable<readonly BreakoutRoom[]>;
  opened(uuid: string): void;
  updated(status: BreakoutStatus): void;
  hear(event: BreakoutEvent): void;
  closed(uuid: string): void;
  clear(): void;
}

export function createBreakouts(): Breakouts {
  const rooms$ = new BehaviorSubject<readonly BreakoutRoom[]>([]);
  const change = (uuid: string, changed: (room: BreakoutRoom) => BreakoutRoom) => {
    const known = rooms$.value.find((room) => room.uuid === uuid);
    const room = changed(known ?? { uuid, main: false, name: '', endsAt: null, helpWanted: false, locked: false, people: [] });
    rooms$.next(known ? rooms$.value.map((other) => (other.uuid === uuid ? room : other)) : [...rooms$.value, room]);
  };
  const without = (people: readonly Attendee[], uuid: string) => people.filter((person) => person.uuid !== uuid);
  return {
    rooms$,
    opened: (uuid) => change(uuid, (room) => ({ ...room, people: [] })),
    updated: (status) =>
      change(status.breakout_uuid, (room) => ({
        ...room,
        main: status.breakout === false,
        name: status.breakout_name ?? room.name,
        endsAt: status.end_time ?? null,
        helpWanted: status.breakoutbuzz?.value ?? false,
        locked: status.locked,
      })),
    hear({ breakout_uuid, event, data }) {
      switch (event) {
        case 'participant_create':
        case 'participant_update': {
          const person = attendeeOf(data as ParticipantBody, offStage, null);
          return change(breakout_uuid, (room) => ({ ...room, people: [...without(room.people, person.uuid), person] }));
        }
        case 'participant_delete':
          return change(breakout_uuid, (room) => ({ ...room, people: without(room.people, (data as { uuid: string }).uuid) }));
      }
    },
    closed: (uuid) => rooms$.next(rooms$.value.filter((room) => room.uuid !== uuid)),
    clear: () => rooms$.next([]),
  };
}

export function breakoutCommands(ask: Ask): BreakoutCommands {
  return {
    open: (wish) =>
      ask('breakouts', {
        name: wish.name,
        ...(wish.duration > 0 && { duration: wish.duration }),
        end_action: wish.endAction,
        guests_allowed_to_leave: wish.guestsMayLeave,
        participants: { main: wish.people },
      }),
    move: (people, from, to) =>
      ask(from ? `breakouts/${from}/participants/breakout` : 'participants/breakout', { breakout_uuid: to ?? '', participants: people }),
    close: (uuid) => ask(`breakouts/${uuid}/disconnect`),
    closeAll: () => ask('breakouts/disconnect'),
    emptyAll: () => ask('breakouts/empty'),
    tellAll: (text) => ask('breakouts/message', { type: 'text/plain', payload: text }),
    answerHelp: (uuid) => ask(`breakouts/${uuid}/clearbreakoutbuzz`),
    askForHelp: (wanted) => ask(wanted ? 'breakoutbuzz' : 'clearbreakoutbuzz'),
    leave: () => ask('leavebreakout'),
  };
}
