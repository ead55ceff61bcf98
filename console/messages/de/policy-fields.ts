import type { Messages } from '../en/index.ts';

export const policyFields: Pick<
  Messages['policy'],
  | 'fields'
  | 'options'
  | 'documents'
  | 'switch'
  | 'optional'
  | 'values'
  | 'constraint'
  | 'faults'
  | 'idle'
  | 'threshold'
  | 'exemption'
> = {
  fields: {
    identity_verification_mode: {
      label: 'Prüfmodus',
      help: 'Legt fest, welche Kunden eine Prüfung machen müssen, bevor sie fahren dürfen.',
    },
    identity_verification_risk_threshold: {
      label: 'Risikoschwelle',
      help: 'Kunden, deren Zahlung diesen Risikowert oder einen höheren hat, müssen eine Prüfung machen. Die Stufen von Stripe zählen so: normal 10, erhöht 50, höchste 75.',
    },
    identity_unscored_payment: {
      label: 'Zahlungen ohne Risikowert',
      help: 'Was mit Kunden geschieht, deren Zahlung Stripe nicht bewerten konnte.',
    },
    identity_risk_evaluation: {
      label: 'Zahlungen, die zählen',
      help: 'Welche erfolgreichen Zahlungen eines Kunden bewertet werden.',
    },
    identity_blocked_charge_triggers: {
      label: 'Auch blockierte Zahlungen zählen',
      help: 'Eine Zahlung, die Stripe blockiert hat, zählt für den Kunden wie eine erfolgreiche.',
    },
    identity_exempt_customers_created_before: {
      label: 'Bestandskunden ausnehmen',
      help: 'Kunden, die sich vor diesem Zeitpunkt registriert haben, dürfen ohne Prüfung fahren.',
    },
    identity_document_expiry_reminders: {
      label: 'Vor Ablauf eines Dokuments erinnern',
      help: 'Verifizierte Kunden bekommen 30, 7 und 1 Tag vor Ablauf ihres Dokuments eine Push-Nachricht. Gilt für Dokumente, die ab jetzt geprüft werden.',
    },
    identity_document_expiry_reverification: {
      label: 'Nach Ablauf eines Dokuments neu prüfen',
      help: 'Kunden mit abgelaufenem Dokument dürfen erst wieder fahren, wenn sie mit einem neuen verifiziert sind. Gilt für Dokumente, die ab jetzt geprüft werden.',
    },
    identity_verification_flow: {
      label: 'Prüfablauf bei Stripe',
      help: 'Kunden durchlaufen einen Ablauf, den Sie bei Stripe angelegt haben; er gilt statt der Einstellungen darunter.',
    },
    identity_allowed_document_types: {
      label: 'Zugelassene Dokumente',
      help: 'Kunden können sich nur mit diesen Dokumenten prüfen lassen.',
    },
    identity_require_live_capture: {
      label: 'Live-Fotos verlangen',
      help: 'Kunden müssen das Dokument mit der Kamera aufnehmen; Bilder aus der Galerie werden abgelehnt.',
    },
    identity_require_selfie: {
      label: 'Selfie verlangen',
      help: 'Kunden machen auch ein Selfie, das Stripe mit dem Dokument vergleicht. Wer ablehnt, bittet Sie um einen anderen Weg.',
    },
    identity_minimum_age: {
      label: 'Mindestalter',
      help: 'Jüngere Kunden bestehen die Prüfung nicht. Ebenso alle, deren Geburtsdatum nicht gelesen werden kann: Dafür braucht es einen eingeschränkten Stripe-Schlüssel.',
    },
    identity_max_attempts: {
      label: 'Versuche',
      help: 'Nach so vielen erfolglosen Prüfungen ist ein Kunde gescheitert, und nur Sie können neue Versuche geben.',
    },
    identity_data_retention: {
      label: 'Verifizierte Daten',
      help: 'Ob Name, Geburtsdatum und Dokument der Kunden hier gespeichert werden. Fotos werden es nie.',
    },
    identity_retention_days: {
      label: 'Löschen nach',
      help: 'So lange nach der Prüfung eines Kunden werden seine Daten hier und bei Stripe entfernt. Er bleibt verifiziert.',
    },
  },
  options: {
    identity_verification_mode: {
      risk_based: { label: 'Nach Risiko', help: 'Aufgefordert werden Kunden, deren Zahlung riskant ist.' },
      all_users: { label: 'Alle Kunden', help: 'Niemand fährt, ohne verifiziert oder ausgenommen zu sein.' },
      disabled: {
        label: 'Niemand',
        help: 'Nur Kunden, von denen ein Operator es verlangt, müssen eine Prüfung machen.',
      },
    },
    identity_unscored_payment: {
      allow: { label: 'Fahren lassen', help: 'Ein fehlender Wert verlangt nichts.' },
      require: { label: 'Prüfung verlangen', help: 'Ein fehlender Wert gilt als zu riskant.' },
    },
    identity_risk_evaluation: {
      first_charge: { label: 'Die erste', help: 'Spätere Zahlungen ändern nichts.' },
      every_charge: { label: 'Jede', help: 'Kunden können nach jeder Zahlung aufgefordert werden.' },
    },
    identity_data_retention: {
      verified_fields: {
        label: 'Verschlüsselt speichern',
        help: 'Operatoren decken sie hier auf; jeder Einblick wird protokolliert.',
      },
      references_only: {
        label: 'Nichts speichern',
        help: 'Sie werden von Stripe geholt, wenn ein Operator sie öffnet; jeder Einblick wird protokolliert.',
      },
    },
  },
  documents: { driving_license: 'Führerschein', id_card: 'Personalausweis', passport: 'Reisepass' },
  switch: { on: 'Ja', off: 'Nein' },
  optional: {
    identity_minimum_age: { none: 'Kein Mindestalter', some: 'Mindestens', unit: 'Jahre' },
    identity_retention_days: { none: 'Nie von selbst löschen', some: 'Löschen nach', unit: 'Tagen' },
    identity_verification_flow: {
      none: 'Kein Ablauf: Die Einstellungen darunter gelten',
      some: 'Diesen Ablauf verwenden',
    },
    identity_exempt_customers_created_before: {
      none: 'Niemand ist ausgenommen',
      some: 'Wer sich registriert hat vor',
    },
  },
  values: {
    years: '{count, plural, one {# Jahr} other {# Jahre}}',
    days: '{count, plural, one {# Tag} other {# Tage}}',
    attempts: '{count, plural, one {# Versuch} other {# Versuche}}',
    moment: '{local} ({utc})',
  },
  constraint: {
    range: 'Eine ganze Zahl von {least} bis {most}. Voreinstellung: {value}.',
    flow: 'Eine ID von Stripe, die mit vf_ beginnt. Voreinstellung: {value}.',
    moment: 'Datum und Uhrzeit in Ihrer Zeitzone, {zone}. Voreinstellung: {value}.',
    utc: 'In UTC: {utc}',
    documents: 'Mindestens eines. Voreinstellung: {value}.',
    other: 'Voreinstellung: {value}.',
  },
  faults: {
    number: 'Bitte geben Sie eine ganze Zahl von {least} bis {most} ein.',
    flow: 'Bitte geben Sie die ID eines Prüfablaufs bei Stripe ein: vf_ und dann Buchstaben, Ziffern oder Unterstriche.',
    moment: 'Bitte wählen Sie ein Datum und eine Uhrzeit, die es an diesem Tag gibt.',
    documents: 'Bitte wählen Sie mindestens ein Dokument.',
    refused: 'RideGate hat das nicht angenommen: {message}',
    several:
      '{count, plural, one {Ein Feld braucht Ihre Aufmerksamkeit, bevor Sie speichern können.} other {# Felder brauchen Ihre Aufmerksamkeit, bevor Sie speichern können.}}',
  },
  idle: {
    risk_only: 'Jetzt ohne Wirkung: Es zählt nur im Modus „Nach Risiko“.',
    score_only:
      'Verlangt jetzt von niemandem eine Prüfung: Es legt nur fest, welcher Wert gespeichert und gezeigt wird.',
    all_users_only: 'Jetzt ohne Wirkung: Es zählt nur im Modus „Alle Kunden“.',
    flow_decides: 'Jetzt ohne Wirkung: Der Prüfablauf bei Stripe bestimmt das.',
    flow_declined:
      'Der Prüfablauf bei Stripe bestimmt das; hier zählt es nur für Kunden, die das Selfie ablehnen.',
  },
  threshold: { slider: 'Risikoschwelle, Regler', number: 'Risikoschwelle, Zahl' },
  exemption: { date: 'Datum', time: 'Uhrzeit', openCalendar: 'Datum wählen' },
};
