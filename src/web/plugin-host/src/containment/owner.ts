import type { Holdings } from './holdings';

/** A plugin as far as blame and debts go: everything its code runs in is entered through here. */
export interface Owner {
  readonly key: string;
  readonly holdings: Holdings;
  /** Runs a piece of the plugin's code. What it throws, now or later as a promise, is put down and goes no further. */
  enter<T>(entry: string, code: () => T): T | undefined;
  /** The same, but what it throws goes on to the caller: for promises, whose plugin may catch it itself. */
  run<T>(entry: string, code: () => T): T;
  fault(entry: string, reason: unknown): void;
  /** Something odd that its author would want to know. */
  note(text: string): void;
  /** Whether its code may be entered at present. */
  readonly open: boolean;
}
