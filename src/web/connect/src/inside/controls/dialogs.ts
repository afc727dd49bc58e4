import type { Meeting } from '@plenum/meeting';
import type { Component } from 'svelte';
import type { Dialog } from './desk.svelte';

/** What every dialog over the meeting is given. */
export interface DialogProps {
  readonly meeting: Meeting;
  readonly onclose: () => void;
}

type Load = () => Promise<{ readonly default: Component<DialogProps> }>;

/** Fetched when they are opened: the meeting's first picture does not wait for any of them. */
export const dialogs: Readonly<Record<Exclude<Dialog, 'statistics'>, Load>> = {
  invite: () => import('../invite/Invite.svelte'),
  dial: () => import('../dial/Dial.svelte'),
  breakouts: () => import('../breakouts/Breakouts.svelte'),
  export: () => import('../export/Export.svelte'),
  layouts: () => import('../layouts/Layouts.svelte'),
  shortcuts: () => import('./Shortcuts.svelte'),
  end: () => import('./EndForAll.svelte'),
};

/** Brings what a click may open, one after another, so that nobody waits for it. What cannot be had now is fetched by the click. */
export async function fetchAhead(): Promise<void> {
  const more = [() => import('../statistics/Statistics.svelte'), () => import('../../settings/SettingsDialog.svelte')];
  for (const load of [...Object.values(dialogs), ...more]) await load().catch(() => undefined);
}
