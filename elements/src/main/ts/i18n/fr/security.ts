import type { Translation } from '../messages.js';
import type { security as en } from '../en/security.js';

export const security: Translation<typeof en> = {
  'security.title': 'Authentification unique (SSO)',
  'security.overview': 'Vue d’ensemble',
  'stage.nothing': 'Non configurée',
  'stage.in-progress': 'En cours',
  'stage.ready': 'Prête, non active',
  'stage.active': 'Active',
  'stage.active-with-draft': 'Active, avec un brouillon',
  'stage.deactivated': 'Désactivée',
  'closed.switched-off': 'Le SSO n’est pas proposé ici',
  'closed.switched-off.text':
    'La plateforme n’a pas autorisé cette organisation à le configurer. Demandez à son support de l’activer. Les connexions ne sont pas affectées.',
  'closed.no-permission': 'Vous ne pouvez pas configurer le SSO',
  'closed.no-permission.text':
    'Ici, une organisation connecte son propre fournisseur d’identité. Les administrateurs de votre organisation peuvent le faire ou vous donner un rôle avec l’autorisation « org:sys_entconns:manage ».',
  'flow.steps': 'Étapes de la configuration',
  'flow.domains': 'Domaines',
  'flow.connection': 'Connexion',
  'flow.test': 'Test',
  'flow.activate': 'Activer',
  'flow.done': 'terminé',
  'flow.domains.detail': '{count} sur {all} vérifiés',
  'flow.test.passed': 'réussi',
  'flow.active': 'active',
  'overview.welcome': 'Connectez vos équipes avec votre propre fournisseur d’identité',
  'overview.welcome.text':
    'Un seul compte pour tout : quiconque quitte votre entreprise perd aussi l’accès ici, et vos propres règles de mot de passe et de second facteur s’appliquent.',
  'overview.need.dns': 'Accès à votre DNS',
  'overview.need.dns.text': 'Pour publier un enregistrement TXT par domaine de messagerie.',
  'overview.need.idp': 'La console de votre fournisseur d’identité',
  'overview.need.idp.text':
    'En tant qu’administrateur d’Okta, Microsoft Entra, Google Workspace ou d’un autre.',
  'overview.need.time': 'Une dizaine de minutes',
  'overview.need.time.text':
    'Vous pouvez vous arrêter à tout moment ; tout est conservé et un collègue peut continuer.',
  'overview.start': 'Commencer',
  'overview.safe': 'Aucune connexion ne change avant l’activation.',
  'overview.draft': 'Un brouillon existe à côté de la version active',
  'overview.draft.tested': 'Il a été testé. Personne ne remarque rien avant l’activation.',
  'overview.draft.untested': 'Il n’a pas encore été testé. Personne ne remarque rien avant l’activation.',
  'overview.test': 'Tester le brouillon',
  'overview.activate': 'Activer…',
  'overview.activateAgain': 'Réactiver…',
  'overview.edit': 'Modifier en brouillon',
  'overview.deactivated': 'Le SSO est désactivé. La connexion se fait comme auparavant.',
  'overview.domains': 'Domaines',
  'overview.noDomain': 'Aucun pour l’instant',
  'overview.tested': 'Testée',
  'overview.certificate': 'Certificat',
  'overview.means': 'Ce que cela signifie',
  'overview.means.active': 'Toute personne ayant une adresse dans ces domaines se connecte par ce biais.',
  'overview.means.inactive': 'Personne ne se connecte encore par ce biais.',
  'trouble.certificate': {
    one: 'Le certificat du fournisseur d’identité expire le {at}, dans {count} jour. Ensuite, plus personne ne pourra se connecter.',
    other:
      'Le certificat du fournisseur d’identité expire le {at}, dans {count} jours. Ensuite, plus personne ne pourra se connecter.',
  },
  'trouble.certificateEnded':
    'Le certificat du fournisseur d’identité a expiré le {at}. Transmettez à nouveau ses métadonnées.',
  'trouble.certificate.remedy': 'Fournir le nouveau certificat',
  'trouble.lapsing':
    'L’enregistrement TXT de {name} a disparu. Republiez-le avant que les nouvelles personnes ne puissent plus se connecter.',
  'trouble.lapsed':
    '{name} n’est plus prouvé. Les personnes déjà connues se connectent encore ; les nouvelles ne le peuvent pas.',
  'trouble.domain.remedy': 'Afficher l’enregistrement',
  'trouble.failures': {
    one: 'Au cours des 7 derniers jours, {count} connexion a échoué et {succeeded} ont réussi.',
    other: 'Au cours des 7 derniers jours, {count} connexions ont échoué et {succeeded} ont réussi.',
  },
  'trouble.failures.remedy': 'Tester la connexion',
  'certificate.until': 'valable jusqu’au {at}',
  'certificate.ending': { one: 'expire dans {count} jour', other: 'expire dans {count} jours' },
  'certificate.ended': 'expiré le {at}',
  'recent.title': 'Connexions récentes',
  'recent.week': 'Au cours des 7 derniers jours.',
  'recent.last': 'La dernière connexion date du {at}.',
  'recent.nobody': 'Personne ne s’est encore connecté.',
  'recent.unknown': 'Personne inconnue',
  'recent.succeeded': { one: '{count} connexion', other: '{count} connexions' },
  'recent.failed': { one: '{count} échouée', other: '{count} échouées' },
  'recent.people': 'Qui s’est connecté récemment',
  'recent.failures': 'Qui n’a pas pu',
  'code.self_serve_sso_disabled.title': 'La plateforme a désactivé cette fonction',
  'code.self_serve_sso_disabled.text':
    'Demandez à la plateforme d’autoriser cette organisation à configurer le SSO. Les connexions ne sont pas affectées.',
};
