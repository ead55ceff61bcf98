import { describe, expect, it } from 'vitest';
import { changeCustomer } from '../../../functions/domain/customer-change.ts';
import type { Customer } from '../../../functions/domain/customer.ts';
import { InvalidInput } from '../../../functions/domain/faults.ts';
import { withCustomer, type MakeCustomerHarness } from './customer-harness.ts';
import { aCreation, aCustomer, aPush, aSave, newRef, noonMs, saved } from './samples.ts';

/** The trail of a customer, newest first, page by page. */
export function describeAuditTrail(make: MakeCustomerHarness): void {
  describe('the audit trail', () => {
    it('is paged from the newest to the oldest, with what differs in each version', async () => {
      const { customers, ref, customer } = await withCustomer(make);
      const second = aSave(customer, { attemptCount: 1 });
      await customers.save(second);
      const third = aSave(second.change.after, { attemptCount: 2 });
      await customers.save(third);

      const first = await customers.auditTrail(ref, { cursor: null, limit: 2 });
      const rest = await customers.auditTrail(ref, { cursor: first.nextCursor, limit: 2 });

      expect(first.entries).toMatchObject([
        { version: 3, before: { attemptCount: 1 }, after: { attemptCount: 2 } },
        { version: 2, before: { attemptCount: 0 }, after: { attemptCount: 1 } },
      ]);
      expect(rest).toMatchObject({ entries: [{ version: 1, before: null }], nextCursor: null });
    });

    it('has operators’ notes beside the entries that have some', async () => {
      const { customers, ref, customer } = await withCustomer(make);
      const noted = (before: Customer, notes: string | null) => {
        const save = aSave(before);
        return saved(customers, { ...save, change: { ...save.change, notes } });
      };
      const second = await noted(customer, 'Called us.');
      const third = await noted(second, null);
      await noted(third, 'Zoë showed her passport ✓');

      const { entries } = await customers.auditTrail(ref, { cursor: null, limit: 10 });

      expect(entries.map(({ version, notes }) => [version, notes])).toEqual([
        [4, 'Zoë showed her passport ✓'],
        [3, null],
        [2, 'Called us.'],
        [1, null],
      ]);
    });

    it('has what a rider said to biometrics beside the entries that tell of it', async () => {
      const { customers, ref, customer } = await withCustomer(make);
      const consent = { given: false, version: null, atMs: noonMs };
      await customers.save({
        ...aSave(customer),
        change: changeCustomer(customer, 'consent_recorded', {}, { consent }),
      });

      const { entries } = await customers.auditTrail(ref, { cursor: null, limit: 10 });

      expect(entries).toMatchObject([
        { action: 'consent_recorded', before: {}, after: {}, consent },
        { action: 'customer_created', consent: null },
      ]);
    });

    it('names the push that was saved with an entry, from the first entry on', async () => {
      const { customers } = make();
      const ref = newRef();
      const [atSignup, later] = [aPush(ref), aPush(ref)];
      const customer = aCustomer(ref);
      await customers.create(aCreation(customer, { notification: atSignup }));
      const second = aSave(customer, { attemptCount: 1 });
      await customers.save(second);
      await customers.save(aSave(second.change.after, {}, { notification: { ...later, kind: 'verified' } }));

      const { entries } = await customers.auditTrail(ref, { cursor: null, limit: 10 });

      expect(entries.map(({ notification }) => notification)).toEqual([
        { id: later.id, kind: 'verified' },
        null,
        { id: atSignup.id, kind: 'verification_required' },
      ]);
    });

    it.each(['PROFILE', '', 'ÿ'])('refuses the cursor “%s”, which it did not give out', async (cursor) => {
      const { customers, ref } = await withCustomer(make);

      await expect(customers.auditTrail(ref, { cursor, limit: 2 })).rejects.toThrow(InvalidInput);
    });
  });
}
