import { ReplaySubject } from 'rxjs';
import { natives } from '../containment/natives';
import type { Owner } from '../containment/owner';
import { PluginStream } from '../streams/plugin-stream';

/** What a plugin holds of its dialog. */
export interface DialogRef {
  close(result?: unknown): void;
  readonly close$: PluginStream<unknown>;
  readonly viewInit$: PluginStream<void>;
}

/** Opens at once, whether or not anybody asks, and can be awaited as of version 22 as well as subscribed to as of version 21. */
export class DialogOpening extends PluginStream<DialogRef> {
  readonly #opened: Promise<DialogRef>;
  readonly #owner: Owner;

  constructor(owner: Owner, open: (opened: (ref: DialogRef) => void) => void) {
    const refs$ = new ReplaySubject<DialogRef>(1);
    super(
      () => owner,
      (subscriber) =>
        refs$.subscribe({
          // A turn later, as a promise would: the plugin may not have stored what it was given yet.
          next: (ref) => natives.queueMicrotask(() => owner.enter('dialog', () => (subscriber.next(ref), subscriber.complete()))),
        }),
    );
    this.#owner = owner;
    this.#opened = new Promise((resolve) =>
      open((ref) => {
        resolve(ref);
        refs$.next(ref);
      }),
    );
  }

  then<A = DialogRef, B = never>(done?: ((ref: DialogRef) => A | PromiseLike<A>) | null, failed?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<A | B> {
    return this.#opened.then(typeof done === 'function' ? (ref) => this.#owner.run('dialog', () => done(ref)) : undefined, failed);
  }

  catch<B>(failed: (reason: unknown) => B): Promise<DialogRef | B> {
    return this.#opened.catch(failed);
  }

  finally(done: () => void): Promise<DialogRef> {
    return this.#opened.finally(done);
  }
}
