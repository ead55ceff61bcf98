import type { Messages } from '../en/index.ts';
import { policyFields } from './policy-fields.ts';

export const policy: Messages['policy'] = {
  title: 'Richtlinie',
  description:
    'Wer eine Prüfung machen muss, wie, und was gespeichert bleibt. Änderungen gelten, sobald sie gespeichert sind.',
  version: 'Version {version} ist in Kraft.',
  loading: 'Die Richtlinie wird geladen …',
  groups: {
    when: { title: 'Wann geprüft wird', text: 'Wer seine Identität nachweisen muss.' },
    how: { title: 'Wie geprüft wird', text: 'Was Stripe bei der Prüfung von Kunden verlangt.' },
    data: { title: 'Gespeicherte Daten', text: 'Was nach einer Prüfung hier bleibt.' },
  },
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
    consequence: 'Zur Prüfung aufgefordert: {flagged} von {seen}, {cost}.',
    reset: 'Zurücksetzen',
    save: 'Ansehen und speichern',
    settle: 'Bitte legen Sie zuerst fest, welche Werte gelten, wo auch andere etwas geändert haben.',
    finish: 'Bitte vervollständigen Sie zuerst die markierten Felder.',
  },
  change: { field: 'Einstellung', from: 'War', to: 'Wird', list: 'Änderungen' },
  save: {
    title: 'Richtlinie speichern?',
    text: 'Aus Version {version} wird Version {next}. Sie gilt für Kunden sofort.',
    confirm: 'Speichern',
    done: 'Die Richtlinie ist gespeichert. Version {version} ist in Kraft.',
    blocked:
      '{count, plural, =0 {Mit dem Speichern wird niemand gesperrt, der jetzt fahren darf.} one {Mit dem Speichern wird # Kunde gesperrt, der jetzt fahren darf.} other {Mit dem Speichern werden # Kunden gesperrt, die jetzt fahren dürfen.}}',
    allowed:
      '{count, plural, =0 {Niemand, der jetzt gesperrt ist, darf wieder fahren.} one {# Kunde, der jetzt gesperrt ist, darf wieder fahren.} other {# Kunden, die jetzt gesperrt sind, dürfen wieder fahren.}}',
    flagged:
      '{count, plural, =0 {Auf Bestandskunden angewendet, würde niemand zusätzlich aufgefordert.} one {Auf Bestandskunden angewendet, wird # weiterer aufgefordert.} other {Auf Bestandskunden angewendet, werden # weitere aufgefordert.}}',
    unknown: 'Die Folgen werden noch gezählt.',
  },
  conflict: {
    newer: 'Jemand anderes hat Version {version} gespeichert, während Sie bearbeitet haben.',
    newerBy: '{actor} hat Version {version} gespeichert, während Sie bearbeitet haben.',
    newerText: 'Ihre Änderungen sind noch da und nicht gespeichert.',
    show: 'Zeigen, was sich geändert hat',
    merged: 'Ihre Änderungen bauen jetzt auf Version {version} auf.',
    mergedText:
      'Seit Version {from} haben andere dies geändert; Ihre Änderungen sind erhalten. Bitte sehen Sie sie durch und speichern Sie dann erneut.',
    nothing: 'Andere haben nichts geändert, was von vorher abweicht.',
    settle:
      '{count, plural, =0 {} one {Eine Einstellung haben Sie beide geändert. Bitte wählen Sie am Feld, welcher Wert gilt.} other {# Einstellungen haben Sie beide geändert. Bitte wählen Sie an jedem Feld, welcher Wert gilt.}}',
    same: 'Jemand anderes hat dies auch geändert, auf „{theirs}“. Sie haben „{mine}“.',
    keep: 'Meinen Wert behalten',
    take: 'Anderen Wert nehmen',
    keepOf: 'Meinen Wert behalten: {field}',
    takeOf: 'Anderen Wert nehmen: {field}',
    adopted: 'Jemand anderes hat die Richtlinie geändert. Jetzt sehen Sie Version {version}.',
  },
  leave: {
    title: 'Ohne Speichern verlassen?',
    text: 'Ihre Änderungen an der Richtlinie sind nicht gespeichert. Wenn Sie die Seite verlassen, sind sie weg.',
    confirm: 'Ohne Speichern verlassen',
  },
  whatIf: {
    title: 'Was das bewirken würde',
    asOf: 'Stand der Richtlinie: Version {version}.',
    loading: 'Kunden werden gezählt …',
    counting: 'Es wird neu gezählt …',
    risk_based:
      'Kunden mit einem Risikowert ab {threshold} müssten eine Prüfung machen: {flagged} von {seen}, für {cost}.',
    risk_based_unscored:
      'Kunden mit einem Risikowert ab {threshold} oder einer Zahlung ohne Wert müssten eine Prüfung machen: {flagged} von {seen}, für {cost}.',
    all_users:
      'Alle, die noch nicht verifiziert sind, müssten eine Prüfung machen: {flagged} von {seen} Kunden, für {cost}.',
    all_users_exempt:
      'Alle, die noch nicht verifiziert sind und sich seit {moment} registriert haben, müssten eine Prüfung machen: {flagged} von {seen} Kunden, für {cost}.',
    disabled: 'Niemand müsste eine Prüfung machen: {flagged} von {seen} Kunden, für {cost}.',
    notCounted:
      'Wer verifiziert oder schon aufgefordert ist oder wessen Anforderung ein Operator aufgehoben hat, zählt nicht mit.',
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
    text: 'Alle Kunden dieses Subaccounts und die Schwelle.',
    label:
      'Kunden nach Risikowert. Schwelle {threshold}. Zur Prüfung aufgefordert: {flagged} von {seen} Kunden.',
    threshold: 'Schwelle {threshold}',
    plainLabel: 'Kunden nach Risikowert: {seen} Kunden.',
    axis: 'Risikowert',
    unscored: 'Ohne Wert',
    noCustomers: 'Es gibt noch keine Kunden, also nichts zu zeichnen.',
    legendFlagged: 'Müssten eine Prüfung machen',
    legendOthers: 'Andere',
    score: 'Risikowert',
    customers: 'Kunden',
    flagged: 'Müssten eine Prüfung machen',
    allUsers: 'In diesem Modus entscheidet der Risikowert nichts; das Diagramm teilt deshalb nicht auf.',
  },
  history: {
    title: 'Verlauf',
    text: 'Jede Version der Richtlinie, die neueste zuerst.',
    loading: 'Der Verlauf wird geladen …',
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
    askTitle: 'Die Werte von Version {version} verwenden?',
    askText: 'Ihre Änderungen an der Richtlinie sind nicht gespeichert. Diese Werte treten an ihre Stelle.',
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
    text: 'Eine gespeicherte Richtlinie gilt für neue Kunden und neue Zahlungen. Wenden Sie sie an, fordert sie auch die Kunden zur Prüfung auf, die schon da sind und die sie betrifft.',
    button: 'Auf Bestandskunden anwenden',
    never: 'Die Richtlinie wurde noch nie auf Bestandskunden angewendet.',
    loading: 'Der Stand wird geladen …',
    confirmTitle: 'Version {version} auf Bestandskunden anwenden?',
    confirmText:
      '{count, plural, =0 {Niemand müsste eine Prüfung machen: Alle {seen} Kunden sind verifiziert, von der Anforderung befreit, schon aufgefordert oder nicht betroffen.} one {# von {seen} Kunden müsste eine Prüfung machen und erführe es per Push. Das kostet etwa {cost}.} other {# von {seen} Kunden müssten eine Prüfung machen und erführen es per Push. Das kostet etwa {cost}.}}',
    confirmUnknown: 'Wie viele eine Prüfung machen müssten, wird noch gezählt.',
    confirmFailed:
      'Wie viele eine Prüfung machen müssten, ließ sich nicht zählen. Sie können die Richtlinie trotzdem anwenden.',
    confirmOvertaken:
      'Die Richtlinie wurde inzwischen geändert: Jetzt gilt Version {version}. Hier steht, was sie bewirken würde; bitte bestätigen Sie noch einmal.',
    confirmUnsaved: 'Ihre nicht gespeicherten Änderungen gehören nicht dazu.',
    confirmBackground:
      'Das läuft im Hintergrund, auch wenn Sie diese Seite verlassen. Als Ganzes lässt es sich nicht zurücknehmen.',
    confirm: 'Anwenden',
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
      failed: 'Mit einem Fehler angehalten. Was getan ist, bleibt; bitte wenden Sie sie erneut an.',
      superseded:
        'Angehalten, weil die Richtlinie inzwischen geändert wurde. Was getan ist, bleibt; wenden Sie die neue Version an, um fortzufahren.',
    },
  },
  ...policyFields,
};
