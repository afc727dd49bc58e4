import type { ChatMessage } from '@plenum/meeting';

/** Messages that one person wrote to the same people within a few minutes, under one heading. */
export interface Turn {
  readonly key: number;
  readonly from: ChatMessage['from'];
  readonly mine: boolean;
  readonly direct: boolean;
  readonly to: ChatMessage['to'];
  readonly at: number;
  /** It is the first of its day. */
  readonly newDay: boolean;
  /** The messages from here on came while nobody looked. */
  readonly firstNew: boolean;
  readonly messages: readonly ChatMessage[];
}

const together = 3 * 60_000;

/** Cuts a conversation into turns. `firstNew` is the id of the first message that was not seen, if any. */
export function turnsOf(messages: readonly ChatMessage[], firstNew: number | null): readonly Turn[] {
  const turns: (Turn & { messages: ChatMessage[] })[] = [];
  let before: ChatMessage | null = null;
  for (const message of messages) {
    const newDay = before === null || !sameDay(before.at, message.at);
    const turn = turns.at(-1);
    if (turn && before && !newDay && message.id !== firstNew && continues(before, message)) turn.messages.push(message);
    else
      turns.push({
        key: message.id,
        from: message.from,
        mine: message.mine,
        direct: message.direct,
        to: message.to,
        at: message.at,
        newDay,
        firstNew: message.id === firstNew,
        messages: [message],
      });
    before = message;
  }
  return turns;
}

function continues(before: ChatMessage, message: ChatMessage): boolean {
  return (
    before.mine === message.mine &&
    before.from.uuid === message.from.uuid &&
    before.from.name === message.from.name &&
    before.direct === message.direct &&
    before.to?.uuid === message.to?.uuid &&
    message.at - before.at < together
  );
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
