import { natives } from '@plenum/plugin-host/ground';
import { createMouth } from './mouth';
import { deliveryIn, type Ask, type Delivery, type Saying, type Welcome } from './wire';

/** One page as the server knows it: hears each message once and in order, and says each thing once. */
export interface Tab {
  readonly id: string;
  /** Says that it is here and hears what it missed: at first, and whenever the stream stands anew. */
  announce(): Promise<void>;
  /** A message that the stream brought. */
  hear(payload: unknown): void;
  /** True once the server has it; false when it will not have it. */
  say(saying: Saying): Promise<boolean>;
  /** When the server has what was said so far, and knows what was heard, or can be waited for no longer. */
  said(milliseconds: number): Promise<void>;
  close(): void;
}

export interface TabOptions {
  readonly ask: Ask;
  /** What there is to run; awaited before messages are handed out. */
  welcome(told: Welcome): Promise<void>;
  /** Hands a message out; the next follows when this is through. */
  deliver(delivery: Delivery): Promise<void> | void;
  /** The server did not take what was said. */
  refused(saying: Saying, why: string): void;
}

/** As many as the server tells at once. */
const page = 500;
const acknowledging = 200;

export function createTab({ ask, welcome, deliver, refused }: TabOptions): Tab {
  const id = crypto.randomUUID();
  const waiting = new Map<number, Delivery>();
  /** The number of the last message that was begun, and of the last that is through. */
  let handed = 0;
  let through = 0;
  /** Up to here the server has told of everything: what is missing nobody wants any more. */
  let horizon = 0;
  let open = true;
  let handing = false;
  let announcing: Promise<void> | null = null;
  let acknowledged = 0;
  let acknowledger: number | undefined;

  const acknowledgeNow = async () => {
    const upTo = through;
    if (acknowledged >= upTo) return;
    const { kind } = await ask('taken', { tab: id, through: upTo });
    if (kind === 'ok') acknowledged = Math.max(acknowledged, upTo);
    if (kind !== 'refused') acknowledge();
  };

  const acknowledge = () => {
    if (acknowledger !== undefined || acknowledged >= through || !open) return;
    acknowledger = natives.setTimeout(() => {
      acknowledger = undefined;
      void acknowledgeNow();
    }, acknowledging);
  };

  const next = (): Delivery | undefined => {
    const first = Math.min(...waiting.keys());
    return first === handed + 1 || first <= horizon ? waiting.get(first) : undefined;
  };

  const handOut = async () => {
    if (handing) return;
    handing = true;
    for (let delivery = next(); delivery && open; delivery = next()) {
      waiting.delete(delivery.seq);
      handed = delivery.seq;
      await deliver(delivery);
      through = delivery.seq;
      acknowledge();
    }
    handing = false;
  };

  const take = (delivery: Delivery) => void (delivery.seq > handed && waiting.set(delivery.seq, delivery));

  const tellOfUs = async () => {
    for (let attempt = 0, first = true; open; ) {
      const answer = await ask('tabs', { tab: id, since: Math.max(handed, horizon) });
      if (answer.kind === 'refused') return;
      if (answer.kind === 'away') {
        await pause(Math.min(500 * 2 ** attempt++, 15_000));
        continue;
      }
      const told = answer.result as Welcome;
      mouth.hurry();
      if (first) await welcome(told);
      first = false;
      attempt = 0;
      told.messages.forEach(take);
      horizon = Math.max(horizon, ...told.messages.map(({ seq }) => seq));
      void handOut();
      if (told.messages.length < page) return;
    }
  };

  const mouth = createMouth({
    async post(seq, saying) {
      const answer = await ask('said', { tab: id, seq, ...saying });
      // A server that forgot us hears who we are, and then what we say.
      if (answer.kind === 'refused' && /has not said that it is there/.test(answer.text)) {
        await tab.announce();
        return ask('said', { tab: id, seq, ...saying });
      }
      return answer;
    },
    refused,
  });

  const tab: Tab = {
    id,
    announce: () => (announcing ??= tellOfUs().finally(() => (announcing = null))),
    hear(payload) {
      const delivery = deliveryIn(payload);
      if (!delivery || !open || (payload as { tab?: unknown }).tab !== id) return;
      take(delivery);
      void handOut();
      // Something before it did not come.
      if (!handing && waiting.size > 0) void tab.announce();
    },
    say: (saying) => (open ? mouth.say(saying) : Promise.resolve(false)),
    said: (milliseconds) => Promise.race([Promise.all([mouth.silent(), acknowledgeNow()]).then(() => undefined), pause(milliseconds)]),
    close() {
      open = false;
      natives.clearTimeout(acknowledger);
      mouth.close();
    },
  };
  return tab;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((over) => natives.setTimeout(over, milliseconds));
}
