// Why events fail for good, and what helps (docs/operations.md has the same at more length).
export const operationsCauses = {
  stripe_unavailable: {
    what: 'Stripe could not be reached',
    advice: 'Redrive when Stripe is back; see status.stripe.com.',
  },
  stripe_refused_key: {
    what: 'Stripe refuses our key',
    advice: 'Set a good key with all rights, wait five minutes, then redrive.',
  },
  stripe_refused_missing: {
    what: 'Stripe doesn’t know the session or payment',
    advice:
      'Is the webhook of another Stripe account? If the session was deleted at Stripe, do nothing: the event expires.',
  },
  stripe_refused: {
    what: 'Stripe refuses the request',
    advice: 'See the log of process-webhook for what Stripe says, mend it, then redrive.',
  },
  stripe_key: {
    what: 'The Stripe key is of the other mode (test or live)',
    advice: 'Set the key of the right mode, wait five minutes, then redrive.',
  },
  not_set_up: {
    what: 'A secret or setting is missing, or the identity key may not be used',
    advice: 'The log of process-webhook names it. Set it, then redrive.',
  },
  busy: {
    what: 'The customer was being changed by others all the time',
    advice: 'Redrive now.',
  },
  storage_unavailable: {
    what: 'Storage at AWS failed or was throttled',
    advice: 'See the AWS health dashboard and the table’s throttles; redrive when it is over.',
  },
  unreadable: {
    what: 'Personal data of the customer doesn’t open',
    advice:
      'Find out who writes to the table besides RideGate: data was moved or tampered with. A redrive alone doesn’t help.',
  },
  unexpected: {
    what: 'A fault that nobody foresaw',
    advice: 'See the log of process-webhook (“dead letter”), mend it, then redrive.',
  },
  malformed: {
    what: 'The message is no event of Stripe’s',
    advice:
      'It can’t be redriven. Find out who may send to the queue; the message expires after 14 days, and the alarm stays on as long.',
  },
  worker_stopped: {
    what: 'The processor died of it, or ran out of time',
    advice: 'See the log of process-webhook for time-outs and memory, mend it, then redrive.',
  },
  unknown: {
    what: 'A cause that this page doesn’t know',
    advice: 'See the log of process-webhook (“dead letter”), mend it, then redrive.',
  },
};
