import { createContext, type Component } from 'svelte';
import type { OwnMedia } from '../devices/own.svelte';
import type { IconName } from '../parts/drawings';

/** What pages of the settings stand in: the devices, and whether a meeting goes on behind them. */
export interface Surroundings {
  readonly media: OwnMedia;
  readonly inMeeting: boolean;
}

/** One page of the settings. It is loaded when somebody looks at it; `label` is asked anew when the language changes. */
export interface SettingsPage {
  readonly id: string;
  readonly label: () => string;
  readonly icon: IconName;
  readonly load: () => Promise<{ readonly default: Component }>;
}

/** For a page's component: `const { media } = surroundings()` while it is made. */
export const [surroundings, surround] = createContext<Surroundings>();

class Pages {
  list: readonly SettingsPage[] = $state.raw([]);
}

const pages = new Pages();

export const settingsPages = (): readonly SettingsPage[] => pages.list;

/** Adds a page at the end, or puts it in the place of the one with the same id; returns how to take it back, whatever was there before. */
export function addPage(page: SettingsPage): () => void {
  const before = pages.list.find(({ id }) => id === page.id);
  pages.list = before ? pages.list.map((other) => (other === before ? page : other)) : [...pages.list, page];
  return () => {
    pages.list = pages.list.flatMap((other) => (other !== page ? [other] : before ? [before] : []));
  };
}
