// What needs a Stripe that fails everybody, one after the other on one run.

import { afterAll, beforeAll, describe } from 'vitest';
import { describeDeadLetters } from './faulty-stripe/dead-letters.ts';
import { describeReconciler } from './faulty-stripe/reconciler.ts';
import { describeStripeAway } from './faulty-stripe/away.ts';
import { startRun, type Run } from './run.ts';

let run: Run;
const portOf = (): number => run.port;

beforeAll(async () => {
  run = await startRun();
}, 120_000);

afterAll(async () => {
  await run.stop();
});

describe('where no webhook arrives, the reconciler', () => {
  describeReconciler(portOf);
});

describe('where an event has failed for good,', () => {
  describeDeadLetters(portOf);
});

describe('while Stripe is away, the API', () => {
  describeStripeAway(portOf);
});
