import type { Messages } from '../en/index.ts';
import { operationsDeadLetters } from './operations-dead-letters.ts';
import { operationsCauses } from './operations-causes.ts';

export const operations: Messages['operations'] = {
  title: 'Betrieb',
  adminsOnly: 'Diese Seite ist für Admins',
  adminsOnlyText:
    'Sie zeigt, wie RideGate selbst läuft, für alle Subaccounts zusammen. Bitte fragen Sie einen Admin oder machen Sie mit Ihren Kunden weiter.',
  toCustomers: 'Zu Ihren Kunden',
  live: 'Aktualisiert sich alle 15 Sekunden.',
  verdict: {
    label: 'Sind die Webhooks gesund?',
    loading: 'Der Zustand der Webhooks wird gelesen',
    first: 'Was zuerst zu tun ist:',
    also: 'Außerdem:',
    healthy: 'Die Webhooks sind gesund: Was kommt, wird verarbeitet, und nichts wurde aufgegeben.',
    failing: {
      text: 'Webhooks scheitern: {failed, number} von {tries, number} Versuchen sind in dieser und der letzten Stunde gescheitert.',
      first:
        'Sehen Sie sich unten die Ursachen der aufgegebenen Ereignisse an, und status.stripe.com. Steht unten keine, nennt das Log von process-webhook den Fehler. Ereignisse werden 12 Stunden lang neu versucht; noch ist nichts verloren.',
    },
    stopped: {
      text: 'Die Webhooks stehen still: {waiting, number} warten, und der letzte wurde {ago} verarbeitet.',
      first:
        'Sehen Sie ins Log und auf die Drosselungen von process-webhook: Es läuft nicht. Gab es eben einen Release?',
    },
    maybe_stopped: {
      text: '{waiting, plural, one {# Webhook wartet} other {# Webhooks warten}}, und der letzte wurde {ago} verarbeitet.',
      first:
        'Warten Sie zwei Minuten, denn die Zahl hinkt etwas nach. Bleibt es so, sehen Sie ins Log und auf die Drosselungen von process-webhook.',
    },
    given_up: {
      text: '{letters, plural, one {# Ereignis wurde} other {# Ereignisse wurden}} aufgegeben: Verifizierte Kunden sind vielleicht noch gesperrt.',
      first: 'Lesen Sie unten die Ursachen, beheben Sie, was dort steht, und verarbeiten Sie dann neu.',
    },
    late: {
      text: 'Die Webhooks sind spät: Die Hälfte wird {age} oder mehr nach ihrer Entstehung bei Stripe verarbeitet, und {waiting, number} warten jetzt.',
      unknownAge: 'Die Webhooks sind spät: {waiting, number} warten jetzt.',
      first:
        'Sehen Sie, ob mit jeder Aktualisierung weniger warten. Dann wird ein Ausfall oder eine Neuverarbeitung abgearbeitet, und es ist nichts zu tun. Werden es mehr, sehen Sie ins Log von process-webhook.',
    },
    silent: {
      text: 'Seit {hours, plural, one {# Stunde} other {# Stunden}} wurde kein Webhook verarbeitet, und keiner wartet.',
      first:
        'Fährt Ihre Flotte zu dieser Stunde, öffnen Sie Webhooks im Dashboard von Stripe: Ist der Endpunkt abgeschaltet, oder antwortet er mit Fehlern? Eine ruhige Flotte braucht nichts.',
    },
    never: 'in dieser Zeit nie',
  },
  numbers: {
    title: 'Webhooks im Moment',
    fresh: 'Wartend, frisch',
    backlog: 'Wartend, Rückstand',
    deadLetters: 'Aufgegeben',
    last: 'Zuletzt verarbeitet',
    never: 'nicht in dieser Zeit',
    median: 'Mittleres Alter bei der Verarbeitung',
    p95: '95 % waren jünger als',
    noAge: 'keiner verarbeitet',
    note: 'Die Zahlen können eine Minute nachhinken.',
  },
  charts: {
    title: 'Stunde für Stunde',
    span: 'Zeitraum',
    last24: '24 Stunden',
    last168: '7 Tage',
    events: 'Ereignisse',
    bar: 'Ein Balken ist {hours, plural, one {eine Stunde} other {# Stunden}}.',
    ageBar: 'Ein Balken ist {hours, plural, one {eine Stunde} other {der höchste Wert aus # Stunden}}.',
    eventsText:
      'Ein gescheiterter Versuch kommt von selbst wieder; ein Ereignis kann also mehrmals scheitern.',
    ages: 'Alter der Ereignisse bei der Verarbeitung',
    agesText:
      'Vom Ereignis bei Stripe bis zur Wirkung hier. Die Hälfte der Ereignisse ist jünger als der Median.',
    hour: 'Stunde (Ihre Zeitzone)',
    hourUtc: 'Stunde (UTC)',
    count: 'Ereignisse',
    age: 'Alter',
    series: {
      processed: 'Verarbeitet',
      dropped: 'Verworfen',
      failed_tries: 'Gescheiterte Versuche',
      dead_lettered: 'Aufgegeben',
      moved_to_backlog: 'In den Rückstand verschoben',
      median_seconds: 'Median',
      p95_seconds: '95 % sind jünger',
    },
    seconds: '{name} (Sekunden)',
    empty: 'Kein Ereignis in dieser Zeit.',
    noAges: 'In dieser Zeit wurde kein Ereignis verarbeitet.',
    summary:
      '{processed, number} verarbeitet, {dropped, number} verworfen, {failed, number} gescheiterte Versuche.',
  },
  runs: {
    title: 'Läufe des Abgleichers',
    text: 'Alle fünf Minuten liest er von Stripe nach, was kein Webhook gesagt hat.',
    list: 'Läufe einzeln',
    loading: 'Die Läufe des Abgleichers werden geladen',
    empty: 'Kein Lauf in den letzten 30 Tagen.',
    overdue:
      'Der letzte Lauf begann {ago}, und alle fünf Minuten sollte einer sein. Was zuerst zu tun ist: Sehen Sie ins Log von reconcile, und ob sein Zeitplan an ist.',
    neverRan:
      'Kein Lauf ist bekannt, und alle fünf Minuten sollte einer sein. Wurde RideGate eben erst aufgesetzt? Sonst sehen Sie ins Log von reconcile, und ob sein Zeitplan an ist.',
    columns: { started: 'Begonnen', took: 'Dauer', outcome: 'Ausgang', counts: 'Was er tat' },
    outcomes: {
      completed: 'Fertig geworden',
      stopped_early: 'Früher beendet; der nächste macht weiter',
      failed: 'Gescheitert',
    },
    sessionsFailed: 'Sitzungen lesen: {cause}',
    eventsFailed: 'Nicht zugestellte Ereignisse: {cause}',
    nothing: 'Nichts zu tun',
    counts: {
      verifications_healed:
        '{count, plural, one {# gesperrten Kunden, der verifiziert war, durchgelassen} other {# gesperrte Kunden, die verifiziert waren, durchgelassen}}',
      sessions_healed: '{count, plural, one {# anderen Stand berichtigt} other {# andere Stände berichtigt}}',
      events_requeued:
        '{count, plural, one {# verlorenes Ereignis eingereiht} other {# verlorene Ereignisse eingereiht}}',
      sessions_not_read: '{count, plural, one {# Sitzung} other {# Sitzungen}} nicht lesbar gewesen',
      events_malformed: '{count, plural, one {# Ereignis} other {# Ereignisse}} unleserlich',
      sessions_read: '{count, plural, one {# Sitzung} other {# Sitzungen}} gelesen',
      events_read:
        '{count, plural, one {# nicht zugestelltes Ereignis} other {# nicht zugestellte Ereignisse}} gelesen',
    },
    more: 'Ältere Läufe zeigen',
  },
  causes: operationsCauses,
  ...operationsDeadLetters,
};
