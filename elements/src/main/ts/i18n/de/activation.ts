import type { Translation } from '../messages.js';
import type { activation as en } from '../en/activation.js';

export const activation: Translation<typeof en> = {
  'activate.title': 'Einschalten',
  'activate.already': 'Sie ist aktiv: So melden sich die Personen an.',
  'activate.effect': 'Was beim Aktivieren geschieht',
  'activate.who': 'Alle mit einer E-Mail-Adresse bei {domains} melden sich dann mit {connection} an.',
  'activate.when':
    'Es gilt ab der nächsten Anmeldung, innerhalb von Sekunden. Offene Sitzungen bleiben offen.',
  'activate.replaces':
    'Es ersetzt die aktive Fassung, innerhalb von Sekunden. Offene Sitzungen bleiben offen.',
  'activate.without':
    'Wer eine solche Adresse hat, aber der App bei {connection} nicht zugewiesen ist, kann sich nicht mehr anmelden.',
  'activate.back': 'Zurück geht es mit einem Klick auf „Deaktivieren“: Dann läuft die Anmeldung wie zuvor.',
  'activate.back.draft': 'Zurück geht es mit einem Klick: eine frühere, getestete Fassung aktivieren.',
  'activate.go': 'Aktivieren',
  'activate.running': 'Wird aktiviert…',
  'activate.done': 'Single Sign-On ist aktiv',
  'activate.relink': 'Bestätigen und aktivieren',
  'activate.relink.title': 'Personen werden neu zugeordnet',
  'activate.relink.text':
    'Diese Fassung benennt Personen anders als die aktive. Bei der nächsten Anmeldung wird jede anhand der E-Mail-Adresse ihrem Konto zugeordnet, nur innerhalb dieser Organisation und ihrer bestätigten Domains. Bestätigen Sie, dass {connection} Ihnen gehört und dies beabsichtigt ist.',
  'activate.relink.count': {
    one: '{count} Person hat sich schon angemeldet und ist betroffen.',
    other: '{count} Personen haben sich schon angemeldet und sind betroffen.',
  },
  'activate.byLink':
    'Es ist bereits eine Verbindung aktiv. Diese Fassung muss ein Administrator der Organisation oder die Plattform aktivieren.',
  'activate.missing': 'Vorher ist noch offen:',
  'activate.missing.domains': 'Eine bestätigte Domain, die für diese Verbindung verwendet wird',
  'activate.missing.connection': 'Die Metadaten Ihres Identitätsanbieters',
  'activate.missing.test': 'Ein bestandener Test',
  'activate.missing.key': 'Ein vertrautes Zertifikat Ihres Identitätsanbieters',
  'activate.missing.allowed': 'Die Plattform hat dies ausgeschaltet',
  'affected.members': { one: '{count} Mitglied mit {domain}', other: '{count} Mitglieder mit {domain}' },
  'affected.sample': 'Darunter {names}',
  'affected.all': '{names}',
  'manage.deactivate': 'Deaktivieren',
  'manage.deactivate.title': '{name} deaktivieren?',
  'manage.deactivate.text':
    'Danach meldet sich niemand mehr über {name} an; die Anmeldung läuft wie zuvor. Alles bleibt erhalten, und Sie können es wieder aktivieren.',
  'manage.discard': 'Entwurf verwerfen',
  'manage.discard.title': 'Entwurf von {name} verwerfen?',
  'manage.discard.text':
    'Die aktive Fassung von {name} bleibt, wie sie ist; die Änderungen im Entwurf gehen verloren.',
  'manage.delete': 'Löschen',
  'manage.delete.title': '{name} löschen?',
  'manage.delete.text':
    'Die Verbindung {name}, ihre Fassungen und Tests werden endgültig gelöscht, ihre Schlüssel vernichtet. Domains und Personen bleiben.',
  'manage.delete.type': 'Zur Bestätigung {name} eingeben',
  'manage.revisions': 'Fassungen',
  'manage.revisions.title': 'Fassungen von {name}',
  'manage.revisions.text': 'Jede Fassung, die einen Test bestanden hat, kann sofort wieder aktiv werden.',
  'manage.revision': 'Fassung {number}',
  'manage.live': 'Aktiv',
  'manage.untested': 'Nicht getestet',
  'manage.back': 'Zu dieser zurückkehren',
  'manage.back.of': 'Zu Fassung {number} zurückkehren',
};
