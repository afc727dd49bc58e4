import { natives } from '@plenum/plugin-host/ground';
import type { Answered, Saying } from './wire';

/** Says what plugins say: one after another, each again until the server has answered. */
export interface Mouth {
  say(saying: Saying): Promise<boolean>;
  /** The server is there again: what was waited with is said now. */
  hurry(): void;
  /** When there is nothing left to say. */
  silent(): Promise<void>;
  close(): void;
}

export interface MouthOptions {
  post(seq: number, saying: Saying): Promise<Answered>;
  refused(saying: Saying, why: string): void;
}

/** More than this nobody is listening to. */
const most = 1000;
const longestPause = 10_000;

export function createMouth({ post, refused }: MouthOptions): Mouth {
  const queue: { readonly saying: Saying; readonly over: (taken: boolean) => void }[] = [];
  const listening = new Set<() => void>();
  let said = 0;
  let speaking = false;
  let open = true;
  let wake: () => void = () => undefined;

  // The first request goes out before anything else can happen to the page.
  const speak = async () => {
    speaking = true;
    for (let one = queue[0]; one && open; one = queue[0]) {
      const taken = await insist(++said, one.saying);
      if (queue[0] === one) queue.shift();
      one.over(taken);
    }
    speaking = false;
    for (const tell of [...listening]) tell();
    listening.clear();
  };

  const insist = async (seq: number, saying: Saying): Promise<boolean> => {
    for (let attempt = 0; open; attempt++) {
      const answer = await post(seq, saying);
      if (answer.kind === 'ok') return true;
      if (answer.kind === 'refused') {
        refused(saying, answer.text);
        return false;
      }
      await new Promise<void>((over) => {
        wake = over;
        natives.setTimeout(over, Math.min(300 * 2 ** attempt, longestPause));
      });
    }
    return false;
  };

  return {
    say(saying) {
      if (!open) return Promise.resolve(false);
      if (queue.length >= most) {
        refused(saying, 'Too much is waiting to be said');
        return Promise.resolve(false);
      }
      return new Promise((over) => {
        queue.push({ saying, over });
        if (!speaking) void speak();
      });
    },
    hurry: () => wake(),
    silent: () => (speaking ? new Promise((over) => listening.add(over)) : Promise.resolve()),
    close() {
      open = false;
      wake();
      for (const { over } of queue.splice(0)) over(false);
    },
  };
}
