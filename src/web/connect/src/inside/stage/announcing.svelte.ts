import type { Meeting } from '@plenum/meeting';
import { notify } from '../../devices/notify';
import { keep, recall } from '../../memory/stored';
import { announce } from '../../parts/announce';
import { newcomers } from '../../parts/newcomers';
import { list } from '../../words/times';
import { t } from '../../words/words.svelte';
import { announcementsOf, type Announcement } from './announcements';

const while_ = 1500;
const name = 'announcing';

/** Whether people who come, go and raise their hand are said aloud. In a large meeting somebody may want to listen to the meeting instead. */
class Announcing {
  on: boolean = $state(recall(name) !== false);

  turn(on: boolean): void {
    this.on = on;
    keep(name, on);
  }
}

export const announcing = new Announcing();

/** Says who comes, goes and raises a hand, a few seconds' worth at a time: aloud for screen readers, and as a tone for those who want one. Returns how to stop. */
export function announceMeeting(meeting: Meeting): () => void {
  return newcomers(meeting.timeline$, 'new', while_, (entries) => {
    for (const one of announcementsOf(entries)) {
      if (announcing.on) announce(sentence(one));
      if (one.kind === 'hand-raised') void notify('hand');
      else if (one.kind !== 'room') void notify('joined');
    }
    if (entries.some(({ what }) => what.kind === 'message')) void notify('chat');
  });
}

function sentence(announcement: Announcement): string {
  if (announcement.kind === 'room') return t(roomWords[announcement.what]);
  const { kind, names } = announcement;
  const [few, many] = peopleWords[kind];
  return names.length > 3 ? t(many, { count: names.length }) : t(few, { names: list(names) });
}

const peopleWords = {
  joined: ['inside.saidJoined', 'inside.saidManyJoined'],
  left: ['inside.saidLeft', 'inside.saidManyLeft'],
  'hand-raised': ['inside.saidHand', 'inside.saidManyHands'],
} as const;

const roomWords = {
  locked: 'inside.saidLocked',
  unlocked: 'inside.saidUnlocked',
  'guests-muted': 'inside.saidGuestsMuted',
  'guests-unmuted': 'inside.saidGuestsUnmuted',
  'chat-off': 'inside.saidChatOff',
  'chat-on': 'inside.saidChatOn',
  started: 'inside.saidStarted',
  reconnected: 'inside.saidReconnected',
} as const;
