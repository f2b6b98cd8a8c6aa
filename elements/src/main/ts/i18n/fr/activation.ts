import type { Translation } from '../messages.js';
import type { activation as en } from '../en/activation.js';

export const activation: Translation<typeof en> = {
  'activate.title': 'Mettre en service',
  'activate.already': 'Elle est active : les personnes se connectent ainsi.',
  'activate.effect': 'Ce qui se passe à l’activation',
  'activate.who': 'Toute personne ayant une adresse {domains} se connectera avec {connection}.',
  'activate.when':
    'Cela s’applique à la prochaine connexion, en quelques secondes. Les sessions ouvertes le restent.',
  'activate.replaces':
    'Cela remplace la version active, en quelques secondes. Les sessions ouvertes le restent.',
  'activate.without':
    'Qui possède une telle adresse sans être affecté à l’application dans {connection} ne pourra plus se connecter.',
  'activate.back': 'Pour revenir en arrière, désactivez : un clic, et la connexion se fait comme avant.',
  'activate.back.draft': 'Pour revenir en arrière, activez une version testée antérieure : un clic.',
  'activate.go': 'Activer',
  'activate.running': 'Activation…',
  'activate.done': 'Le SSO est actif',
  'activate.relink': 'Confirmer et activer',
  'activate.relink.title': 'Les personnes seront à nouveau reconnues',
  'activate.relink.text':
    'Cette version désigne les personnes autrement que la version active. À leur prochaine connexion, chacune est rattachée à son compte par e-mail, uniquement dans cette organisation et ses domaines vérifiés. Confirmez que {connection} est à vous et que c’est voulu.',
  'activate.relink.count': {
    one: '{count} personne s’est déjà connectée et est concernée.',
    other: '{count} personnes se sont déjà connectées et sont concernées.',
  },
  'activate.byLink':
    'Une connexion est déjà active. Un administrateur de l’organisation, ou la plateforme, doit activer cette version.',
  'activate.missing': 'Avant cela, il reste :',
  'activate.missing.domains': 'Un domaine vérifié, utilisé pour cette connexion',
  'activate.missing.connection': 'Les métadonnées de votre fournisseur d’identité',
  'activate.missing.test': 'Un test réussi',
  'activate.missing.key': 'Un certificat de confiance de votre fournisseur d’identité',
  'activate.missing.allowed': 'La plateforme a désactivé cette fonction',
  'affected.members': { one: '{count} membre avec {domain}', other: '{count} membres avec {domain}' },
  'affected.sample': 'Dont {names}',
  'affected.all': '{names}',
  'manage.deactivate': 'Désactiver',
  'manage.deactivate.title': 'Désactiver {name} ?',
  'manage.deactivate.text':
    'Plus personne ne se connectera par {name} ; la connexion se fera comme avant. Tout est conservé et vous pourrez réactiver.',
  'manage.discard': 'Abandonner le brouillon',
  'manage.discard.title': 'Abandonner le brouillon de {name} ?',
  'manage.discard.text':
    'La version active de {name} reste inchangée ; les modifications du brouillon sont perdues.',
  'manage.delete': 'Supprimer',
  'manage.delete.title': 'Supprimer {name} ?',
  'manage.delete.text':
    'La connexion {name}, ses versions et ses tests sont définitivement supprimés, ses clés détruites. Les domaines et les personnes restent.',
  'manage.delete.type': 'Saisissez {name} pour confirmer',
  'manage.revisions': 'Versions',
  'manage.revisions.title': 'Versions de {name}',
  'manage.revisions.text': 'Toute version ayant réussi un test peut être remise en service immédiatement.',
  'manage.revision': 'Version {number}',
  'manage.live': 'En service',
  'manage.untested': 'Non testée',
  'manage.back': 'Y revenir',
  'manage.back.of': 'Revenir à la version {number}',
};
