import type { Messages } from '../en/index.ts';

export const operationsCauses: Messages['operations']['causes'] = {
  stripe_unavailable: {
    what: 'Stripe était injoignable',
    advice: 'Relancez quand Stripe est de retour ; voyez status.stripe.com.',
  },
  stripe_refused_key: {
    what: 'Stripe refuse notre clé',
    advice: 'Configurez une clé valide avec tous les droits, attendez cinq minutes, puis relancez.',
  },
  stripe_refused_missing: {
    what: 'Stripe ne connaît pas la session ou le paiement',
    advice:
      'Le webhook vient-il d’un autre compte Stripe ? Si la session a été supprimée chez Stripe, ne faites rien : l’événement expire.',
  },
  stripe_refused: {
    what: 'Stripe refuse la demande',
    advice: 'Le journal de process-webhook dit pourquoi. Corrigez-le, puis relancez.',
  },
  stripe_key: {
    what: 'La clé Stripe est de l’autre mode (test ou réel)',
    advice: 'Configurez la clé du bon mode, attendez cinq minutes, puis relancez.',
  },
  not_set_up: {
    what: 'Un secret ou un réglage manque, ou la clé d’identité ne peut pas servir',
    advice: 'Le journal de process-webhook l’indique. Configurez-le, puis relancez.',
  },
  busy: {
    what: 'Le client était sans cesse modifié par d’autres',
    advice: 'Relancez maintenant.',
  },
  storage_unavailable: {
    what: 'Le stockage chez AWS a échoué ou était bridé',
    advice: 'Voyez l’AWS Health Dashboard et les limitations de la table ; relancez quand c’est fini.',
  },
  unreadable: {
    what: 'Des données personnelles du client ne s’ouvrent pas',
    advice:
      'Cherchez qui écrit dans la table hormis RideGate : des données ont été déplacées ou altérées. Relancer seul n’aide pas.',
  },
  unexpected: {
    what: 'Une panne que personne n’avait prévue',
    advice: 'Voyez le journal de process-webhook (« dead letter »), corrigez-le, puis relancez.',
  },
  malformed: {
    what: 'Le message n’est pas un événement de Stripe',
    advice:
      'Il ne peut pas être relancé. Cherchez qui peut envoyer à la file ; le message expire après 14 jours, et l’alarme reste allumée jusque-là.',
  },
  worker_stopped: {
    what: 'Le processus en est mort, ou le temps lui a manqué',
    advice:
      'Cherchez dans le journal de process-webhook des dépassements de temps ou de mémoire, corrigez-les, puis relancez.',
  },
  unknown: {
    what: 'Une cause que cette page ne connaît pas',
    advice: 'Voyez le journal de process-webhook (« dead letter »), corrigez-le, puis relancez.',
  },
};
