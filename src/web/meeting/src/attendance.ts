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
  /** Everybody who is there now, oneself among them; who waits outside or is still being called is not there. */
  sees(people: readonly Attendee[]): void;
  stays(): readonly Stay[];
  clear(): void;
}

export function createAttendance(now: () => number = Date.now): Attendance {
  const stays = new Map<string, Stay>();
  return {
    sees(people) {
      const here = new Map(people.filter(({ waiting, connecting }) => !waiting && !connecting).map((one) => [one.uuid, one]));
      for (const [uuid, stay] of stays) if (stay.left === null && !here.has(uuid)) stays.set(uuid, { ...stay, left: now() });
      for (const { uuid, name, role, startTime } of here.values()) {
        const before = stays.get(uuid);
        if (before?.left === null && before.name === name && before.role === role) continue;
        stays.set(uuid, { uuid, name, role, came: before?.came ?? (startTime > 0 ? startTime * 1000 : now()), left: null });
      }
    },
    stays: () => [...stays.values()].sort((a, b) => a.came - b.came),
    clear: () => stays.clear(),
  };
}
