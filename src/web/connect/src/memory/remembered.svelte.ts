import { readPreferences, type Preferences } from './preferences';
import { readRecent, type RecentMeeting } from './recent';
import { keep, recall } from './stored';

/** What this browser remembers, read once; every change is kept at once, and other tabs' changes are followed. */
class Remembered {
  preferences: Preferences = $state.raw(readPreferences(recall('preferences')));
  recent: readonly RecentMeeting[] = $state.raw(readRecent(recall('recent')));
}

const remembered = new Remembered();

export const preferences = (): Preferences => remembered.preferences;
export const recentMeetings = (): readonly RecentMeeting[] => remembered.recent;

export function prefer(change: Partial<Preferences>): void {
  remembered.preferences = { ...remembered.preferences, ...change };
  keep('preferences', remembered.preferences);
}

export function changeRecent(change: (list: readonly RecentMeeting[]) => readonly RecentMeeting[]): void {
  remembered.recent = change(readRecent(recall('recent') ?? remembered.recent));
  keep('recent', remembered.recent);
}

export function followOtherTabs(signal: AbortSignal): void {
  window.addEventListener('storage', () => {
    remembered.preferences = readPreferences(recall('preferences'));
    remembered.recent = readRecent(recall('recent'));
  }, { signal });
}
