import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../../functions/domain/faults.ts';
import { withCustomer, type MakeCustomerHarness } from './customer-harness.ts';
import { aSave } from './samples.ts';

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

    it.each(['PROFILE', '', 'ÿ'])('refuses the cursor “%s”, which it did not give out', async (cursor) => {
      const { customers, ref } = await withCustomer(make);

      await expect(customers.auditTrail(ref, { cursor, limit: 2 })).rejects.toThrow(InvalidInput);
    });
  });
}
