import type { ChatMessage, Meeting } from '@plenum/meeting';
import { map } from 'rxjs';
import { announce } from '../../parts/announce';
import { newcomers } from '../../parts/newcomers';
import { t } from '../../words/words.svelte';

const longest = 160;
const gathers = 1500;

/** Has a screen reader say what comes in, politely: one message by its words, several in a row by their number. Returns how to stop. */
export function hearing(meeting: Meeting): () => void {
  const others$ = meeting.messages$.pipe(map((messages) => messages.filter((message) => !message.mine && !message.fromOutside)));
  return newcomers(others$, 'old', gathers, ([only, ...more]) => {
    if (only) announce(more.length > 0 ? t('panel.newMessages', { count: more.length + 1 }) : spoken(only));
  });
}

function spoken({ from, text, direct }: ChatMessage): string {
  const short = text.length > longest ? `${text.slice(0, longest)} …` : text;
  return t(direct ? 'panel.saidPrivately' : 'panel.said', { name: from.name || t('panel.nameless'), text: short });
}
