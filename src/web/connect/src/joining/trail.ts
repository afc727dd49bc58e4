import type { JoinWish } from '@plenum/meeting';
import { drop, inTab, keep, recall } from '../memory/stored';
import type { LinkWishes } from './address';
import { place, wishes, wishFor } from './routing.svelte';

/**
 * What a page that goes in the middle of a meeting leaves for the one that comes after it in the same tab. It holds no PIN:
 * the pass that stands for it is good for minutes, and like the trail it is gone with the tab.
 */
interface Trail {
  readonly alias: string;
  readonly at: number;
  readonly asked: LinkWishes;
  readonly pass: string | null;
}

/** For longer than this the server does not know the pass either. */
const freshFor = 3 * 60_000;

const waiting: { pass?: string } = {};

export function keepTrail(wish: JoinWish, pass: string | null, devices: Pick<LinkWishes, 'muteMicrophone' | 'muteCamera' | 'withoutMedia'>): void {
  const { pin: _secret, language: _spoken, theme: _worn, ...asked } = { ...wishes(), name: wish.name, join: true, ...devices };
  const { extension, node, callTag, bandwidth } = wish;
  const chosen = Object.fromEntries(Object.entries({ extension, node, callTag, bandwidth }).filter(([, value]) => value !== undefined));
  keep('back', { alias: wish.alias, at: Date.now(), asked: { ...asked, ...chosen }, pass } satisfies Trail, inTab);
}

/** A page that was loaded anew in the middle of a meeting goes right back in; one that is merely opened does not. */
export function resume(loadedAnew = wasLoadedAnew()): void {
  const back = recall('back', inTab) as Partial<Trail> | null;
  drop('back', inTab);
  const here = place();
  if (!loadedAnew || here.at !== 'meeting' || back?.alias !== here.alias || Date.now() - (back.at ?? 0) > freshFor) return;
  wishFor(back.asked ?? {});
  if (typeof back.pass === 'string') waiting.pass = back.pass;
}

/** What was handed on instead of the PIN; once, since whoever is asked for a PIN then was refused with it. */
export function takePass(): string | undefined {
  const { pass } = waiting;
  delete waiting.pass;
  return pass;
}

function wasLoadedAnew(): boolean {
  return performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');
}
