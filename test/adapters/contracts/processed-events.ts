import { describe, expect, it } from 'vitest';
import { DuplicateEvent } from '../../../functions/domain/faults.ts';
import { outcomes, withCustomer, type MakeCustomerHarness } from './customer-harness.ts';
import { aSave, newId, noonMs, saved } from './samples.ts';

/** Which Stripe events had their effect. */
export function describeProcessedEvents(make: MakeCustomerHarness): void {
  describe('events', () => {
    it('have one effect, also where many bring the same one at once', async () => {
      const { customers, customer } = await withCustomer(make);
      const eventId = newId('evt');

      const { answers, faults } = await outcomes(
        Array.from({ length: 20 }, () => saved(customers, aSave(customer, {}, { eventId }))),
      );

      expect(answers).toHaveLength(1);
      expect(faults.filter((name) => !['DuplicateEvent', 'ConcurrentChange'].includes(name))).toEqual([]);
    });

    it('can be marked as done without a change, again and again', async () => {
      const { customers, customer } = await withCustomer(make);
      const eventId = newId('evt');

      await Promise.all(Array.from({ length: 10 }, () => customers.markEventProcessed(eventId, noonMs)));
      await customers.markEventProcessed(eventId, noonMs + 1);

      expect(await customers.unprocessedEvents([eventId])).toEqual(new Set());
      await expect(customers.save(aSave(customer, {}, { eventId }))).rejects.toThrow(DuplicateEvent);
    });

    it('that nobody saved or marked are told apart', async () => {
      const { customers, customer } = await withCustomer(make);
      const [saw, marked, lost] = [newId('evt'), newId('evt'), newId('evt')];
      await customers.save(aSave(customer, {}, { eventId: saw }));
      await customers.markEventProcessed(marked, noonMs);

      expect(await customers.unprocessedEvents([saw, lost, marked])).toEqual(new Set([lost]));
      expect(await customers.unprocessedEvents([])).toEqual(new Set());
    });

    it('are told apart also where one is named twice, or hundreds are', async () => {
      const { customers } = make();
      const lost = Array.from({ length: 250 }, () => newId('evt'));
      const marked = newId('evt');
      await customers.markEventProcessed(marked, noonMs);

      const unprocessed = await customers.unprocessedEvents([...lost, marked, marked, ...lost]);

      expect(unprocessed.size).toBe(250);
      expect(lost.every((id) => unprocessed.has(id))).toBe(true);
    });
  });
}
