import type { Translated } from '../shape';
import type { plugins as en } from '../en/plugins';

export const plugins: Translated<typeof en> = {
  waiting: 'Se charge quand vous rejoignez',
  notYet: 'Pas encore chargé',
  loading: 'Chargement …',
  loaded: 'En marche',
  disabled: 'Désactivé',
  failed: 'En échec',
  notForRole: 'Pas pour votre rôle',
  notForPlatform: 'Pas pour cette plateforme',
  use: 'Utiliser {name}',
  always: 'Votre administrateur garde ce plugin activé.',
  details: 'Détails',
  faults: { one: 'Il a échoué une fois. La dernière fois :', other: 'Il a échoué {count} fois. La dernière fois :' },
  time: 'Temps utilisé : {total} ms, au plus {longest} ms d’affilée',
  rate: 'Ces {seconds} dernières secondes : {time} sur {most} ms ; requêtes de la dernière seconde : {requests} sur {budget}',
  calls: 'Appels :',
  holds: 'Détient :',
  leftOver: 'Reste jusqu’au rechargement de la page :',
  kept: 'Il n’a pas pu utiliser {sites} : il lui manque peut-être quelque chose. Votre administration peut l’autoriser.',
  mixed: 'Il a voulu joindre {sites} sans chiffrement, ce que les navigateurs refusent ici. Son auteur doit utiliser https.',
  stoodStill: 'La page s’est arrêtée de façon inattendue pendant que des plugins fonctionnaient.',
  without: 'Démarrer sans plugins',
  withoutHint: 'Si quelque chose ne va pas : rien des plugins ne s’exécute dans ce navigateur tant que ceci est activé.',
};
