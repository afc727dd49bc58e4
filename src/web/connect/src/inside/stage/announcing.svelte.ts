import type { Meeting, TimelineEntry } from '@plenum/meeting';
import { notify } from '../../devices/notify';
import { keep, recall } from '../../memory/stored';
import { announce } from '../../parts/announce';
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
  let heard = 0;
  let waiting: TimelineEntry[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = (): void => {
    const entries = waiting;
    timer = undefined;
    waiting = [];
    for (const one of announcementsOf(entries)) {
      if (announcing.on) announce(sentence(one));
      if (one.kind === 'hand-raised') void notify('hand');
      else if (one.kind !== 'room') void notify('joined');
    }
    if (entries.some(({ what }) => what.kind === 'message')) void notify('chat');
  };

  const subscription = meeting.timeline$.subscribe((entries) => {
    waiting.push(...entries.filter((entry) => entry.id > heard));
    heard = entries.at(-1)?.id ?? heard;
    if (waiting.length > 0) timer ??= setTimeout(say, while_);
  });
  return () => {
    subscription.unsubscribe();
    clearTimeout(timer);
  };
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
