import type { Containment } from './containment/containment';
import type { Resident } from './containment/resident';
import type { Wishes } from './life/wishes';

// What plugins of another kind stand on, in pages with this host and in pages without it.
export { createBreaker, type Breaker } from './containment/breaker';
export { createContainment, mixedContent, type Containment } from './containment/containment';
export type { Boundary } from './containment/boundary';
export { describe, type Fault } from './containment/fault';
export { natives } from './containment/natives';
export type { Resident } from './containment/resident';
export type { Spending } from './containment/spending';
export type { KeptBy, PluginCondition, PluginSeen } from './life/seen';
export { watched } from './life/watched';
export { createWishes, type Wishes } from './life/wishes';
export type { BackendSeen, Backends } from './seams';

/** What plugins of another kind in this page share with these: one containment, and one memory of what the user wants. */
export interface Ground {
  readonly containment: Containment;
  readonly wishes: Wishes;
  admit(guest: Resident): void;
}
