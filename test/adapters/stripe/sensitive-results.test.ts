// Stripe shows dates of birth to restricted keys, for 48 hours. All else works without.

import { describe, expect, it, onTestFinished } from 'vitest';
import { createIdentityProvider } from '../../../functions/adapters/stripe/identity-provider.ts';
import { createStripeClient } from '../../../functions/adapters/stripe/client.ts';
import { StripeRefused } from '../../../functions/domain/faults.ts';
import { aSession, newRef } from '../contracts/samples.ts';
import { startTestStripe, submit } from '../support/stripe.ts';

const hourMs = 60 * 60 * 1000;
const withDob = { withDateOfBirth: true };
const person = { dob: { year: 1990, month: 12, day: 31 } };

describe('a date of birth that Stripe doesn’t show', () => {
  it('is null where only a secret key is set, and the rest is read', async () => {
    const simulator = await startTestStripe();
    onTestFinished(() => simulator.close());
    const identity = createIdentityProvider(simulator.stripe, simulator.stripe);
    const open = await identity.createSession(newRef(), aSession(), null);
    const checked = await identity.createSession(newRef(), aSession(), null);
    await submit(simulator, checked.id, { outcome: 'verified', person });

    expect(await identity.retrieveSession(open.id, withDob)).toMatchObject({ status: 'requires_input' });
    expect(await identity.retrieveSession(checked.id, withDob)).toMatchObject({
      status: 'verified',
      reportCount: 1,
      dateOfBirth: null,
    });
  });

  it('is null once the check is older than 48 hours, and the rest is read', async () => {
    let nowMs = Date.now();
    const simulator = await startTestStripe({ now: () => nowMs });
    onTestFinished(() => simulator.close());
    const identity = createIdentityProvider(simulator.stripe, simulator.sensitive);
    const { id } = await identity.createSession(newRef(), aSession(), null);
    await submit(simulator, id, { outcome: 'document_expired' });

    nowMs += 49 * hourMs;

    expect(await identity.retrieveSession(id, withDob)).toMatchObject({
      status: 'requires_input',
      lastError: { code: 'document_expired' },
      reportCount: 1,
      clientSecret: expect.any(String) as string,
    });
  });

  it('is an error where the restricted key is wrong: an operator has to see that', async () => {
    const simulator = await startTestStripe();
    onTestFinished(() => simulator.close());
    const wrong = createStripeClient({ apiKey: 'rk_test_forgotten', apiUrl: simulator.url });
    const identity = createIdentityProvider(simulator.stripe, wrong);
    const { id } = await identity.createSession(newRef(), aSession(), null);

    await expect(identity.retrieveSession(id, withDob)).rejects.toThrow(StripeRefused);
  });
});
