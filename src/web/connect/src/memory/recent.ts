/** A meeting that was joined from this browser. */
export interface RecentMeeting {
  readonly alias: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const most = 12;

/** The newest first, each once: names of meetings do not differ by case. */
export function withMeeting(list: readonly RecentMeeting[], meeting: RecentMeeting): readonly RecentMeeting[] {
  return [meeting, ...without(list, meeting.alias)].sort((a, b) => b.at - a.at).slice(0, most);
}

export function without(list: readonly RecentMeeting[], alias: string): readonly RecentMeeting[] {
  return list.filter((other) => other.alias.toLowerCase() !== alias.toLowerCase());
}

/** Reads what was stored; whatever is not a meeting is left out. */
export function readRecent(stored: unknown): readonly RecentMeeting[] {
  const list: readonly unknown[] = Array.isArray(stored) ? stored : [];
  return list.filter(isMeeting).reduce(withMeeting, [] as readonly RecentMeeting[]);
}

function isMeeting(value: unknown): value is RecentMeeting {
  const { alias, at } = (value ?? {}) as Partial<Record<keyof RecentMeeting, unknown>>;
  return typeof alias === 'string' && alias.length > 0 && alias.length <= 250 && typeof at === 'number' && Number.isFinite(at);
}
