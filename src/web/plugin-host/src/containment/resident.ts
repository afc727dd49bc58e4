import type { KeptBy } from '../life/seen';
import type { Boundary } from './boundary';

/** Somebody whose code runs in this page within a boundary: a plugin of a branding, or one that scripts on the server talk to. */
export interface Resident {
  readonly key: string;
  readonly boundary: Boundary;
  /** As administrators read of it. */
  readonly named: { readonly plugin: string; readonly version: string };
  stopped: boolean;
  fail(entry: string, reason: unknown): void;
  note(text: string): void;
  /** It wanted a site that the page must not reach. */
  keptFrom(site: string, by: KeptBy): void;
}
