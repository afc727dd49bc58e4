import { Observable, type Subject } from 'rxjs';
import { natives } from '@plenum/plugin-host/ground';

/** Messages for one plugin, in their order: they wait while nobody is there who takes them, but not for ever. */
export interface Letterbox {
  put(event: string, message: object): void;
  /** Somebody may be there now. */
  look(): void;
  /** The same messages; whoever is the first to listen gets those that wait. */
  before(messages$: Subject<object>): Observable<object>;
  clear(): void;
}

export interface LetterboxOptions {
  /** False when nobody takes it yet. */
  hand(event: string, message: object): boolean;
  lost(event: string, why: string): void;
}

const most = 100;
const patience = 10_000;
const looking = 100;

export function createLetterbox({ hand, lost }: LetterboxOptions): Letterbox {
  const letters: { readonly event: string; readonly message: object; readonly at: number }[] = [];
  let timer: number | undefined;

  const look = () => {
    for (let first = letters[0]; first && hand(first.event, first.message); first = letters[0]) letters.shift();
    while (letters[0] && natives.now() - letters[0].at > patience) lost(letters.shift()?.event ?? '', 'there is no function that takes it');
    if (letters.length > 0 && timer === undefined)
      timer = natives.setTimeout(() => {
        timer = undefined;
        look();
      }, looking);
  };

  return {
    put(event, message) {
      letters.push({ event, message, at: natives.now() });
      if (letters.length > most) lost(letters.shift()?.event ?? '', 'too many wait');
      look();
    },
    look,
    before: (messages$) =>
      new Observable((subscriber) => {
        const subscription = messages$.subscribe(subscriber);
        look();
        return subscription;
      }),
    clear() {
      letters.length = 0;
      natives.clearTimeout(timer);
      timer = undefined;
    },
  };
}
