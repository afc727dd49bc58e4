import type { Meeting } from '@plenum/meeting';

/** What somebody began to write and to whom. It is kept for as long as the meeting's object lives, and nowhere else. */
export interface Draft {
  readonly text: string;
  readonly to: string | null;
}

const drafts = new WeakMap<Meeting, Draft>();

export const keptDraft = (meeting: Meeting): Draft => drafts.get(meeting) ?? { text: '', to: null };
export const keepDraft = (meeting: Meeting, draft: Draft): void => void drafts.set(meeting, draft);
