import type { Area } from '../shape';

export const parts = {
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  showPassword: 'Show what I type',
  hidePassword: 'Hide what I type',
  dismiss: 'Dismiss',
  notifications: 'Notifications',
} as const satisfies Area;
