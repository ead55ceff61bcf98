import type { Messages } from '../en/index.ts';

export const operationsCauses: Messages['operations']['causes'] = {
  stripe_unavailable: {
    what: 'Stripe war nicht erreichbar',
    advice: 'Verarbeiten Sie neu, wenn Stripe wieder da ist; siehe status.stripe.com.',
  },
  stripe_refused_key: {
    what: 'Stripe lehnt unseren Schlüssel ab',
    advice:
      'Setzen Sie einen gültigen Schlüssel mit allen Rechten, warten Sie fünf Minuten, dann neu verarbeiten.',
  },
  stripe_refused_missing: {
    what: 'Stripe kennt die Sitzung oder Zahlung nicht',
    advice:
      'Kommt der Webhook von einem anderen Stripe-Konto? Wurde die Sitzung bei Stripe gelöscht, ist nichts zu tun: Das Ereignis läuft ab.',
  },
  stripe_refused: {
    what: 'Stripe lehnt die Anfrage ab',
    advice: 'Was Stripe sagt, steht im Log von process-webhook. Beheben Sie es, dann neu verarbeiten.',
  },
  stripe_key: {
    what: 'Der Stripe-Schlüssel gehört zum anderen Modus (Test oder Live)',
    advice: 'Setzen Sie den Schlüssel des richtigen Modus, warten Sie fünf Minuten, dann neu verarbeiten.',
  },
  not_set_up: {
    what: 'Ein Geheimnis oder eine Einstellung fehlt, oder der Identitätsschlüssel darf nicht benutzt werden',
    advice: 'Das Log von process-webhook nennt es. Setzen Sie es, dann neu verarbeiten.',
  },
  busy: {
    what: 'Der Kunde wurde die ganze Zeit von anderen geändert',
    advice: 'Verarbeiten Sie jetzt neu.',
  },
  storage_unavailable: {
    what: 'Der Speicher bei AWS fiel aus oder war gedrosselt',
    advice:
      'Sehen Sie im AWS Health Dashboard und bei den Drosselungen der Tabelle nach; verarbeiten Sie neu, wenn es vorbei ist.',
  },
  unreadable: {
    what: 'Personendaten des Kunden lassen sich nicht öffnen',
    advice:
      'Finden Sie heraus, wer außer RideGate in die Tabelle schreibt: Daten wurden verschoben oder verändert. Neu verarbeiten allein hilft nicht.',
  },
  unexpected: {
    what: 'Ein Fehler, den niemand vorhergesehen hat',
    advice: 'Sehen Sie ins Log von process-webhook („dead letter“), beheben Sie es, dann neu verarbeiten.',
  },
  malformed: {
    what: 'Die Nachricht ist kein Ereignis von Stripe',
    advice:
      'Sie lässt sich nicht neu verarbeiten. Finden Sie heraus, wer an die Warteschlange senden darf; die Nachricht läuft nach 14 Tagen ab, und so lange bleibt der Alarm an.',
  },
  worker_stopped: {
    what: 'Der Verarbeiter ist daran gestorben, oder die Zeit reichte nicht',
    advice:
      'Sehen Sie im Log von process-webhook nach Zeitüberschreitungen und Speicher, beheben Sie es, dann neu verarbeiten.',
  },
  unknown: {
    what: 'Eine Ursache, die diese Seite nicht kennt',
    advice: 'Sehen Sie ins Log von process-webhook („dead letter“), beheben Sie es, dann neu verarbeiten.',
  },
};
