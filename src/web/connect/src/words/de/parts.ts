import type { parts as english } from '../en/parts';
import type { Translated } from '../shape';

export const parts: Translated<typeof english> = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  undo: 'Rückgängig',
  showPassword: 'Eingabe anzeigen',
  hidePassword: 'Eingabe verbergen',
  dismiss: 'Verwerfen',
  notifications: 'Benachrichtigungen',
};
