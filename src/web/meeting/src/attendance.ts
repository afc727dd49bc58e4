import type { Attendee } from './attendee';

/** When somebody was here; open while `left` is null. */
export interface Stay {
  readonly uuid: string;
  readonly name: string;
  readonly role: 'chair' | 'guest';
  readonly came: number;
  readonly left: number | null;
}

/** Who was here and when, as far as this page saw it: what the export of attendance is made of. */
export interface Attendance {
  came(attendee: Attendee): void;
  went(attendee: Attendee): void;
  stays(): readonly Stay[];
  clear(): void;
}

export function createAttendance(now: () => number = Date.now): Attendance {
  const stays = new Map<string, Stay>();
  return {
    came({ uuid, name, role, startTime }) {
      const before = stays.get(uuid);
      stays.set(uuid, before && before.left === null ? { ...before, name, role } : { uuid, name, role, came: startTime > 0 ? startTime * 1000 : now(), left: null });
    },
    went({ uuid }) {
      const stay = stays.get(uuid);
      if (stay) stays.set(uuid, { ...stay, left: now() });
    },
    stays: () => [...stays.values()].sort((a, b) => a.came - b.came),
    clear: () => stays.clear(),
  };
}
