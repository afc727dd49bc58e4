import type { parts as english } from '../en/parts';
import type { Translated } from '../shape';

export const parts: Translated<typeof english> = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  ok: 'OK',
  undo: 'Rückgängig',
  working: 'Einen Moment …',
  optional: '(optional)',
  showPassword: 'Eingabe anzeigen',
  hidePassword: 'Eingabe verbergen',
  dismiss: 'Verwerfen',
  notifications: 'Benachrichtigungen',
};
