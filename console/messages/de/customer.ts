import type { Messages } from '../en/index.ts';
import { customerActions } from './customer-actions.ts';
import { customerIdentity } from './customer-identity.ts';
import { customerSignals } from './customer-signals.ts';
import { customerTimeline } from './customer-timeline.ts';

export const customer: Messages['customer'] = {
  back: 'Kunden',
  copyLink: 'Link kopieren',
  linkCopied: 'Der Link zu dieser Seite wurde kopiert',
  linkNotCopied: 'Der Link ließ sich nicht kopieren. Bitte kopieren Sie ihn aus der Adresszeile.',
  notFound: 'Diesen Kunden gibt es nicht',
  notFoundText:
    'Niemand in diesem Subaccount hat die ID „{id}“. Bitte prüfen Sie die ID; vielleicht gehört sie zu einem anderen Subaccount.',
  toCustomers: 'Zu den Kunden',
  outdated: 'Die Seite ließ sich nicht aktualisieren. Sie zeigt den Stand von <time></time>.',
  readOnly: 'Sie sehen diesen Kunden als Admin. Handeln können hier nur Operatoren dieses Subaccounts.',
  since: 'Kunde seit <date></date>',
  gate: {
    verified: 'Darf fahren: verifiziert',
    requirement_cleared: 'Darf fahren: Ein Operator hat die Anforderung aufgehoben',
    policy_disabled: 'Darf fahren: Die Richtlinie verlangt von niemandem eine Prüfung',
    exempt_existing_customer: 'Darf fahren: als Bestandskunde von der Richtlinie ausgenommen',
    not_required: 'Darf fahren: keine Prüfung nötig',
    verification_required: 'Darf nicht fahren: Prüfung nötig',
    verification_pending: 'Darf nicht fahren: Prüfung läuft',
    verification_requires_input:
      'Darf nicht fahren: Die letzte Prüfung gelang nicht, ein neuer Versuch ist nötig',
    verification_failed: 'Darf nicht fahren: Prüfung gescheitert',
    verification_canceled: 'Darf nicht fahren: Prüfung abgebrochen',
  },
  banner: {
    title: 'Identitätsprüfung erforderlich',
    lastCheck: 'Die letzte Prüfung gelang nicht',
    reason: 'Grund',
    flagged: 'Verlangt am',
    notFlagged: 'Noch nicht: Die Richtlinie verlangt es bei Fahrtbeginn',
    risk: 'Risiko',
    riskScore: 'Risikowert: {score}/100 ({level})',
    notScored: 'Nicht bewertet',
    status: 'Status',
    notAsked: 'Die Richtlinie verlangt zurzeit von niemandem eine Prüfung, darum darf der Kunde fahren.',
    alternativeTitle: 'Der Kunde bittet um einen anderen Weg der Prüfung',
    alternativeSince: 'Wartet seit <time></time>.',
    alternativeNoMessage: 'Der Kunde hat keine Nachricht hinterlassen.',
    alternativeNext:
      'Prüfen Sie den Kunden auf andere Weise und wählen Sie „Manuell verifizieren“, oder heben Sie die Anforderung auf.',
    redactingTitle: 'Persönliche Daten werden entfernt',
    redacting:
      'Unsere Kopien wurden am <time></time> entfernt. Stripe entfernt seine noch; das kann vier Tage dauern.',
    redactedTitle: 'Persönliche Daten wurden entfernt',
    redacted:
      'Die Entfernung wurde am <time></time> verlangt. Weder hier noch bei Stripe ist noch etwas gespeichert.',
  },
  statuses: {
    none: 'nie versucht',
    pending: 'läuft',
    verified: 'verifiziert',
    requires_input: 'neuer Versuch nötig',
    failed: 'gescheitert',
    canceled: 'abgebrochen',
  },
  ...customerActions,
  identity: customerIdentity,
  signals: customerSignals,
  timeline: customerTimeline,
};
