import type { Translation } from '../messages.js';
import type { base as en } from '../en/base.js';

export const base: Translation<typeof en> = {
  copy: 'Copier',
  'copy.done': 'Copié',
  'copy.label': 'Copier {name}',
  'copy.announced': '{name} copié',
  'copy.byHand':
    'Votre navigateur n’a pas autorisé la copie. La valeur est sélectionnée : appuyez sur Ctrl+C ou ⌘C.',
  loading: 'Chargement',
  'action.save': 'Enregistrer',
  'action.cancel': 'Annuler',
  'action.close': 'Fermer',
  'action.continue': 'Continuer',
  'action.back': 'Retour',
  'action.edit': 'Modifier',
  'action.remove': 'Retirer',
  'action.more': 'Afficher plus',
  'action.saving': 'Enregistrement…',
  saved: 'Enregistré',
  required: 'Obligatoire',
  optional: 'Facultatif',
  'problem.retry': 'Réessayer',
  'problem.offline.title': 'Gatehouse est injoignable',
  'problem.offline.text':
    'Rien n’a été modifié et votre saisie est conservée. Vérifiez votre connexion et réessayez.',
  'problem.expired.title': 'Votre session a expiré',
  'problem.expired.text':
    'Reconnectez-vous à votre produit, puis revenez à cette page. Rien n’a été modifié.',
  'problem.missing.title': 'Introuvable',
  'problem.missing.text':
    'L’élément a peut-être été supprimé entre-temps, ou il appartient à une autre organisation. Rechargez la page pour voir l’état actuel.',
  'problem.stale.title': 'Quelqu’un d’autre l’a modifié avant vous',
  'problem.stale.text':
    'Votre modification n’a pas été enregistrée et votre saisie est conservée. Comparez-la avec la version actuelle.',
  'problem.limited.title': 'Trop de requêtes',
  'problem.limited.text': 'Patientez un instant, puis réessayez.',
  'problem.unavailable.title': 'Gatehouse ne peut pas répondre pour le moment',
  'problem.unavailable.text':
    'Les connexions continuent de fonctionner. Réessayez dans une minute ; votre saisie est conservée.',
  'problem.unexpected.title': 'Une erreur s’est produite',
  'problem.unexpected.text': 'Réessayez. Si le problème persiste, communiquez le code ci-dessous au support.',
  'conflict.yours': 'Votre version',
  'conflict.theirs': 'Enregistré actuellement',
  'conflict.keepMine': 'Enregistrer la mienne',
  'conflict.takeTheirs': 'Prendre la version enregistrée',
  'conflict.text':
    'Rien de votre saisie n’est encore enregistré et rien n’est perdu. Décidez ce qui doit compter.',
  'conflict.newSecret': 'Un nouveau secret',
  setting: 'Réglage',
  'setting.none': '–',
  'setting.yes': 'Oui',
  'setting.no': 'Non',
  'setting.scopes': 'Scopes',
  'setting.hostedDomains': 'Domaines hébergés',
  'actor.member': 'un administrateur',
  'actor.operator': 'la plateforme',
  'actor.setupLink': 'le détenteur d’un lien de configuration',
  'actor.service': 'Gatehouse lui-même',
  'live.offline': 'Connexion perdue. L’affichage peut ne plus être à jour.',
};
