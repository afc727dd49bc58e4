import type { Observable, Subscription } from 'rxjs';
import { natives } from '../containment/natives';
import type { Owner } from '../containment/owner';

/** The time between leaving a meeting and unloading its plugins, in which they say good-bye: another page, or a survey in a dialog. */
export interface Farewell {
  begin(): void;
  /** At once: somebody joins again. */
  end(): void;
  /** For a short while everybody stays, and whoever has opened a dialog until that is closed. */
  keeps(owner: Owner): boolean;
}

export interface FarewellOptions {
  readonly milliseconds: number;
  readonly dialogs$: Observable<readonly { readonly owner: Owner }[]>;
  /** Some may have to go now. */
  changed(): void;
}

export function createFarewell({ milliseconds, dialogs$, changed }: FarewellOptions): Farewell {
  let everybody = false;
  let timer: number | undefined;
  let talking: Subscription | null = null;
  let talkers: readonly Owner[] = [];
  const end = () => {
    everybody = false;
    natives.clearTimeout(timer);
    talking?.unsubscribe();
    talking = null;
    talkers = [];
  };
  return {
    end,
    keeps: (owner) => everybody || talkers.includes(owner),
    begin() {
      end();
      if (milliseconds <= 0) return;
      everybody = true;
      timer = natives.setTimeout(() => {
        everybody = false;
        talking = dialogs$.subscribe((open) => {
          talkers = open.map(({ owner }) => owner);
          changed();
        });
      }, milliseconds);
    },
  };
}
