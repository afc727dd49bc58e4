import { Observable, type Subject } from 'rxjs';
import { natives } from '../containment/natives';

/** What is only worked out while somebody looks: at once, and once a second, since time and requests are used without a word. */
export function watched<T>(told$: Subject<T>, see: () => void): Observable<T> {
  let watchers = 0;
  let clock: number | undefined;
  return new Observable((subscriber) => {
    see();
    if (watchers++ === 0) clock = natives.setInterval(see, 1000);
    const subscription = told$.subscribe(subscriber);
    return () => {
      subscription.unsubscribe();
      if (--watchers === 0) natives.clearInterval(clock);
    };
  });
}
