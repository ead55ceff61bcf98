import { describe, expect, it } from 'vitest';
import { NotFound } from '../../../functions/domain/faults.ts';
import { outcomes, type MakeCustomerHarness } from './customer-harness.ts';
import { aCreation, aCustomer, addSubaccount, aPush, created, newId, newRef, noSignup } from './samples.ts';

/** Creating a customer, and reading him back. */
export function describeCustomerCreation(make: MakeCustomerHarness): void {
  describe('creating a customer', () => {
    it('keeps him with his signup details, one audit entry and his Stripe customer id', async () => {
      const { customers, subaccounts, auditOf, outboxOf } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      const stripeCustomerId = newId('cus');
      const customer = aCustomer(ref, { stripeCustomerId });
      const signup = { ...noSignup, email: 'ada@example.com', latitude: 40.7128, longitude: -74.006 };

      const done = await customers.create(aCreation(customer, { signup }));

      expect(done).toBe(true);
      const context = await customers.loadContext(ref);
      expect(context.customer).toEqual(customer);
      expect(context.policy).toMatchObject({ subaccountId: ref.subaccountId, version: 1 });
      expect(context.subaccount).toMatchObject({ id: ref.subaccountId, appName: 'Metro' });
      expect(await customers.loadSignup(ref)).toEqual(signup);
      expect(await customers.findByStripeCustomer(stripeCustomerId)).toEqual(ref);
      expect(await auditOf(ref)).toMatchObject([
        { version: 1, action: 'customer_created', actor: 'service:platform', notes: null },
      ]);
      expect(await outboxOf(ref)).toEqual([]);
    });

    it('saves the push that goes with it', async () => {
      const { customers, outboxOf } = make();
      const ref = newRef();
      const notification = aPush(ref);

      await customers.create(aCreation(aCustomer(ref), { notification }));

      expect(await outboxOf(ref)).toEqual([notification]);
    });

    it('answers false where the id exists, and changes nothing', async () => {
      const { customers, subaccounts, auditOf, outboxOf } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      const first = await created(customers, ref);
      const second = aCustomer(ref, { stripeCustomerId: newId('cus'), attemptCount: 7 });
      const signup = { ...noSignup, email: 'eve@example.com' };

      const done = await customers.create(aCreation(second, { signup, notification: aPush(ref) }));

      expect(done).toBe(false);
      expect((await customers.loadContext(ref)).customer).toEqual(first);
      expect(await customers.loadSignup(ref)).toEqual(noSignup);
      expect(await customers.findByStripeCustomer(second.stripeCustomerId ?? '')).toBeNull();
      expect(await auditOf(ref)).toHaveLength(1);
      expect(await outboxOf(ref)).toEqual([]);
    });

    it('refuses a Stripe customer id that another customer has, also in another subaccount, and saves nothing', async () => {
      const { customers, subaccounts, auditOf, outboxOf } = make();
      const stripeCustomerId = newId('cus');
      const owner = newRef(await addSubaccount(subaccounts));
      await created(customers, owner, { stripeCustomerId });
      const ref = newRef(await addSubaccount(subaccounts));

      const creation = aCreation(aCustomer(ref, { stripeCustomerId }), { notification: aPush(ref) });

      await expect(customers.create(creation)).rejects.toMatchObject({
        name: 'Conflict',
        code: 'stripe_customer_taken',
      });
      expect(await customers.findByStripeCustomer(stripeCustomerId)).toEqual(owner);
      expect(await customers.loadForGate(ref)).toBeNull();
      expect(await customers.loadSignup(ref)).toBeNull();
      expect(await auditOf(ref)).toEqual([]);
      expect(await outboxOf(ref)).toEqual([]);
    });

    it('makes one customer of 50 concurrent creations of one id', async () => {
      const { customers, auditOf } = make();
      const ref = newRef();

      const { answers, faults } = await outcomes(
        Array.from({ length: 50 }, (_, index) =>
          customers.create(aCreation(aCustomer(ref, { attemptCount: index }))),
        ),
      );

      expect(answers.filter((done) => done)).toHaveLength(1);
      expect(faults.every((name) => name === 'ConcurrentChange')).toBe(true);
      expect(await auditOf(ref)).toHaveLength(1);
    });

    it('gives a Stripe customer id to one of many who ask for it at once', async () => {
      const { customers } = make();
      const stripeCustomerId = newId('cus');
      const refs = Array.from({ length: 20 }, () => newRef());

      const { answers } = await outcomes(
        refs.map((ref) => customers.create(aCreation(aCustomer(ref, { stripeCustomerId })))),
      );

      expect(answers).toEqual([true]);
      expect(refs).toContainEqual(await customers.findByStripeCustomer(stripeCustomerId));
    });
  });

  describe('reading a customer', () => {
    it('finds nobody where nobody is', async () => {
      const { customers, subaccounts } = make();
      const ref = newRef(await addSubaccount(subaccounts));

      expect(await customers.loadForGate(ref)).toBeNull();
      await expect(customers.loadContext(ref)).rejects.toThrow(NotFound);
      await expect(customers.loadContext(ref)).rejects.toMatchObject({ code: 'customer_not_found' });
      expect(await customers.loadSignup(ref)).toBeNull();
      expect(await customers.findByStripeCustomer(newId('cus'))).toBeNull();
      expect(await customers.findByStripeSession(newId('vs'))).toBeNull();
    });

    it('keeps customers of the same id in two subaccounts apart', async () => {
      const { customers, subaccounts } = make();
      const here = newRef(await addSubaccount(subaccounts));
      const there = { ...here, subaccountId: await addSubaccount(subaccounts) };
      await created(customers, here, { attemptCount: 1 });

      expect(await customers.loadForGate(there)).toBeNull();
      await created(customers, there, { attemptCount: 2 });

      expect((await customers.loadForGate(here))?.customer.attemptCount).toBe(1);
      expect((await customers.loadForGate(there))?.customer.attemptCount).toBe(2);
    });

    it('throws for a customer whose subaccount has no policy, so that the gate can’t guess one', async () => {
      const { customers } = make();
      const ref = newRef();
      await created(customers, ref);

      await expect(customers.loadForGate(ref)).rejects.toThrow();
      await expect(customers.loadContext(ref)).rejects.not.toThrow(NotFound);
    });
  });
}
