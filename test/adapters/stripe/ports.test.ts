// The Stripe adapters against the simulator, held to the same contracts as the in-memory ports.

import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { createChargeSource } from '../../../functions/adapters/stripe/charge-source.ts';
import { createIdentityProvider } from '../../../functions/adapters/stripe/identity-provider.ts';
import { createUndeliveredEvents } from '../../../functions/adapters/stripe/undelivered-events.ts';
import { describeChargeSource } from '../contracts/charge-source.ts';
import { describeIdentityProvider } from '../contracts/identity-provider.ts';
import { describeUndeliveredEvents } from '../contracts/undelivered-events.ts';
import { freePort } from '../support/free-port.ts';
import { charge, personOf, redacted, startTestStripe, submit, type TestStripe } from '../support/stripe.ts';

let simulator: TestStripe;
beforeAll(async () => {
  simulator = await startTestStripe();
});
afterAll(() => simulator.close());

const anHourMs = 60 * 60 * 1000;

describeIdentityProvider(() => ({
  identity: createIdentityProvider(simulator.stripe, simulator.sensitive),
  verify: (id, dob, document) =>
    submit(simulator, id, { outcome: 'verified', person: { ...personOf(document), dob } }),
  reject: (id, outcome) => submit(simulator, id, { outcome }),
  process: (id) => submit(simulator, id, { outcome: 'verified', processing_ms: anHourMs }),
  abandon: (id) => submit(simulator, id, { outcome: 'abandoned' }),
  redact: async (id) => {
    await simulator.stripe.identity.verificationSessions.redact(id);
    await redacted(simulator, id);
  },
  finishRedaction: (id) => redacted(simulator, id),
}));

describeChargeSource(() => ({
  charges: createChargeSource(simulator.stripe),
  pay: ({ stripeCustomerId, status, riskLevel, radarScore, outcomeType }) =>
    charge(simulator, {
      customer: stripeCustomerId,
      status,
      risk_level: riskLevel,
      outcome_type: outcomeType,
      ...(radarScore !== null && { risk_score: radarScore }),
    }),
}));

describeUndeliveredEvents(async () => {
  const webhook = { url: `http://127.0.0.1:${await freePort()}/`, secret: 'whsec_lost', retryDelaysMs: [] };
  const lost = await startTestStripe({ webhook });
  onTestFinished(() => lost.close());
  return {
    undelivered: createUndeliveredEvents(lost.stripe),
    loseCharge: () => charge(lost, { customer: 'cus_ada' }),
  };
});
