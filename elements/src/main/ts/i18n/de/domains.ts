import type { Translation } from '../messages.js';
import type { domains as en } from '../en/domains.js';

export const domains: Translation<typeof en> = {
  'domains.title': 'Welche E-Mail-Domains gehören Ihnen?',
  'domains.text':
    'Alle mit einer E-Mail-Adresse dieser Domains melden sich später über Ihren Identitätsanbieter an. Belegen Sie zuerst mit einem TXT-Eintrag, dass sie Ihnen gehören.',
  'domains.add': 'Hinzufügen',
  'domains.add.label': 'E-Mail-Domains',
  'domains.add.hint': 'Auch mehrere auf einmal, durch Kommas oder Leerzeichen getrennt.',
  'domains.add.nothing': 'Geben Sie eine Domain ein, zum Beispiel acme.com.',
  'domains.add.known': 'Schon in der Liste: {names}',
  'domains.goOn': 'Sie müssen nicht warten: Machen Sie weiter, während die übrigen Domains geprüft werden.',
  'domainstatus.pending': 'Wartet auf den Eintrag',
  'domainstatus.verified': 'Bestätigt',
  'domainstatus.lapsing': 'Eintrag fehlt',
  'domainstatus.lapsed': 'Verfallen',
  'domainstatus.expired': 'Abgelaufen',
  'domain.removed': '{name} wurde entfernt',
  'domain.verifiedNow': '{name} ist bestätigt',
  'domain.since': 'seit {at}',
  'domain.publishBy': 'Eintrag bis {at} wieder anlegen',
  'domain.where': 'Ihr DNS liegt bei {provider}.',
  'domain.whereUnknown': 'Öffnen Sie die Konsole, in der das DNS Ihrer Domain verwaltet wird.',
  'domain.record': 'Legen Sie dort einen Eintrag mit diesen Werten an:',
  'domain.type': 'Typ',
  'domain.host': 'Host oder Name',
  'domain.host.relative': 'Für Konsolen, die die Domain selbst anhängen; das tun die meisten.',
  'domain.host.absolute':
    'Der vollständige Name. Hängt Ihre Konsole die Domain selbst an, lassen Sie sie weg.',
  'domain.host.showAbsolute': 'Meine Konsole verlangt den vollständigen Namen',
  'domain.host.showRelative': 'Meine Konsole hängt die Domain selbst an',
  'domain.value': 'Wert',
  'domain.value.note': 'Ohne Anführungszeichen. Andere TXT-Einträge daneben dürfen bleiben.',
  'domain.ttl': 'TTL in Sekunden',
  'domain.look': 'Jetzt nachsehen',
  'domain.looking': 'Wird nachgesehen…',
  'domain.assign': 'Für diese Verbindung verwenden',
  'domain.assign.title': '{name} für {connection} verwenden?',
  'domain.assign.live':
    'Die Verbindung ist aktiv: Ab sofort melden sich alle mit einer E-Mail-Adresse bei {name} über {connection} an. Entfernen der Domain macht es rückgängig.',
  'domain.remove.of': '{name} entfernen',
  'domain.remove.title': '{name} entfernen?',
  'domain.remove.text': 'Um {name} später wieder hinzuzufügen, brauchen Sie einen neuen TXT-Eintrag.',
  'domain.remove.live':
    'Personen mit einer E-Mail-Adresse bei {name} können sich ab sofort nicht mehr über Ihren Identitätsanbieter anmelden.',
  'domain.state.verified':
    'Durch den TXT-Eintrag bestätigt. Lassen Sie den Eintrag bestehen: Er wird täglich geprüft.',
  'domain.state.byOperator': 'Von der Plattform bestätigt. Es ist kein TXT-Eintrag nötig.',
  'domain.state.missing':
    'Der TXT-Eintrag war seit {since} nicht mehr zu sehen. Noch hat sich nichts geändert: prüfen Sie, ob er noch da ist.',
  'domain.state.lapsing':
    'Der TXT-Eintrag fehlt seit {since}. Noch funktioniert alles. Legen Sie ihn bis {until} wieder an; danach können sich neue Personen nicht mehr anmelden.',
  'domain.state.lapsed':
    'Der TXT-Eintrag fehlt seit {since}. Bekannte Personen melden sich weiter an, neue nicht, und eine andere Organisation, die diese Domain nachweist, erhält sie. Legen Sie den Eintrag wieder an.',
  'domain.state.expired':
    'Der Eintrag wurde nicht rechtzeitig angelegt. Entfernen Sie die Domain und fügen Sie sie neu hinzu.',
  'domain.timeline': 'Verlauf',
  'domain.timeline.added': '{at}: hinzugefügt',
  'domain.timeline.looked': '{at}: nachgesehen. {found}',
  'domain.timeline.lookedOften': '{at}: {count}-mal nachgesehen. {found}',
  'domain.timeline.verified': '{at}: bestätigt',
  'domain.timeline.next': '{at}: nächster Blick',
  'domain.waiting':
    'Wir sehen weiter nach, auch wenn diese Seite geschlossen ist. Neue Einträge sind meist in Minuten sichtbar, manchmal erst nach Stunden.',
  'domain.expires': 'Der Wert gilt bis {at}.',
  'check.proven': 'Der richtige Eintrag ist da.',
  'check.not_published': 'Noch nichts zu sehen.',
  'check.different_value': 'Es gibt einen Eintrag mit einem anderen Wert.',
  'check.different_value.advice': 'Kopieren Sie den Wert oben erneut und ersetzen Sie den vorhandenen.',
  'check.quotes_included': 'Der Wert ist da, aber mit Anführungszeichen.',
  'check.quotes_included.advice':
    'Ihre Konsole setzt die Anführungszeichen selbst: Geben Sie den Wert ohne sie ein.',
  'check.doubled_name': 'Der Eintrag steht unter einem verdoppelten Namen.',
  'check.doubled_name.advice':
    'Der Eintrag steht bei {host}: Ihr Anbieter hängt die Domain selbst an. Geben Sie nur {label} ein.',
  'check.at_apex': 'Der Eintrag steht bei der Domain selbst.',
  'check.at_apex.advice': 'Verschieben Sie ihn zum Host {label}, wie oben gezeigt.',
  'check.aliased': 'Der Host ist ein Alias (CNAME) eines anderen Namens.',
  'check.aliased.advice':
    'Ein TXT-Eintrag neben einem Alias ist nicht zu sehen. Löschen Sie den CNAME-Eintrag oder legen Sie den Wert dort an, wohin er zeigt.',
  'check.resolvers_disagree': 'Die DNS-Resolver sind sich über den Eintrag noch nicht einig.',
  'check.resolvers_disagree.advice':
    'Bis ein neuer Eintrag überall zu sehen ist, können Stunden vergehen. Lassen Sie ihn stehen; wir sehen von selbst wieder nach.',
  'check.owned_elsewhere': 'Der Eintrag stimmt, aber eine andere Organisation hat diese Domain.',
  'check.owned_elsewhere.advice':
    'Fragen Sie den Support der Plattform: Vielleicht hat ein Kollege sie in einer anderen Organisation eingerichtet.',
  'check.lookup_failed': 'Ihre Nameserver haben nicht geantwortet.',
  'check.lookup_failed.advice': 'Das zählt nicht; wir sehen von selbst wieder nach.',
};
