import type { ChatMessage, Meeting } from '@plenum/meeting';
import { announce } from '../../parts/announce';
import { t } from '../../words/words.svelte';

const longest = 160;
const gathers = 1500;

/** Has a screen reader say what comes in, politely: one message by its words, several in a row by their number. Returns how to stop. */
export function hearing(meeting: Meeting): () => void {
  let heard: number | null = null;
  let waiting: ChatMessage[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = (): void => {
    timer = undefined;
    const [only, ...more] = waiting;
    if (!only) return;
    announce(more.length > 0 ? t('panel.newMessages', { count: waiting.length }) : spoken(only));
    waiting = [];
  };

  const subscription = meeting.messages$.subscribe((messages) => {
    const before = heard;
    heard = messages.at(-1)?.id ?? heard ?? 0;
    if (before === null) return;
    waiting.push(...messages.filter((message) => message.id > before && !message.mine && !message.fromOutside));
    if (waiting.length > 0) timer ??= setTimeout(say, gathers);
  });
  return () => {
    subscription.unsubscribe();
    clearTimeout(timer);
  };
}

function spoken({ from, text, direct }: ChatMessage): string {
  const short = text.length > longest ? `${text.slice(0, longest)} …` : text;
  return t(direct ? 'panel.saidPrivately' : 'panel.said', { name: from.name || t('panel.nameless'), text: short });
}
