import type { ChatMessage } from '@plenum/meeting';
import { csv } from './csv';
import { stamp } from './times';

export interface ConversationWords {
  readonly time: string;
  readonly from: string;
  readonly to: string;
  readonly message: string;
  readonly everybody: string;
  readonly me: string;
  /** Between who wrote and who it was for alone, as in "Ada to Ben". */
  privately(from: string, to: string): string;
}

/** The conversation to read: one paragraph for each message; what was not sent is left out. */
export function conversationText(messages: readonly ChatMessage[], words: ConversationWords): string {
  return said(messages)
    .map((message) => {
      const from = nameOf(message, words);
      const who = message.direct ? words.privately(from, message.to?.name ?? words.me) : from;
      return `[${stamp(message.at)}] ${who}: ${message.text.replaceAll('\n', '\n    ')}`;
    })
    .join('\n')
    .concat('\n');
}

export function conversationTable(messages: readonly ChatMessage[], words: ConversationWords): string {
  return csv([
    [words.time, words.from, words.to, words.message],
    ...said(messages).map((message) => [
      stamp(message.at),
      nameOf(message, words),
      message.direct ? (message.to?.name ?? words.me) : words.everybody,
      message.text,
    ]),
  ]);
}

function said(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  return messages.filter((message) => message.state === 'sent');
}

function nameOf(message: ChatMessage, words: ConversationWords): string {
  return message.from.name || (message.mine ? words.me : '?');
}
