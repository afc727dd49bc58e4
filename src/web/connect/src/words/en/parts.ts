import type { Area } from '../shape';

export const parts = {
  close: 'Close',
  cancel: 'Cancel',
  ok: 'OK',
  undo: 'Undo',
  working: 'Working …',
  optional: '(optional)',
  showPassword: 'Show what I type',
  hidePassword: 'Hide what I type',
  dismiss: 'Dismiss',
  notifications: 'Notifications',
} as const satisfies Area;
