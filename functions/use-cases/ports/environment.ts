// What the use cases take from where they run: time, chance, waiting, counters.

/** Epoch milliseconds. */
export type Clock = { nowMs: () => number };

/** Random numbers in [0, 1) and ids that nobody can guess. */
export type Randomness = { next: () => number; uuid: () => string };

/** Waits; in tests, not at all. */
export type Pause = (milliseconds: number) => Promise<void>;

/** Counts what operators watch, e.g. charges of customers that nobody knows. */
export type Metrics = { count: (name: MetricName) => void };
export type MetricName =
  | 'UnknownStripeCustomer'
  | 'UnknownVerificationSession'
  | 'DuplicateStripeEvent'
  | 'UnhandledStripeEvent'
  | 'MalformedStripeEvent'
  | 'RejectedWebhook'
  | 'WrongModeEvent'
  | 'UndeliveredEventsRequeued'
  | 'VerificationsHealed'
  | 'SessionsHealed'
  | 'SessionsNotReadBack'
  | 'PhoneLookupFailed'
  | 'PersonalDataShown'
  | 'SessionsNotRedacted'
  | 'RedactionsStarted'
  | 'RedactionsOverdue'
  | 'DocumentExpiryReminders'
  | 'DocumentsExpired';
