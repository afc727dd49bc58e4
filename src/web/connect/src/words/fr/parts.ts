import type { parts as english } from '../en/parts';
import type { Translated } from '../shape';

export const parts: Translated<typeof english> = {
  close: 'Fermer',
  cancel: 'Annuler',
  undo: 'Annuler l’action',
  showPassword: 'Afficher la saisie',
  hidePassword: 'Masquer la saisie',
  dismiss: 'Ignorer',
  notifications: 'Notifications',
};
