import type { Translation } from '../messages.js';
import type { base as en } from '../en/base.js';

export const base: Translation<typeof en> = {
  copy: 'Kopieren',
  'copy.done': 'Kopiert',
  'copy.label': '{name} kopieren',
  'copy.announced': '{name} kopiert',
  'copy.byHand':
    'Ihr Browser hat das Kopieren nicht erlaubt. Der Wert ist markiert: Drücken Sie Strg+C oder ⌘C.',
  loading: 'Wird geladen',
  'action.save': 'Speichern',
  'action.cancel': 'Abbrechen',
  'action.close': 'Schließen',
  'action.continue': 'Weiter',
  'action.back': 'Zurück',
  'action.edit': 'Bearbeiten',
  'action.remove': 'Entfernen',
  'action.more': 'Mehr anzeigen',
  'action.saving': 'Wird gespeichert…',
  saved: 'Gespeichert',
  required: 'Erforderlich',
  optional: 'Optional',
  'problem.retry': 'Erneut versuchen',
  'problem.offline.title': 'Keine Verbindung zu Gatehouse',
  'problem.offline.text':
    'Es wurde nichts geändert, und Ihre Eingaben sind noch da. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'problem.expired.title': 'Ihre Sitzung ist abgelaufen',
  'problem.expired.text':
    'Melden Sie sich neu an und kehren Sie dann zu dieser Seite zurück. Es wurde nichts geändert.',
  'problem.missing.title': 'Nicht gefunden',
  'problem.missing.text':
    'Es wurde vielleicht inzwischen entfernt oder gehört zu einer anderen Organisation. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.',
  'problem.stale.title': 'Jemand anderes war schneller',
  'problem.stale.text':
    'Ihre Änderung wurde nicht gespeichert, Ihre Eingaben sind noch da. Vergleichen Sie sie mit dem aktuellen Stand.',
  'problem.limited.title': 'Zu viele Anfragen',
  'problem.limited.text': 'Warten Sie einen Moment und versuchen Sie es dann erneut.',
  'problem.unavailable.title': 'Gatehouse kann gerade nicht antworten',
  'problem.unavailable.text':
    'Anmeldungen funktionieren weiterhin. Versuchen Sie es in einer Minute erneut; Ihre Eingaben sind noch da.',
  'problem.unexpected.title': 'Etwas ist schiefgegangen',
  'problem.unexpected.text':
    'Versuchen Sie es erneut. Wenn es so bleibt, nennen Sie dem Support den Code unten.',
  'conflict.yours': 'Ihre Fassung',
  'conflict.theirs': 'Jetzt gespeichert',
  'conflict.keepMine': 'Meine Fassung speichern',
  'conflict.takeTheirs': 'Gespeicherte Fassung übernehmen',
  'conflict.text':
    'Von Ihnen ist noch nichts gespeichert, und nichts ist verloren. Entscheiden Sie, was gelten soll.',
  'conflict.newSecret': 'Ein neues Secret',
  setting: 'Einstellung',
  'setting.none': '–',
  'setting.yes': 'Ja',
  'setting.no': 'Nein',
  'setting.scopes': 'Scopes',
  'setting.hostedDomains': 'Gehostete Domains',
  'actor.member': 'einem Administrator',
  'actor.operator': 'der Plattform',
  'actor.setupLink': 'dem Inhaber eines Einrichtungslinks',
  'actor.service': 'Gatehouse selbst',
  'live.offline': 'Verbindung verloren. Die Anzeige kann veraltet sein.',
};
