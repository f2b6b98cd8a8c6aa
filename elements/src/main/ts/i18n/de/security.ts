import type { Translation } from '../messages.js';
import type { security as en } from '../en/security.js';

export const security: Translation<typeof en> = {
  'security.title': 'Single Sign-on',
  'security.overview': 'Übersicht',
  'stage.nothing': 'Nicht eingerichtet',
  'stage.in-progress': 'In Arbeit',
  'stage.ready': 'Bereit, nicht aktiv',
  'stage.active': 'Aktiv',
  'stage.active-with-draft': 'Aktiv, mit Entwurf',
  'stage.deactivated': 'Deaktiviert',
  'closed.switched-off': 'Single Sign-on wird hier nicht angeboten',
  'closed.switched-off.text':
    'Die Plattform hat dieser Organisation die Einrichtung nicht erlaubt. Bitten Sie den Support der Plattform, sie freizuschalten. Anmeldungen sind nicht betroffen.',
  'closed.no-permission': 'Sie können Single Sign-on nicht einrichten',
  'closed.no-permission.text':
    'Hier verbindet eine Organisation ihren eigenen Identitätsanbieter. Das können die Administratoren Ihrer Organisation tun oder Ihnen eine Rolle mit der Berechtigung „org:sys_entconns:manage“ geben.',
  'flow.steps': 'Schritte der Einrichtung',
  'flow.domains': 'Domains',
  'flow.connection': 'Verbindung',
  'flow.test': 'Test',
  'flow.activate': 'Aktivieren',
  'flow.done': 'erledigt',
  'flow.domains.detail': '{count} von {all} bestätigt',
  'flow.test.passed': 'bestanden',
  'flow.active': 'aktiv',
  'overview.welcome': 'Lassen Sie Ihre Leute sich über Ihren eigenen Identitätsanbieter anmelden',
  'overview.welcome.text':
    'Ein Konto für alles: Wer Ihr Unternehmen verlässt, verliert auch hier den Zugang, und Ihre eigenen Regeln für Passwörter und zweite Faktoren gelten.',
  'overview.need.dns': 'Zugang zu Ihrem DNS',
  'overview.need.dns.text': 'Um für jede E-Mail-Domain einen TXT-Eintrag anzulegen.',
  'overview.need.idp': 'Die Konsole Ihres Identitätsanbieters',
  'overview.need.idp.text':
    'Als Administrator von Okta, Microsoft Entra, Google Workspace oder einem anderen.',
  'overview.need.time': 'Etwa zehn Minuten',
  'overview.need.time.text':
    'Sie können jederzeit aufhören; alles bleibt erhalten, und Kollegen können weitermachen.',
  'overview.start': 'Starten',
  'overview.safe': 'Bis zur Aktivierung ändert sich für niemanden die Anmeldung.',
  'overview.draft': 'Neben der aktiven Fassung gibt es einen Entwurf',
  'overview.draft.tested': 'Er ist getestet. Bis zur Aktivierung bemerkt niemand etwas.',
  'overview.draft.untested': 'Er ist noch nicht getestet. Bis zur Aktivierung bemerkt niemand etwas.',
  'overview.test': 'Entwurf testen',
  'overview.activate': 'Aktivieren…',
  'overview.activateAgain': 'Wieder aktivieren…',
  'overview.edit': 'Als Entwurf bearbeiten',
  'overview.deactivated': 'Single Sign-on ist ausgeschaltet. Die Anmeldung läuft wie zuvor.',
  'overview.domains': 'Domains',
  'overview.noDomain': 'Noch keine',
  'overview.tested': 'Getestet',
  'overview.certificate': 'Zertifikat',
  'overview.means': 'Was das bedeutet',
  'overview.means.active': 'Alle mit einer E-Mail-Adresse dieser Domains melden sich darüber an.',
  'overview.means.inactive': 'Noch meldet sich niemand darüber an.',
  'trouble.certificate': {
    one: 'Das Zertifikat des Identitätsanbieters läuft am {at} ab, in {count} Tag. Danach kann sich niemand anmelden.',
    other:
      'Das Zertifikat des Identitätsanbieters läuft am {at} ab, in {count} Tagen. Danach kann sich niemand anmelden.',
  },
  'trouble.certificateEnded':
    'Das Zertifikat des Identitätsanbieters ist am {at} abgelaufen. Geben Sie uns seine Metadaten erneut.',
  'trouble.certificate.remedy': 'Neues Zertifikat eintragen',
  'trouble.lapsing':
    'Der TXT-Eintrag von {name} fehlt. Legen Sie ihn wieder an, bevor sich neue Personen nicht mehr anmelden können.',
  'trouble.lapsed': '{name} ist nicht mehr bestätigt. Bekannte Personen melden sich weiter an, neue nicht.',
  'trouble.domain.remedy': 'Eintrag anzeigen',
  'certificate.until': 'gültig bis {at}',
  'certificate.ending': { one: 'endet in {count} Tag', other: 'endet in {count} Tagen' },
  'certificate.ended': 'am {at} abgelaufen',
  'recent.title': 'Letzte Anmeldungen',
  'recent.unknown': 'Unbekannte Person',
  'recent.succeeded': 'Angemeldet',
  'recent.failed': 'Fehlgeschlagen',
  'code.self_serve_sso_disabled.title': 'Die Plattform hat dies ausgeschaltet',
  'code.self_serve_sso_disabled.text':
    'Bitten Sie die Plattform, dieser Organisation die Einrichtung zu erlauben. Anmeldungen sind nicht betroffen.',
};
