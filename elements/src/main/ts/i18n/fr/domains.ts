import type { Translation } from '../messages.js';
import type { domains as en } from '../en/domains.js';

export const domains: Translation<typeof en> = {
  'domains.title': 'Quels domaines de messagerie sont les vôtres ?',
  'domains.text':
    'Toute personne ayant une adresse dans ces domaines se connectera par votre fournisseur d’identité. Prouvez d’abord qu’ils sont à vous, par un enregistrement TXT.',
  'domains.add': 'Ajouter',
  'domains.add.label': 'Domaines de messagerie',
  'domains.add.hint': 'Plusieurs à la fois, séparés par des virgules ou des espaces.',
  'domains.add.nothing': 'Saisissez un domaine, par exemple acme.com.',
  'domains.add.known': 'Déjà dans la liste : {names}',
  'domains.goOn': 'Inutile d’attendre : continuez pendant la vérification des autres domaines.',
  'domainstatus.pending': 'En attente de l’enregistrement',
  'domainstatus.verified': 'Vérifié',
  'domainstatus.lapsing': 'Enregistrement manquant',
  'domainstatus.lapsed': 'Caduc',
  'domainstatus.expired': 'Expiré',
  'domain.removed': '{name} a été retiré',
  'domain.verifiedNow': '{name} est vérifié',
  'domain.since': 'depuis le {at}',
  'domain.publishBy': 'republiez l’enregistrement avant le {at}',
  'domain.where': 'Votre DNS est hébergé chez {provider}.',
  'domain.whereUnknown': 'Ouvrez la console où le DNS de votre domaine est géré.',
  'domain.record': 'Ajoutez-y un enregistrement avec ces valeurs :',
  'domain.type': 'Type',
  'domain.host': 'Hôte ou nom',
  'domain.host.relative':
    'Pour les consoles qui ajoutent elles-mêmes le domaine ; c’est le cas de la plupart.',
  'domain.host.absolute': 'Le nom complet. Si votre console ajoute elle-même le domaine, omettez-le.',
  'domain.host.showAbsolute': 'Ma console demande le nom complet',
  'domain.host.showRelative': 'Ma console ajoute elle-même le domaine',
  'domain.value': 'Valeur',
  'domain.value.note': 'Sans guillemets. Les autres enregistrements TXT peuvent rester.',
  'domain.ttl': 'TTL en secondes',
  'domain.look': 'Vérifier maintenant',
  'domain.looking': 'Vérification…',
  'domain.assign': 'Utiliser pour cette connexion',
  'domain.assign.title': 'Utiliser {name} pour {connection} ?',
  'domain.assign.live':
    'La connexion est active : dès maintenant, toute personne ayant une adresse {name} se connecte par {connection}. Retirer le domaine annule ce choix.',
  'domain.remove.of': 'Retirer {name}',
  'domain.remove.title': 'Retirer {name} ?',
  'domain.remove.text': 'Pour ajouter {name} à nouveau, il faudra un nouvel enregistrement TXT.',
  'domain.remove.live':
    'Les personnes ayant une adresse {name} ne pourront plus se connecter par votre fournisseur d’identité, dès maintenant.',
  'domain.state.verified':
    'Prouvé par son enregistrement TXT. Laissez-le en place : il est vérifié chaque jour.',
  'domain.state.byOperator': 'Confirmé par la plateforme. Aucun enregistrement TXT n’est nécessaire.',
  'domain.state.missing':
    'L’enregistrement TXT n’a plus été vu depuis le {since}. Rien n’a changé pour l’instant : vérifiez qu’il est toujours en place.',
  'domain.state.lapsing':
    'L’enregistrement TXT manque depuis le {since}. Tout fonctionne encore. Republiez-le avant le {until} ; ensuite, les nouvelles personnes ne pourront plus se connecter.',
  'domain.state.lapsed':
    'L’enregistrement TXT manque depuis le {since}. Les personnes connues se connectent encore, les nouvelles non, et une autre organisation qui prouve ce domaine l’obtient. Republiez l’enregistrement.',
  'domain.state.expired':
    'L’enregistrement n’a pas été publié à temps. Retirez le domaine et ajoutez-le à nouveau.',
  'domain.timeline': 'Historique',
  'domain.timeline.added': '{at} : ajouté',
  'domain.timeline.looked': '{at} : vérifié. {found}',
  'domain.timeline.lookedOften': '{at} : vérifié {count} fois. {found}',
  'domain.timeline.verified': '{at} : vérifié',
  'domain.timeline.next': '{at} : prochaine vérification',
  'domain.waiting':
    'Nous continuons à vérifier, même si cette page est fermée. Les nouveaux enregistrements apparaissent en quelques minutes, parfois en quelques heures.',
  'domain.expires': 'La valeur reste valable jusqu’au {at}.',
  'check.proven': 'Le bon enregistrement est là.',
  'check.not_published': 'Rien pour l’instant.',
  'check.different_value': 'Un enregistrement a une autre valeur.',
  'check.different_value.advice': 'Copiez à nouveau la valeur ci-dessus et remplacez l’existante.',
  'check.quotes_included': 'La valeur est là, mais avec des guillemets.',
  'check.quotes_included.advice':
    'Votre console ajoute elle-même les guillemets : saisissez la valeur sans eux.',
  'check.doubled_name': 'L’enregistrement est sous un nom doublé.',
  'check.doubled_name.advice':
    'L’enregistrement est à {host} : votre fournisseur ajoute lui-même le domaine. Saisissez seulement {label}.',
  'check.at_apex': 'L’enregistrement est sur le domaine lui-même.',
  'check.at_apex.advice': 'Déplacez-le vers l’hôte {label}, comme ci-dessus.',
  'check.aliased': 'L’hôte est un alias (CNAME) d’un autre nom.',
  'check.aliased.advice':
    'Un enregistrement TXT à côté d’un alias n’est pas visible. Supprimez l’enregistrement CNAME ou publiez la valeur sous le nom vers lequel il pointe.',
  'check.resolvers_disagree': 'Les résolveurs DNS ne sont pas encore d’accord sur l’enregistrement.',
  'check.resolvers_disagree.advice':
    'Un nouvel enregistrement peut mettre quelques heures à être visible partout. Laissez-le en place ; nous vérifions de nouveau nous-mêmes.',
  'check.owned_elsewhere': 'L’enregistrement est correct, mais une autre organisation détient ce domaine.',
  'check.owned_elsewhere.advice':
    'Contactez le support de la plateforme : un collègue l’a peut-être configuré dans une autre organisation.',
  'check.lookup_failed': 'Vos serveurs de noms n’ont pas répondu.',
  'check.lookup_failed.advice': 'Cela ne compte pas ; nous vérifierons à nouveau.',
};
