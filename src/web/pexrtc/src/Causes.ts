import { Callbacks } from './Callbacks';

/** Whom the server is told to put a request down to. */
export abstract class Causes extends Callbacks {
  /** Who asks just now, where whoever contains the page's plugins can tell: also for what they ask later, and in calls of their own. */
  static causeOfNow: (() => string | undefined) | null = null;

  #cause: string | undefined;
  /** Of a call that a plugin makes for itself, everything is its doing. */
  protected readonly maker: string | undefined = this.#now();

  /** Everything asked within the action, before it first waits, is put down to the cause: `plugin/<id>`. */
  withCause<T>(cause: string, action: () => T): T {
    const before = this.#cause;
    this.#cause = cause;
    try {
      return action();
    } finally {
      this.#cause = before;
    }
  }

  protected get because(): string | undefined {
    return this.#cause ?? this.#now() ?? this.maker;
  }

  #now(): string | undefined {
    return (this.constructor as typeof Causes).causeOfNow?.();
  }
}
