import type { parts as english } from '../en/parts';
import type { Translated } from '../shape';

export const parts: Translated<typeof english> = {
  close: 'Fermer',
  cancel: 'Annuler',
  ok: 'OK',
  undo: 'Annuler l’action',
  working: 'Un instant …',
  optional: '(facultatif)',
  showPassword: 'Afficher la saisie',
  hidePassword: 'Masquer la saisie',
  dismiss: 'Ignorer',
  notifications: 'Notifications',
};
