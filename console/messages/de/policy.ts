// Die Seite, auf der ein Betreiber die Richtlinie einstellt.
export const policy = {
  title: 'Richtlinie',
  description:
    'Wer sich ausweisen muss, wie, und was gespeichert bleibt. Änderungen gelten, sobald sie gespeichert sind.',
  version: 'Version {version} ist in Kraft.',
  loading: 'Die Richtlinie wird geladen…',
  groups: {
    when: { title: 'Wann geprüft wird', text: 'Wer sich ausweisen muss.' },
    how: { title: 'Wie geprüft wird', text: 'Was Stripe von Fahrgästen verlangt, die sich ausweisen.' },
    data: { title: 'Gespeicherte Daten', text: 'Was nach einer Prüfung hier bleibt.' },
  },
  fields: {
    identity_verification_mode: {
      label: 'Prüfmodus',
      help: 'Legt fest, welche Fahrgäste sich ausweisen müssen, bevor sie fahren dürfen.',
    },
    identity_verification_risk_threshold: {
      label: 'Risikoschwelle',
      help: 'Fahrgäste, deren Zahlung diesen Risikowert oder einen höheren hat, müssen sich ausweisen. Die Stufen von Stripe zählen so: normal 10, erhöht 50, höchste 75.',
    },
    identity_unscored_payment: {
      label: 'Zahlungen ohne Risikowert',
      help: 'Was mit Fahrgästen geschieht, deren Zahlung Stripe nicht bewerten konnte.',
    },
    identity_risk_evaluation: {
      label: 'Zahlungen, die zählen',
      help: 'Welche erfolgreichen Zahlungen eines Fahrgasts bewertet werden.',
    },
    identity_blocked_charge_triggers: {
      label: 'Auch blockierte Zahlungen zählen',
      help: 'Eine Zahlung, die Stripe blockiert hat, zählt für den Fahrgast wie eine erfolgreiche.',
    },
    identity_exempt_customers_created_before: {
      label: 'Bestandskunden ausnehmen',
      help: 'Fahrgäste, die sich vor diesem Zeitpunkt angemeldet haben, dürfen ohne Prüfung fahren.',
    },
    identity_document_expiry_reminders: {
      label: 'Vor Ablauf eines Ausweises erinnern',
      help: 'Geprüfte Fahrgäste bekommen 30, 7 und 1 Tag vor Ablauf ihres Ausweises eine Nachricht. Gilt für Ausweise, die ab jetzt geprüft werden.',
    },
    identity_document_expiry_reverification: {
      label: 'Nach Ablauf eines Ausweises neu prüfen',
      help: 'Fahrgäste mit abgelaufenem Ausweis können erst wieder fahren, wenn sie sich mit einem neuen ausgewiesen haben. Gilt für Ausweise, die ab jetzt geprüft werden.',
    },
    identity_verification_flow: {
      label: 'Prüfablauf bei Stripe',
      help: 'Fahrgäste durchlaufen einen Ablauf, den Sie bei Stripe angelegt haben, statt der Einstellungen darunter.',
    },
    identity_allowed_document_types: {
      label: 'Zugelassene Ausweise',
      help: 'Fahrgäste können sich nur mit diesen Ausweisen prüfen lassen.',
    },
    identity_require_live_capture: {
      label: 'Live-Fotos verlangen',
      help: 'Fahrgäste müssen den Ausweis mit der Kamera aufnehmen; Bilder aus der Galerie werden abgelehnt.',
    },
    identity_require_selfie: {
      label: 'Selfie verlangen',
      help: 'Fahrgäste machen auch ein Selfie, das Stripe mit dem Ausweis vergleicht. Wer ablehnt, bittet Sie um einen anderen Weg.',
    },
    identity_minimum_age: {
      label: 'Mindestalter',
      help: 'Jüngere Fahrgäste bestehen die Prüfung nicht. Ebenso alle, deren Geburtsdatum nicht gelesen werden kann: dafür braucht es einen eingeschränkten Stripe-Schlüssel.',
    },
    identity_max_attempts: {
      label: 'Versuche',
      help: 'Nach so vielen erfolglosen Prüfungen ist ein Fahrgast gescheitert, und nur Sie können neue Versuche geben.',
    },
    identity_data_retention: {
      label: 'Geprüfte Daten',
      help: 'Ob Name, Geburtsdatum und Ausweis der Fahrgäste hier gespeichert werden. Fotos werden es nie.',
    },
    identity_retention_days: {
      label: 'Löschen nach',
      help: 'So lange nach der Prüfung eines Fahrgasts werden seine Daten hier und bei Stripe entfernt. Er bleibt geprüft.',
    },
  },
  options: {
    identity_verification_mode: {
      risk_based: { label: 'Nach Risiko', help: 'Gefragt werden Fahrgäste, deren Zahlung riskant ist.' },
      all_users: { label: 'Alle Fahrgäste', help: 'Niemand fährt ungeprüft, außer wer ausgenommen ist.' },
      disabled: {
        label: 'Niemand',
        help: 'Nur Fahrgäste, die ein Betreiber auffordert, müssen sich ausweisen.',
      },
    },
    identity_unscored_payment: {
      allow: { label: 'Fahren lassen', help: 'Ein fehlender Wert verlangt nichts.' },
      require: { label: 'Prüfung verlangen', help: 'Ein fehlender Wert gilt als zu riskant.' },
    },
    identity_risk_evaluation: {
      first_charge: { label: 'Die erste', help: 'Spätere Zahlungen ändern nichts.' },
      every_charge: { label: 'Jede', help: 'Fahrgäste können nach jeder Zahlung gefragt werden.' },
    },
    identity_data_retention: {
      verified_fields: {
        label: 'Verschlüsselt speichern',
        help: 'Betreiber decken sie hier auf; jeder Blick wird protokolliert.',
      },
      references_only: {
        label: 'Nichts speichern',
        help: 'Sie werden von Stripe geholt, wenn ein Betreiber sie öffnet; jeder Blick wird protokolliert.',
      },
    },
  },
  documents: { driving_license: 'Führerschein', id_card: 'Personalausweis', passport: 'Reisepass' },
  switch: { on: 'Ja', off: 'Nein' },
  optional: {
    identity_minimum_age: { none: 'Kein Mindestalter', some: 'Mindestens', unit: 'Jahre' },
    identity_retention_days: { none: 'Nie von selbst löschen', some: 'Löschen nach', unit: 'Tagen' },
    identity_verification_flow: {
      none: 'Kein Ablauf: die Einstellungen darunter gelten',
      some: 'Diesen Ablauf verwenden',
    },
    identity_exempt_customers_created_before: {
      none: 'Niemand ist ausgenommen',
      some: 'Wer sich angemeldet hat vor',
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
    flow: 'Eine Kennung von Stripe, die mit vf_ beginnt. Voreinstellung: {value}.',
    moment: 'Datum und Uhrzeit in Ihrer Zeitzone, {zone}. Voreinstellung: {value}.',
    utc: 'In UTC: {utc}',
    documents: 'Mindestens einer. Voreinstellung: {value}.',
    other: 'Voreinstellung: {value}.',
  },
  faults: {
    number: 'Bitte geben Sie eine ganze Zahl von {least} bis {most} ein.',
    flow: 'Bitte geben Sie die Kennung eines Prüfablaufs bei Stripe ein: vf_ und dann Buchstaben, Ziffern oder Unterstriche.',
    moment: 'Bitte wählen Sie ein Datum und eine Uhrzeit, die es an diesem Tag gibt.',
    documents: 'Bitte wählen Sie mindestens einen Ausweis.',
    refused: 'RideGate hat das nicht angenommen: {message}',
    several:
      '{count, plural, one {Ein Feld braucht Ihre Aufmerksamkeit, bevor Sie speichern können.} other {# Felder brauchen Ihre Aufmerksamkeit, bevor Sie speichern können.}}',
  },
  idle: {
    risk_only: 'Jetzt ohne Wirkung: zählt nur im Modus „Nach Risiko“.',
    score_only:
      'Verlangt jetzt von niemandem eine Prüfung: legt nur fest, welcher Wert gespeichert und gezeigt wird.',
    all_users_only: 'Jetzt ohne Wirkung: zählt nur im Modus „Alle Fahrgäste“.',
    flow_decides: 'Jetzt ohne Wirkung: der Prüfablauf bei Stripe bestimmt das.',
    flow_declined:
      'Der Prüfablauf bei Stripe bestimmt das; hier zählt es nur für Fahrgäste, die das Selfie ablehnen.',
  },
  threshold: { slider: 'Risikoschwelle, Regler', number: 'Risikoschwelle, Zahl' },
  exemption: { date: 'Datum', time: 'Uhrzeit', openCalendar: 'Datum wählen' },
  changed: {
    was: 'Geändert. In Kraft: {value}',
    undo: 'Zurücknehmen',
    undoOf: 'Zurücknehmen: {field}',
  },
  bar: {
    label: 'Änderungen, die nicht gespeichert sind',
    none: 'Nichts geändert.',
    changes:
      '{count, plural, =0 {Etwas ist unvollständig.} one {# Änderung nicht gespeichert.} other {# Änderungen nicht gespeichert.}}',
    consequence: 'Aufgefordert: {flagged} von {seen}, {cost}.',
    reset: 'Zurücksetzen',
    save: 'Ansehen und speichern',
    settle: 'Bitte legen Sie zuerst fest, welche Werte gelten, wo auch andere etwas geändert haben.',
    finish: 'Bitte vervollständigen Sie zuerst die markierten Felder.',
  },
  change: { field: 'Einstellung', from: 'War', to: 'Wird', list: 'Änderungen' },
  save: {
    title: 'Richtlinie speichern?',
    text: 'Aus Version {version} wird Version {next}. Sie gilt für Fahrgäste sofort.',
    confirm: 'Speichern',
    done: 'Die Richtlinie ist gespeichert. Version {version} ist in Kraft.',
    blocked:
      '{count, plural, =0 {Mit dem Speichern wird niemand gesperrt, der jetzt fahren darf.} one {Mit dem Speichern wird # Kunde gesperrt, der jetzt fahren darf.} other {Mit dem Speichern werden # Kunden gesperrt, die jetzt fahren dürfen.}}',
    allowed:
      '{count, plural, =0 {Niemand, der jetzt gesperrt ist, darf wieder fahren.} one {# Kunde, der jetzt gesperrt ist, darf wieder fahren.} other {# Kunden, die jetzt gesperrt sind, dürfen wieder fahren.}}',
    flagged:
      '{count, plural, =0 {Auf Bestandskunden angewendet, würde sich niemand zusätzlich ausweisen müssen.} one {Auf Bestandskunden angewendet, muss sich # weiterer ausweisen.} other {Auf Bestandskunden angewendet, müssen sich # weitere ausweisen.}}',
    unknown: 'Was geschehen wird, wird noch gezählt.',
  },
  conflict: {
    newer: 'Jemand anders hat Version {version} gespeichert, während Sie bearbeitet haben.',
    newerBy: '{actor} hat Version {version} gespeichert, während Sie bearbeitet haben.',
    newerText: 'Ihre Änderungen sind noch da und nicht gespeichert.',
    show: 'Zeigen, was sich geändert hat',
    merged: 'Ihre Änderungen stehen jetzt über Version {version}.',
    mergedText:
      'Seit Version {from} haben andere dies geändert; Ihre Änderungen sind erhalten. Bitte sehen Sie sie durch und speichern Sie dann erneut.',
    nothing: 'Andere haben nichts geändert, was von vorher abweicht.',
    settle:
      '{count, plural, =0 {} one {Eine Einstellung haben beide geändert. Bitte wählen Sie am Feld, welcher Wert gilt.} other {# Einstellungen haben beide geändert. Bitte wählen Sie an jedem Feld, welcher Wert gilt.}}',
    same: 'Jemand anders hat dies auch geändert, auf „{theirs}“. Sie haben „{mine}“.',
    keep: 'Meinen Wert behalten',
    take: 'Anderen Wert nehmen',
    keepOf: 'Meinen Wert behalten: {field}',
    takeOf: 'Anderen Wert nehmen: {field}',
    adopted: 'Jemand anders hat die Richtlinie geändert. Jetzt sehen Sie Version {version}.',
  },
  leave: {
    title: 'Ohne Speichern verlassen?',
    text: 'Ihre Änderungen der Richtlinie sind nicht gespeichert. Wenn Sie die Seite verlassen, sind sie weg.',
    confirm: 'Ohne Speichern verlassen',
  },
  whatIf: {
    title: 'Was dies bewirken würde',
    asOf: 'Stand der Richtlinie: Version {version}.',
    loading: 'Kunden werden gezählt…',
    counting: 'Es wird neu gezählt…',
    risk_based:
      'Kunden mit einem Risikowert ab {threshold} müssten sich ausweisen: {flagged} von {seen}, für {cost}.',
    risk_based_unscored:
      'Kunden mit einem Risikowert ab {threshold} oder einer Zahlung ohne Wert müssten sich ausweisen: {flagged} von {seen}, für {cost}.',
    all_users:
      'Alle, die noch nicht geprüft sind, müssten sich ausweisen: {flagged} von {seen} Kunden, für {cost}.',
    all_users_exempt:
      'Alle, die noch nicht geprüft sind und sich seit {moment} angemeldet haben, müssten sich ausweisen: {flagged} von {seen} Kunden, für {cost}.',
    disabled: 'Niemand müsste sich ausweisen: {flagged} von {seen} Kunden, für {cost}.',
    notCounted:
      'Wer geprüft ist, von einem Betreiber befreit wurde oder schon aufgefordert ist, zählt nicht mit.',
    partial: 'Die Zeit reichte nicht für alle: Die Zahlen gelten für {seen} Kunden.',
    unfinished: 'Unvollständige Felder zählen hier mit ihrem letzten vollständigen Wert.',
    numbers: 'In Zahlen',
    newlyFlagged: 'Neu aufgefordert',
    newlyBlocked: 'Neu gesperrt',
    blockedOnceSaved: 'Davon mit dem Speichern gesperrt',
    newlyAllowed: 'Dürfen neu fahren',
    seen: 'Gezählte Kunden',
    cost: 'Kosten der Prüfungen',
    of: '{count} von {seen}',
  },
  chart: {
    title: 'Kunden nach Risikowert',
    text: 'Alle Kunden dieses Unterkontos, mit der Schwelle eingezeichnet.',
    label: 'Kunden nach Risikowert. Schwelle {threshold}. Auszuweisen: {flagged} von {seen} Kunden.',
    threshold: 'Schwelle {threshold}',
    plainLabel: 'Kunden nach Risikowert: {seen} Kunden.',
    axis: 'Risikowert',
    unscored: 'Ohne Wert',
    noCustomers: 'Es gibt noch keine Kunden, also nichts zu zeichnen.',
    legendFlagged: 'Müssten sich ausweisen',
    legendOthers: 'Andere',
    score: 'Risikowert',
    customers: 'Kunden',
    flagged: 'Müssten sich ausweisen',
    allUsers: 'In diesem Modus entscheidet der Risikowert nichts; das Diagramm teilt deshalb nicht auf.',
  },
  history: {
    title: 'Verlauf',
    text: 'Jede Version der Richtlinie, die neueste zuerst.',
    loading: 'Der Verlauf wird geladen…',
    empty: 'Es gibt noch keine Version. Jede gespeicherte Änderung wird hier stehen.',
    version: 'Version',
    when: 'Wann',
    who: 'Wer',
    what: 'Was sich geändert hat',
    change: '{field}: {from} → {to}',
    first: 'Die erste Version',
    nothing: 'Nichts',
    current: 'in Kraft',
    action: 'Wiederverwenden',
    use: 'Diese Werte verwenden',
    useOf: 'Diese Werte verwenden: Version {version}',
    used: 'Die Werte von Version {version} stehen im Formular. Sie sind noch nicht gespeichert.',
    more: 'Ältere Versionen zeigen',
    gap: 'Dazwischen liegende Versionen fehlen, daher lassen sich diese Werte nicht zusammensetzen.',
    actors: {
      operator: '{id}',
      system: 'RideGate',
      service: 'Dienst {id}',
    },
  },
  apply: {
    title: 'Bestandskunden',
    text: 'Eine gespeicherte Richtlinie gilt für neue Kunden und neue Zahlungen. Angewendet fordert sie auch die auf, die schon da sind und die sie betrifft.',
    button: 'Auf Bestandskunden anwenden',
    never: 'Die Richtlinie wurde noch nie auf Bestandskunden angewendet.',
    loading: 'Der Stand wird geladen…',
    confirmTitle: 'Version {version} auf Bestandskunden anwenden?',
    confirmText:
      '{count, plural, =0 {Niemand müsste sich ausweisen: Von {seen} Kunden sind alle geprüft, befreit, schon aufgefordert oder nicht betroffen.} one {# von {seen} Kunden müsste sich ausweisen und bekäme eine Nachricht. Das kostet etwa {cost}.} other {# von {seen} Kunden müssten sich ausweisen und bekämen eine Nachricht. Das kostet etwa {cost}.}}',
    confirmUnknown: 'Wie viele sich ausweisen müssten, wird noch gezählt.',
    confirmFailed: 'Wie viele sich ausweisen müssten, ließ sich nicht zählen. Sie können trotzdem anwenden.',
    confirmUnsaved: 'Ihre nicht gespeicherten Änderungen gehören nicht dazu.',
    confirmBackground:
      'Das läuft im Hintergrund, auch wenn Sie diese Seite verlassen. Als Ganzes lässt es sich nicht zurücknehmen.',
    confirm: 'Anwenden',
    started: 'Die Richtlinie wird auf Bestandskunden angewendet.',
    by: 'Version {version}, verlangt von {actor}',
    progress: 'Fortschritt der Anwendung',
    numbers:
      '{processed, plural, one {# Kunde} other {# Kunden}} angesehen, {flagged, plural, =0 {niemand} other {#}} aufgefordert.',
    ofTotal:
      '{processed} von etwa {total} Kunden angesehen, {flagged, plural, =0 {niemand} other {#}} aufgefordert.',
    status: {
      queued: 'Beginnt gleich.',
      running: 'Läuft.',
      done: 'Fertig.',
      failed: 'Mit einem Fehler angehalten. Was getan ist, bleibt; bitte wenden Sie erneut an.',
      superseded:
        'Angehalten, weil die Richtlinie inzwischen geändert wurde. Was getan ist, bleibt; wenden Sie die neue Version an, um fortzufahren.',
    },
  },
};
