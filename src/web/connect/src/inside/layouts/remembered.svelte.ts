import type { Meeting } from '@plenum/meeting';
import { SvelteMap } from 'svelte/reactivity';

/** The conference does not tell whether speakers are marked, so each page remembers what it last asked for. Off is what conferences begin with. */
const asked = new SvelteMap<Meeting, boolean>();

export const speakerShown = {
  of: (meeting: Meeting): boolean => asked.get(meeting) ?? false,
  set(meeting: Meeting, shown: boolean): void {
    asked.set(meeting, shown);
  },
};
