import type { Observable } from 'rxjs';

interface Numbered {
  readonly id: number;
}

/** Hands over what is new in a list that grows, a while's worth at a time; what it begins with is old or new, as is said. Returns how to stop. */
export function newcomers<T extends Numbered>(list$: Observable<readonly T[]>, begin: 'old' | 'new', wait: number, take: (came: readonly T[]) => void): () => void {
  let known: number | null = begin === 'new' ? 0 : null;
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hand = (): void => {
    const came = waiting;
    timer = undefined;
    waiting = [];
    take(came);
  };

  const subscription = list$.subscribe((list) => {
    const before = known;
    known = list.at(-1)?.id ?? known ?? 0;
    if (before === null) return;
    waiting.push(...list.filter((one) => one.id > before));
    if (waiting.length > 0) timer ??= setTimeout(hand, wait);
  });
  return () => {
    subscription.unsubscribe();
    clearTimeout(timer);
  };
}
