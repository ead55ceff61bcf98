import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../functions/domain/customer.ts';
import {
  customerFilters,
  listOrders,
  type CustomerFilter,
  type ListOrder,
} from '../../../functions/domain/customer-list.ts';
import { InvalidInput } from '../../../functions/domain/faults.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import type { MakeCustomerHarness } from './customer-harness.ts';
import { created, newId, noonMs } from './samples.ts';

const names = ['a', 'b', 'c', 'd', 'e'];

/** A later customer stands later in each list that shows him. */
function listedBy(filter: CustomerFilter, atMs: number): Partial<Customer> {
  switch (filter) {
    case 'all':
      return { createdAtMs: atMs };
    case 'required':
      return { requirement: { state: 'required', atMs, reason: { kind: 'subaccount_policy' } } };
    case 'alternative_requested':
      return { alternativeRequestedAtMs: atMs };
    case 'pending':
    case 'requires_input':
    case 'failed':
    case 'verified':
      return { identityStatus: filter, identityStatusAtMs: atMs };
  }
}

type Listed = { customers: CustomerRepository; home: string };

/** A subaccount with customers whom the filter shows, the oldest first. */
async function withListed(make: MakeCustomerHarness, filter: CustomerFilter): Promise<Listed> {
  const { customers } = make();
  const home = newId('sub');
  for (const [index, customerId] of names.entries()) {
    await created(customers, { subaccountId: home, customerId }, listedBy(filter, noonMs + index));
  }
  return { customers, home };
}

/** Orders of lists, and how long they are. */
export function describeCustomerOrders(make: MakeCustomerHarness): void {
  const page = async (
    { customers, home }: Listed,
    filter: CustomerFilter,
    wanted: { cursor?: string | null; limit?: number; order?: ListOrder },
  ) => {
    const shown = await customers.list(home, filter, { cursor: null, limit: 2, ...wanted });
    return { ids: shown.customers.map(({ id }) => id), nextCursor: shown.nextCursor };
  };

  describe.each(customerFilters)('the list %s', (filter) => {
    const own = filter === 'required' || filter === 'alternative_requested' ? 'oldest' : 'newest';

    it.each(listOrders)('begins with the %s where that is asked for, on every page', async (order) => {
      const listed = await withListed(make, filter);
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const { ids, nextCursor } = await page(listed, filter, { cursor, order });
        seen.push(...ids);
        cursor = nextCursor;
      } while (cursor !== null);

      expect(seen).toEqual(order === 'oldest' ? names : names.toReversed());
    });

    it(`begins with the ${own} where nothing is asked for`, async () => {
      const listed = await withListed(make, filter);

      expect(await page(listed, filter, {})).toEqual(await page(listed, filter, { order: own }));
    });
  });

  describe('a cursor', () => {
    it.each(listOrders)('goes on in the order of its list, %s, without being told', async (order) => {
      const listed = await withListed(make, 'all');
      const { nextCursor } = await page(listed, 'all', { order });

      const next = await page(listed, 'all', { cursor: nextCursor });

      expect(next.ids).toEqual(order === 'oldest' ? ['c', 'd'] : ['c', 'b']);
      expect(await page(listed, 'all', { cursor: next.nextCursor })).toMatchObject({ nextCursor: null });
    });

    it('is refused in another order than that of its list', async () => {
      const listed = await withListed(make, 'all');
      const { nextCursor } = await page(listed, 'all', { order: 'oldest' });

      await expect(page(listed, 'all', { cursor: nextCursor, order: 'newest' })).rejects.toThrow(
        InvalidInput,
      );
    });

    it.each(['newest#', 'oldest#garbage', 'oldest#newest#2026-01-15T12:00:00.000Z#a', 'first#x'])(
      'of another shape is refused: %s',
      async (text) => {
        const listed = await withListed(make, 'all');
        const cursor = Buffer.from(text).toString('base64url');

        await expect(page(listed, 'all', { cursor })).rejects.toThrow(InvalidInput);
      },
    );
  });

  describe('counting', () => {
    it.each(customerFilters)('tells how many %s shows, up to so many', async (filter) => {
      const { customers, home } = await withListed(make, filter);
      await created(customers, { subaccountId: newId('sub'), customerId: 'a' }, listedBy(filter, noonMs));

      expect(await customers.count(home, filter, 100)).toBe(5);
      expect(await customers.count(home, filter, 5)).toBe(5);
      expect(await customers.count(home, filter, 3)).toBe(3);
    });

    it('counts nobody whom the filter doesn’t show', async () => {
      const { customers, home } = await withListed(make, 'verified');

      expect(await customers.count(home, 'failed', 100)).toBe(0);
      expect(await customers.count(newId('sub'), 'all', 100)).toBe(0);
    });
  });
}
