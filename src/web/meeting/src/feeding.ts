import type { ParticipantBody, PexRTC } from '@plenum/pexrtc';
import type { Roster } from './roster';

const slots = ['onParticipantCreate', 'onParticipantUpdate'] as const;

/**
 * A plugin that puts a handler of its own in the place of the app's means everybody, also those who were there before it.
 * So the people are told anew through a slot that changed, once, soon after: as if they came, or as if each was updated.
 */
export function feedAnew(pexrtc: PexRTC, roster: Pick<Roster, 'beginSync' | 'endSync' | 'syncing'>): void {
  const changed = new Set<(typeof slots)[number]>();
  const feed = () => {
    const asNew = changed.has('onParticipantCreate');
    changed.clear();
    const people = Object.values(pexrtc.rosterList);
    // A sync tells everybody through the slot by itself.
    if (people.length === 0 || roster.syncing) return;
    if (asNew) roster.beginSync();
    for (const raw of people) tell(pexrtc[asNew ? 'onParticipantCreate' : 'onParticipantUpdate'], { ...raw });
    // Whom the handler keeps to itself is not there; oneself is, whatever it does.
    if (asNew) roster.endSync(pexrtc.uuid ?? undefined);
  };
  for (const slot of slots) {
    let handler = pexrtc[slot];
    Object.defineProperty(pexrtc, slot, {
      get: () => handler,
      set(given: typeof handler) {
        if (given === handler) return;
        handler = given;
        if (changed.size === 0) queueMicrotask(feed);
        changed.add(slot);
      },
      enumerable: true,
      configurable: true,
    });
  }
}

/** The handler is a plugin's: what it throws is reported as anything that is thrown in the page, and the next person told. */
function tell(handler: ((raw: ParticipantBody) => void) | null, raw: ParticipantBody): void {
  try {
    handler?.(raw);
  } catch (reason) {
    reportError(reason);
  }
}
