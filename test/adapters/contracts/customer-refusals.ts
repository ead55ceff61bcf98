import { describe, expect, it } from 'vitest';
import { ConcurrentChange, DuplicateEvent } from '../../../functions/domain/faults.ts';
import type { Customer, CustomerRef } from '../../../functions/domain/customer.ts';
import { withCustomer, type MakeCustomerHarness } from './customer-harness.ts';
import { aPush, aSave, aSession, newId, saved, stored } from './samples.ts';

/** Saves that come too late: all or nothing means nothing. */
export function describeCustomerRefusals(make: MakeCustomerHarness): void {
  describe('a save that is refused writes nothing', () => {
    const everything = (customer: Customer, ref: CustomerRef, eventId: string) =>
      aSave(
        customer,
        { attemptCount: 9 },
        {
          notification: aPush(ref),
          session: aSession({ number: 4, sessionId: newId('vs'), status: 'verified' }),
          eventId,
        },
      );

    it('at a stale version: ConcurrentChange', async () => {
      const { customers, ref, customer, auditOf, outboxOf } = await withCustomer(make);
      const winner = await saved(customers, aSave(customer));
      const loser = everything(customer, ref, newId('evt'));

      await expect(customers.save(loser)).rejects.toThrow(ConcurrentChange);

      expect(await stored(customers, ref)).toEqual(winner);
      expect(await auditOf(ref)).toHaveLength(2);
      expect(await outboxOf(ref)).toEqual([]);
      expect(await customers.loadSession(ref, 4)).toBeNull();
      expect(await customers.findByStripeSession(loser.session?.sessionId ?? '')).toBeNull();
      expect(await customers.unprocessedEvents([loser.eventId ?? ''])).toEqual(new Set([loser.eventId]));
    });

    it('for an event that was saved before: DuplicateEvent', async () => {
      const { customers, ref, customer, auditOf, outboxOf } = await withCustomer(make);
      const eventId = newId('evt');
      const first = await saved(customers, aSave(customer, {}, { eventId }));
      const again = everything(first, ref, eventId);

      await expect(customers.save(again)).rejects.toThrow(DuplicateEvent);

      expect(await stored(customers, ref)).toEqual(first);
      expect(await auditOf(ref)).toHaveLength(2);
      expect(await outboxOf(ref)).toEqual([]);
      expect(await customers.loadSession(ref, 4)).toBeNull();
      expect(await customers.findByStripeSession(again.session?.sessionId ?? '')).toBeNull();
    });

    it('for an event that was saved before at another version: still DuplicateEvent, as there is nothing to retry', async () => {
      const { customers, customer } = await withCustomer(make);
      const eventId = newId('evt');
      await customers.save(aSave(customer, {}, { eventId }));

      await expect(customers.save(aSave(customer, {}, { eventId }))).rejects.toThrow(DuplicateEvent);
    });

    it('for a customer who doesn’t exist: ConcurrentChange', async () => {
      const { customers, customer, auditOf } = await withCustomer(make);
      const ghost = { ...customer, id: newId('rider') };
      const ref = { subaccountId: ghost.subaccountId, customerId: ghost.id };

      await expect(customers.save(aSave(ghost))).rejects.toThrow(ConcurrentChange);

      expect(await customers.loadForGate(ref)).toBeNull();
      expect(await auditOf(ref)).toEqual([]);
    });
  });
}
