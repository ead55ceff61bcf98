// What one rider goes through at Stripe: six events each, some of them caused by our own code. Steps happen in this
// order; the events reach us in any.

import type { IdentityStatus } from '../../../../functions/domain/customer.ts';
import type { LiveMoment } from './moment.ts';

/** Where a story has to end, whatever the order. */
export type End = {
  status: IdentityStatus | null;
  required: boolean;
  session: string | null;
  error: string | null;
  /** Null where it depends on the order what was counted before it stopped to matter. */
  attempts: number | null;
  /** All sessions at Stripe. */
  stripe: Record<string, string>;
};

export type Step = {
  name: string;
  happen: (live: LiveMoment) => Promise<void>;
  /** It doesn't happen before; where nobody asks, at any time. */
  waitsFor?: (live: LiveMoment) => boolean;
};

export type Story = {
  name: string;
  maxAttempts: number;
  steps: readonly Step[];
  end: End;
  /** Where it ends if nobody reads a thing from Stripe before all has happened; else as `end`. */
  unreadEnd?: End;
  /**
   * How many orders there are, each event once or one of them twice: with the steps in between, and with all steps
   * before. Of six events that only wait for their steps these are 280,665 and 6! + 6 · 7!/2 = 15,840; fewer where an
   * event is caused by the delivery of another.
   */
  orders: { between: number; after: number };
};

const asks: Step = { name: 'rider asks', happen: (live) => live.askForSession() };
const operatorRequires: Step = { name: 'operator requires', happen: (live) => live.requireVerification() };
const operatorVouches: Step = { name: 'operator vouches', happen: (live) => live.vouch() };
const at = (did: 'process' | 'verify' | 'abandon' | 'redact', id: string): Step => ({
  name: `${did} ${id}`,
  happen: (live) => live.stripe.perform({ did, id }),
});
const rejects = (id: string, code = 'document_unverified_other'): Step => ({
  name: `reject ${id}`,
  happen: (live) => live.stripe.perform({ did: 'reject', id, code }),
});

const unset = { required: true, session: 'vs_1', error: null, attempts: 0 };

export const stories: readonly Story[] = [
  {
    name: 'verified at last',
    maxAttempts: 3,
    steps: [
      asks,
      at('abandon', 'vs_1'),
      at('process', 'vs_1'),
      rejects('vs_1'),
      at('process', 'vs_1'),
      at('verify', 'vs_1'),
    ],
    end: { ...unset, status: 'verified', required: false, attempts: 2, stripe: { vs_1: 'verified' } },
    orders: { between: 280_665, after: 15_840 },
  },
  {
    name: 'failed at last, and closed by us',
    maxAttempts: 2,
    steps: [asks, at('process', 'vs_1'), rejects('vs_1'), at('process', 'vs_1'), rejects('vs_1')],
    end: {
      ...unset,
      status: 'failed',
      error: 'document_unverified_other',
      attempts: 2,
      stripe: { vs_1: 'canceled' },
    },
    orders: { between: 71_310, after: 13_200 },
  },
  {
    name: 'verified, then overridden by a reviewer',
    maxAttempts: 5,
    steps: [
      asks,
      at('process', 'vs_1'),
      rejects('vs_1'),
      at('process', 'vs_1'),
      at('verify', 'vs_1'),
      rejects('vs_1'),
    ],
    end: {
      ...unset,
      status: 'requires_input',
      error: 'document_unverified_other',
      attempts: 3,
      stripe: { vs_1: 'requires_input' },
    },
    orders: { between: 280_665, after: 15_840 },
  },
  {
    name: 'superseded by an operator, verified with a second session',
    maxAttempts: 3,
    steps: [asks, at('abandon', 'vs_1'), operatorRequires, asks, at('process', 'vs_2'), at('verify', 'vs_2')],
    end: {
      ...unset,
      status: 'verified',
      required: false,
      session: 'vs_2',
      attempts: 1,
      stripe: { vs_1: 'canceled', vs_2: 'verified' },
    },
    orders: { between: 246_135, after: 15_840 },
  },
  {
    name: 'superseded by an operator, and the first session verifies too late',
    maxAttempts: 3,
    steps: [
      asks,
      at('process', 'vs_1'),
      operatorRequires,
      at('verify', 'vs_1'),
      asks,
      at('process', 'vs_2'),
      rejects('vs_2'),
    ],
    end: {
      ...unset,
      status: 'requires_input',
      session: 'vs_2',
      error: 'document_unverified_other',
      attempts: 1,
      stripe: { vs_1: 'verified', vs_2: 'requires_input' },
    },
    orders: { between: 349_755, after: 15_840 },
  },
  {
    name: 'vouched for by an operator while Stripe checks',
    maxAttempts: 3,
    steps: [
      asks,
      at('process', 'vs_1'),
      rejects('vs_1'),
      at('process', 'vs_1'),
      operatorVouches,
      rejects('vs_1'),
    ],
    end: { ...unset, status: 'verified', required: false, attempts: null, stripe: { vs_1: 'canceled' } },
    orders: { between: 135_645, after: 13_200 },
  },
  {
    name: 'redacted after he was verified',
    maxAttempts: 3,
    steps: [
      asks,
      at('process', 'vs_1'),
      rejects('vs_1'),
      at('process', 'vs_1'),
      at('verify', 'vs_1'),
      { ...at('redact', 'vs_1'), waitsFor: (live) => live.customer().identityStatus === 'verified' },
    ],
    end: { ...unset, status: 'verified', required: false, attempts: 2, stripe: { vs_1: 'verified' } },
    unreadEnd: { ...unset, status: 'pending', stripe: { vs_1: 'verified' } },
    orders: { between: 179_325, after: 15_840 },
  },
];
