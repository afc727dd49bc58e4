import type { Stream, Subscription, Watcher } from './streams';

/** What a dialog shows. `body` is HTML; handlers such as `onclick` work in it, `<script>` does not. */
export interface DialogTemplate {
  readonly title?: string | null;
  readonly body?: string | Node | null;
  /** No close button, no Escape, no click beside it: only `close()` ends the dialog. */
  readonly isCloseDisabled?: boolean;
}

/** An open dialog. Its body is in the document before anybody gets this. */
export interface Dialog {
  close(result?: unknown): void;
  /** Once, when the dialog has closed; also to those who subscribe afterwards. */
  readonly close$: Stream<unknown>;
  /** Once the body is in the document; also to those who subscribe afterwards. For plugins of version 21. */
  readonly viewInit$: Stream<void>;
}

/** Promise and observable at once. */
export interface DialogOpening extends PromiseLike<Dialog> {
  catch<R>(recover: (reason: unknown) => R): Promise<Dialog | R>;
  finally(done: () => void): Promise<Dialog>;
  subscribe(next?: ((dialog: Dialog) => void) | Watcher<Dialog> | null): Subscription;
}
