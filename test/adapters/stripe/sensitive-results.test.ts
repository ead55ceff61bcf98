// Stripe shows dates of birth, numbers and images to restricted keys, for 48 hours. All else works without.

import { describe, expect, it, onTestFinished } from 'vitest';
import { createIdentityProvider } from '../../../functions/adapters/stripe/identity-provider.ts';
import { createStripeClient } from '../../../functions/adapters/stripe/client.ts';
import { StripeRefused } from '../../../functions/domain/faults.ts';
import type { IdentityProvider } from '../../../functions/use-cases/ports/stripe.ts';
import { born, passport, withAge, withData } from '../contracts/identity-harness.ts';
import { aSession, newRef } from '../contracts/samples.ts';
import { personOf, startTestStripe, submit, type TestStripe } from '../support/stripe.ts';

const hourMs = 60 * 60 * 1000;
const verified = { outcome: 'verified', person: { ...personOf(passport), dob: born } };
const notPermitted = { images: [], unavailable: 'not_permitted' };

/** All but what takes a restricted key. */
const shownToAll = { ...passport, dob: null, idNumber: null, expirationDate: null };

async function given(hoursLater: () => number = () => 0): Promise<TestStripe> {
  const simulator = await startTestStripe({ now: () => Date.now() + hoursLater() * hourMs });
  onTestFinished(() => simulator.close());
  return simulator;
}

async function newSession(identity: IdentityProvider): Promise<string> {
  const { id } = await identity.createSession(newRef(), aSession(), null);
  return id;
}

describe('without a restricted key', () => {
  it('a date of birth is null, and the rest is read', async () => {
    const simulator = await given();
    const identity = createIdentityProvider(simulator.stripe, simulator.stripe);
    const open = await newSession(identity);
    const checked = await newSession(identity);
    await submit(simulator, checked, verified);

    expect(await identity.retrieveSession(open, withAge)).toMatchObject({ status: 'requires_input' });
    expect(await identity.retrieveSession(checked, withAge)).toMatchObject({
      status: 'verified',
      reportCount: 1,
      dateOfBirth: null,
    });
  });

  it('a document tells all but its number and dates, and its images stay where they are', async () => {
    const simulator = await given();
    const identity = createIdentityProvider(simulator.stripe, simulator.stripe);
    const id = await newSession(identity);
    await submit(simulator, id, verified);

    expect(await identity.retrieveSession(id, withData)).toMatchObject({
      status: 'verified',
      reportCount: 1,
      dateOfBirth: null,
      verifiedData: shownToAll,
    });
    expect(await identity.createImageLinks(id, Date.now())).toEqual(notPermitted);
  });
});

describe('more than 48 hours after the check', () => {
  it('a date of birth is null, and the rest is read', async () => {
    let hoursLater = 0;
    const simulator = await given(() => hoursLater);
    const identity = createIdentityProvider(simulator.stripe, simulator.sensitive);
    const id = await newSession(identity);
    await submit(simulator, id, { outcome: 'document_expired' });

    hoursLater = 49;

    expect(await identity.retrieveSession(id, withAge)).toMatchObject({
      status: 'requires_input',
      lastError: { code: 'document_expired' },
      reportCount: 1,
      clientSecret: expect.any(String) as string,
    });
  });

  it('a document tells all but its number and dates, and its images stay where they are', async () => {
    let hoursLater = 0;
    const simulator = await given(() => hoursLater);
    const identity = createIdentityProvider(simulator.stripe, simulator.sensitive);
    const id = await newSession(identity);
    await submit(simulator, id, verified);
    expect(await identity.retrieveSession(id, withData)).toMatchObject({ verifiedData: passport });

    hoursLater = 49;

    expect(await identity.retrieveSession(id, withData)).toMatchObject({
      status: 'verified',
      dateOfBirth: null,
      verifiedData: shownToAll,
    });
    expect(await identity.createImageLinks(id, Date.now() + 49 * hourMs)).toEqual(notPermitted);
  });
});

it('a wrong restricted key is an error: an operator has to see that', async () => {
  const simulator = await given();
  const wrong = createStripeClient({ apiKey: 'rk_test_forgotten', apiUrl: simulator.url });
  const identity = createIdentityProvider(simulator.stripe, wrong);
  const id = await newSession(identity);

  await expect(identity.retrieveSession(id, withAge)).rejects.toThrow(StripeRefused);
  await expect(identity.retrieveSession(id, withData)).rejects.toThrow(StripeRefused);
  await expect(identity.createImageLinks(id, Date.now())).rejects.toThrow(StripeRefused);
});

it('a link opens its image, and nothing once it has ended', async () => {
  let hoursLater = 0;
  const simulator = await given(() => hoursLater);
  const identity = createIdentityProvider(simulator.stripe, simulator.sensitive);
  const id = await newSession(identity);
  await submit(simulator, id, verified);

  const { images } = await identity.createImageLinks(id, Date.now());
  const whileOpen = await Promise.all(images.map(async ({ url }) => (await fetch(url)).status));
  hoursLater = 1;
  const afterwards = await Promise.all(images.map(async ({ url }) => (await fetch(url)).status));

  expect(whileOpen).toEqual([200, 200]);
  expect(afterwards).toEqual([410, 410]);
});
