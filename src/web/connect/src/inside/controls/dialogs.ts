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
