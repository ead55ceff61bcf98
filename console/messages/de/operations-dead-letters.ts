import type { Messages } from '../en/index.ts';

export const operationsDeadLetters: Pick<Messages['operations'], 'letters' | 'redrive'> = {
  letters: {
    title: 'Aufgegebene Ereignisse',
    about: '(etwa {count, number})',
    text: 'Ereignisse von Stripe, die endgültig gescheitert sind (Dead Letters). Jedes wird 14 Tage aufgehoben.',
    list: 'Aufgegebene Ereignisse einzeln',
    loading: 'Aufgegebene Ereignisse werden gesucht',
    empty: 'Keine aufgegebenen Ereignisse: Es ist nichts zu tun.',
    hidden:
      '{count, plural, one {Etwa # aufgegebenes Ereignis ist} other {Etwa # aufgegebene Ereignisse sind}} gerade nicht zu sehen: Jemand anderes hat sie in der Hand, oder die Zahl hinkt eine Minute nach. Sie erscheinen hier von selbst.',
    shown: 'Gezeigt werden die ältesten {shown, number} von etwa {total, number}.',
    causes: 'Warum, und was zu tun ist',
    count: '{count, plural, one {# Ereignis} other {# Ereignisse}}',
    redriveSelected: 'Ausgewählte neu verarbeiten ({count, number})',
    redriveAll: 'Alle neu verarbeiten',
    redriveAlike: 'Diese neu verarbeiten',
    redriveAlikeOf: 'Diese neu verarbeiten: {cause}',
    nothingSelected: 'Wählen Sie erst Ereignisse in der Tabelle aus.',
    nothingRedrivable: 'Keines davon lässt sich neu verarbeiten.',
    notRedrivable: 'Lässt sich nicht neu verarbeiten: Es ist kein Ereignis.',
    columns: {
      event: 'Ereignis',
      about: 'Worum es geht',
      cause: 'Ursache',
      tries: 'Versuche',
      failed: 'Zuerst / zuletzt gescheitert',
      age: 'Wartet seit',
    },
    noEvent: 'Kein Ereignis',
    message: 'Nachricht {id}',
    unknownCustomer: 'Kunde nicht bekannt',
    noTries: 'nicht bekannt',
    expires: 'Wird {when} gelöscht',
    select: '{event} auswählen',
    selectAll: 'Alle auswählen',
    selection: 'Ausgewählte aufgegebene Ereignisse',
  },
  redrive: {
    title: {
      events: '{count, plural, one {# Ereignis} other {# Ereignisse}} neu verarbeiten',
      cause: 'Alle mit dieser Ursache neu verarbeiten',
      all: 'Alle aufgegebenen Ereignisse neu verarbeiten',
    },
    alike: 'Ursache: {cause}',
    looking: 'Es wird nachgesehen, was geschehen würde; noch wird nichts bewegt',
    preview:
      'Neu verarbeitet würden {matched, number}, übergangen {skipped, number}, nicht erreicht {notReached, number}.',
    previewText:
      'Sie werden noch einmal verarbeitet. Was seine Wirkung schon hatte, hat keine zweite, und was noch nicht behoben ist, kommt hierher zurück.',
    nothing: 'Es gibt nichts neu zu verarbeiten.',
    skipped:
      '{count, plural, one {# Nachricht ist} other {# Nachrichten sind}} kein Ereignis und nicht neu zu verarbeiten: Sie käme sofort zurück. Finden Sie heraus, wer an die Warteschlange senden darf; nach 14 Tagen läuft sie ab.',
    held: 'Etwa {count, number} der nicht erreichten hat gerade jemand anderes in der Hand. Warten Sie eine Minute, und sehen Sie noch einmal nach.',
    notReached:
      'Ein Aufruf sieht 500 aufgegebene Ereignisse an. Was er nicht erreicht, erreicht der nächste.',
    confirm: '{count, number} neu verarbeiten',
    cancel: 'Abbrechen',
    close: 'Schließen',
    lookAgain: 'Noch einmal nachsehen',
    again: 'Den Rest neu verarbeiten',
    running: 'Wird neu verarbeitet; das dauert einige Sekunden',
    runningFrom: 'Wird neu verarbeitet; {count, number} bisher',
    done: '{count, plural, =0 {Nichts wurde neu verarbeitet} one {# Ereignis wird neu verarbeitet} other {# Ereignisse werden neu verarbeitet}}, {remaining, number} bleiben.',
    complete: 'Die Liste zeigt gleich, was zurückgekommen ist.',
    left: '{count, plural, one {# Ereignis hat} other {# Ereignisse hat}} die Warteschlange nicht angenommen. Verarbeiten Sie den Rest neu.',
    rest: 'Etwa {count, number} wurden nicht erreicht. Rufen Sie noch einmal auf: Verarbeiten Sie den Rest neu.',
    heldAfter:
      'Etwa {count, number} hat jemand anderes in der Hand. Warten Sie eine Minute, dann verarbeiten Sie den Rest neu.',
    failedHint: 'Manches wurde vielleicht noch vor dem Fehler bewegt. Es zweimal zu tun schadet nicht.',
  },
};
