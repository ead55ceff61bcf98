// A charge is read from Stripe and its risk speaks, once for each event.

import { beforeEach, describe, expect, it } from 'vitest';
import { StripeUnavailable } from '../../functions/domain/faults.ts';
import { processStripeEvent } from '../../functions/use-cases/process-stripe-event.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aCharge, aStripeEvent, cleared, nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';

const risky = { subaccountId: 'metro', customerId: 'rider-1' };

let world: World;

describe('an event of a charge', () => {
  const charge = (eventId: string, objectId = 'ch_1') =>
    processStripeEvent(world, aStripeEvent({ eventId, objectId, type: 'charge.succeeded' }));
  const riskOf = async () => (await world.customers.loadContext(risky)).customer;

  beforeEach(async () => {
    world = createWorld({ nowMs });
    await world.addSubaccount('metro', { riskEvaluation: 'every_charge' });
    world.charges.add(
      aCharge({ id: 'ch_1', stripeCustomerId: 'cus_m', riskLevel: 'elevated', radarScore: 55 }),
    );
    world.charges.add(aCharge({ id: 'ch_2', stripeCustomerId: 'cus_m', riskLevel: 'highest' }));
  });

  it('flags the customer of its Stripe customer id, in the name of the event', async () => {
    await addCustomer(world.customers, { stripeCustomerId: 'cus_m' });

    await charge('evt_1');

    expect(await riskOf()).toMatchObject({
      requirement: {
        state: 'required',
        reason: { kind: 'risk_threshold_exceeded', score: 50, threshold: 50 },
      },
      risk: { chargeId: 'ch_1', score: 50, radarScore: 55 },
    });
    expect(world.auditOf(risky).at(-1)).toMatchObject({
      actor: 'stripe:evt_1',
      action: 'requirement_raised',
    });
    expect(world.outboxOf(risky).map(({ kind }) => kind)).toEqual(['verification_required']);
  });

  it('told twice, and by two events, flags once', async () => {
    await addCustomer(world.customers, { stripeCustomerId: 'cus_m' });

    await Promise.all([charge('evt_1'), charge('evt_1'), charge('evt_2')]);

    expect(world.outboxOf(risky)).toHaveLength(1);
    expect((await riskOf()).version).toBe(2);
  });

  it('that comes again after another charge doesn’t speak twice', async () => {
    await addCustomer(world.customers, { stripeCustomerId: 'cus_m' });
    await charge('evt_1');
    await charge('evt_2', 'ch_2');

    await charge('evt_1');

    expect((await riskOf()).risk?.chargeId).toBe('ch_2');
    expect((await riskOf()).version).toBe(3);
  });

  it('raises the requirement again that an operator had cleared', async () => {
    await addCustomer(world.customers, { stripeCustomerId: 'cus_m', requirement: cleared });

    await charge('evt_1');

    expect((await riskOf()).requirement.state).toBe('required');
  });

  it('of nobody we know is counted, done with, and forgotten', async () => {
    await charge('evt_1');
    await charge('evt_2', 'ch_of_another_account');

    expect(world.metrics.counted('UnknownStripeCustomer')).toBe(2);
    expect(await world.customers.unprocessedEvents(['evt_1', 'evt_2'])).toEqual(new Set());
  });

  it('that changes nothing is done with too', async () => {
    world.charges.add(aCharge({ id: 'ch_3', stripeCustomerId: 'cus_m', status: 'failed' }));
    await addCustomer(world.customers, { stripeCustomerId: 'cus_m' });

    await charge('evt_1', 'ch_3');

    expect((await riskOf()).version).toBe(1);
    expect(await world.customers.unprocessedEvents(['evt_1'])).toEqual(new Set());
  });

  it('that Stripe can’t be asked about is not done with', async () => {
    await addCustomer(world.customers, { stripeCustomerId: 'cus_m' });
    world.charges.failNext(new StripeUnavailable('down'));

    await expect(charge('evt_1')).rejects.toThrow(StripeUnavailable);

    expect(await world.customers.unprocessedEvents(['evt_1'])).toEqual(new Set(['evt_1']));
    expect((await riskOf()).version).toBe(1);
  });
});

describe('the first charge of a customer', () => {
  const charge = (eventId: string, objectId: string) =>
    processStripeEvent(world, aStripeEvent({ eventId, objectId, type: 'charge.succeeded' }));
  const customer = async () => (await world.customers.loadContext(risky)).customer;

  beforeEach(async () => {
    world = createWorld({ nowMs });
    await world.addSubaccount('metro', { riskEvaluation: 'first_charge' });
    await addCustomer(world.customers, { stripeCustomerId: 'cus_m' });
  });

  it.each([
    { first: 'elevated', second: 'normal', flagged: 'required' },
    { first: 'normal', second: 'elevated', flagged: 'none' },
  ])(
    'speaks alone, whichever event comes first: $first, then $second',
    async ({ first, second, flagged }) => {
      world.charges.add(aCharge({ id: 'ch_1', stripeCustomerId: 'cus_m', riskLevel: first }));
      world.charges.add(aCharge({ id: 'ch_2', stripeCustomerId: 'cus_m', riskLevel: second }));

      await charge('evt_2', 'ch_2');
      await charge('evt_1', 'ch_1');

      expect(await customer()).toMatchObject({
        firstChargeId: 'ch_1',
        risk: { chargeId: 'ch_1' },
        requirement: { state: flagged },
      });
    },
  );

  it('is one, where two charges are told at once', async () => {
    world.charges.add(aCharge({ id: 'ch_1', stripeCustomerId: 'cus_m', riskLevel: 'elevated' }));
    world.charges.add(aCharge({ id: 'ch_2', stripeCustomerId: 'cus_m', riskLevel: 'highest' }));

    await Promise.all([charge('evt_1', 'ch_1'), charge('evt_2', 'ch_2')]);

    expect(await customer()).toMatchObject({ version: 2, firstChargeId: 'ch_1', risk: { score: 50 } });
    expect(world.outboxOf(risky)).toHaveLength(1);
    expect(await world.customers.unprocessedEvents(['evt_1', 'evt_2'])).toEqual(new Set());
  });
});
