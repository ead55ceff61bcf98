import type { Messages } from '../en/index.ts';

export const problems: Messages['problems'] = {
  unreachable:
    'RideGate ist nicht erreichbar. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  unavailable: 'RideGate kann gerade nicht antworten. Bitte versuchen Sie es gleich noch einmal.',
  unexpected: 'Auf dieser Seite ist etwas schiefgegangen. Bitte laden Sie sie neu.',
  too_large:
    'RideGate hat etwas Unerwartetes geantwortet (Status {status}): Das war zu viel auf einmal. Bitte kürzen Sie es.',
  refused_on_the_way:
    'RideGate hat etwas Unerwartetes geantwortet (Status {status}): Das wurde unterwegs abgelehnt. Bitte sagen Sie es den Betreibern von RideGate.',
  strange_answer:
    'RideGate hat etwas Unerwartetes geantwortet (Status {status}). Bitte versuchen Sie es noch einmal. Wenn das so bleibt, sagen Sie es bitte den Betreibern von RideGate.',
  session_ended:
    'Ihre Sitzung ist abgelaufen. Bitte melden Sie sich erneut an; was Sie geschrieben haben, ist noch da.',
  already_verified: 'Dieser Kunde ist bereits verifiziert. Die Seite zeigt den neuesten Stand.',
  customer_not_found: 'In diesem Subaccount gibt es keinen Kunden mit dieser ID. Bitte prüfen Sie die ID.',
  export_too_large:
    'Für einen Export ist zu viel gespeichert. Bitte wenden Sie sich an die Betreiber von RideGate.',
  forbidden: 'Ihr Konto darf das nicht.',
  identity_data_not_found: 'Von diesem Kunden sind keine verifizierten Daten gespeichert.',
  invalid_request: 'Etwas in diesem Formular wurde nicht angenommen:',
  no_session: 'Dieser Kunde hat bei Stripe noch keine Prüfung.',
  stripe_refused: 'Stripe hat abgelehnt. Wenn das so bleibt, sagen Sie es bitte den Betreibern von RideGate.',
  stripe_unavailable:
    'Stripe ist gerade nicht erreichbar. Bitte versuchen Sie es in einer halben Minute noch einmal.',
  subaccount_not_found: 'Diesen Subaccount gibt es nicht.',
  verification_not_required:
    'Von diesem Kunden wird keine Prüfung mehr verlangt. Die Seite zeigt den neuesten Stand.',
  verification_processing: 'Stripe prüft noch. Bitte warten Sie einen Moment.',
  version_conflict:
    'Jemand anderes hat das inzwischen geändert. Bitte sehen Sie sich den aktuellen Stand an und versuchen Sie es noch einmal.',
  busy: 'Dasselbe wird gerade von anderen geändert. Bitte versuchen Sie es noch einmal.',
  data_unreadable:
    'Was von diesem Kunden gespeichert ist, lässt sich nicht öffnen. Bitte sagen Sie es den Betreibern von RideGate.',
};
