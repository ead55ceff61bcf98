import type { Messages } from '../en/index.ts';

type Actions = Pick<Messages['customer'], 'actions' | 'doing' | 'done' | 'dialogs' | 'ride'>;

export const customerActions: Actions = {
  actions: {
    menu: 'Aktionen',
    startTrip: 'Fahrt starten',
    verify: 'Manuell verifizieren',
    clear: 'Anforderung aufheben',
    require: 'Prüfung verlangen',
    refresh: 'Von Stripe aktualisieren',
    redact: 'Daten entfernen',
    export: 'Exportieren',
    noSession: 'Bei Stripe gibt es noch keine Prüfung',
  },
  doing: {
    verify: 'Wird verifiziert …',
    clear: 'Anforderung wird aufgehoben …',
    require: 'Prüfung wird verlangt …',
    refresh: 'Wird von Stripe gelesen …',
    redact: 'Persönliche Daten werden entfernt …',
  },
  done: {
    verify: '{customer}: Der Kunde ist verifiziert und wird per Push benachrichtigt.',
    clear:
      '{customer}: Die Anforderung ist aufgehoben. Der Kunde darf fahren und wird per Push benachrichtigt.',
    require: '{customer}: Die Prüfung ist verlangt. Der Kunde wird per Push benachrichtigt.',
    refresh: '{customer}: Der aktuelle Stand von Stripe wurde übernommen.',
    refreshSame: '{customer}: Stripe hat nichts Neues, alles ist, wie es war.',
    refreshFailed: '{customer}: {failure}',
    redact: '{customer}: Unsere Kopien sind entfernt. Stripe entfernt seine binnen vier Tagen.',
    export: '{customer}: Der Export wurde heruntergeladen. Er steht im Audit-Protokoll.',
  },
  dialogs: {
    overtaken:
      'Dieser Kunde hat sich geändert, seit Sie dies geöffnet haben: Bitte lesen Sie, was neu ist, und bestätigen Sie dann noch einmal.',
    overtakenStatus: 'Status jetzt: {status}',
    overtakenReason: 'Grund der Anforderung jetzt: {reason}',
    verifyTitle: 'Diesen Kunden manuell verifizieren?',
    verifyText:
      'Sie bürgen ohne Stripe für die Identität dieses Kunden. Der Status wird „verifiziert“, die Anforderung entfällt, und der Kunde erfährt es per Push.',
    clearTitle: 'Anforderung aufheben?',
    clearText:
      'Der Kunde darf ohne Prüfung fahren, bis ein neues Risiko oder ein Operator wieder eine Prüfung verlangt. Er gilt nicht als verifiziert und erfährt es per Push.',
    requireTitle: 'Prüfung verlangen?',
    requireText:
      'Der Kunde darf erst nach einer Prüfung wieder fahren und bekommt alle Versuche neu. Eine frühere Prüfung zählt nicht mehr; sie bleibt im Verlauf. Der Kunde erfährt es per Push.',
    requireReason: 'Grund',
    requireReasonHint: 'Andere Operatoren sehen ihn als Grund der Sperre.',
    requireReasonMissing: 'Bitte wählen Sie einen Grund.',
    requireReasons: {
      suspected_fraud: 'Betrugsverdacht',
      document_expired: 'Dokument abgelaufen',
      account_change: 'Änderung am Konto',
      support_request: 'Anfrage beim Support',
      other: 'Anderer Grund',
    },
    redactTitle: 'Persönliche Daten dieses Kunden entfernen?',
    redactText: 'Das lässt sich nicht rückgängig machen.',
    redactGoes: 'Was verschwindet',
    redactGoesText:
      'Alles aus dem Dokument, Name, E-Mail, Telefon und Angaben der Registrierung, Signale, die Nachricht des Kunden und Notizen von Operatoren, hier sofort. Bilder und Prüfungen bei Stripe binnen vier Tagen.',
    redactStays: 'Was bleibt',
    redactStaysText:
      'Die Kunden-ID, der Status, Zeiten, Versuche, Risikowerte und das Audit-Protokoll ohne seine Notizen. Ob der Kunde fahren darf, ändert sich nicht.',
    redactConfirm: 'Zur Bestätigung die Kunden-ID eingeben',
    redactConfirmHint: 'Kunden-ID: {id}',
    redactMismatch: 'Das ist nicht die ID dieses Kunden.',
    exportTitle: 'Alles exportieren, was über diesen Kunden gespeichert ist?',
    exportText:
      'Sie erhalten eine JSON-Datei mit allen persönlichen Daten im Klartext. Bitte bewahren Sie sie sicher auf und löschen Sie sie, sobald sie nicht mehr gebraucht wird. Der Export steht im Audit-Protokoll.',
    exportReason: 'Grund (erforderlich)',
    exportConfirm: 'Exportieren',
  },
  ride: {
    title: 'Darf dieser Kunde eine Fahrt starten?',
    checking: 'Wird geprüft …',
    allowed: 'Ja, die Fahrt darf beginnen',
    blocked: 'Nein, die Fahrt ist gesperrt',
    code: 'Code',
    status: 'Status',
    next: 'Nächster Schritt',
    tell: 'Was Sie dem Kunden sagen können',
    checkedAt: 'Geprüft am',
    policyVersion: 'Version der Richtlinie',
    dismiss: 'Antwort schließen',
    changed: 'Das hat sich seitdem geändert. Die Antwort war:',
    failed: 'Es kam keine Antwort, darum darf die Fahrt nicht beginnen.',
    nextActions: {
      start_verification: 'Prüfung beginnen',
      continue_verification: 'Prüfung fortsetzen',
      retry_verification: 'Prüfung wiederholen',
      contact_support: 'Support fragen',
    },
    tellNext: {
      start_verification:
        'Bitte öffnen Sie die App und bestätigen Sie dort Ihre Identität. Halten Sie Ihren Ausweis bereit.',
      continue_verification:
        'Ihre Prüfung läuft. Bitte schließen Sie sie in der App ab; das Ergebnis kommt meist nach wenigen Minuten.',
      retry_verification:
        'Die letzte Prüfung gelang nicht. Bitte versuchen Sie es in der App noch einmal; sie sagt, was zu ändern ist.',
      contact_support:
        'In der App ist kein weiterer Versuch möglich. Ich suche einen anderen Weg der Prüfung. (Operator: manuell verifizieren, Anforderung aufheben oder Prüfung verlangen, was neue Versuche gibt.)',
    },
    tellAllowed:
      'Sie können Ihre Fahrt jetzt beginnen. Falls die App etwas anderes sagt, schließen und öffnen Sie sie bitte neu.',
  },
};
