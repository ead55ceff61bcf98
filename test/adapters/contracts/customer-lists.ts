import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../../functions/domain/faults.ts';
import type { Customer } from '../../../functions/domain/customer.ts';
import type { CustomerFilter } from '../../../functions/domain/customer-list.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import type { MakeCustomerHarness } from './customer-harness.ts';
import { aSave, created, newId, noonMs, saved } from './samples.ts';

const required = (atMs: number): Customer['requirement'] => ({
  state: 'required',
  atMs,
  reason: { kind: 'subaccount_policy' },
});

/** Walks a list to its end; the ids page by page. */
async function pages(
  customers: CustomerRepository,
  subaccountId: string,
  filter: CustomerFilter,
  limit: number,
): Promise<string[][]> {
  const walked: string[][] = [];
  let cursor: string | null = null;
  do {
    const page = await customers.list(subaccountId, filter, { cursor, limit });
    walked.push(page.customers.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null && walked.length < 100);
  return walked;
}

async function ids(
  customers: CustomerRepository,
  subaccountId: string,
  filter: CustomerFilter,
): Promise<string[]> {
  return (await pages(customers, subaccountId, filter, 100)).flat();
}

/** Lists by filter, page by page. */
export function describeCustomerLists(make: MakeCustomerHarness): void {
  const add = (customers: CustomerRepository, subaccountId: string, id: string, details: Partial<Customer>) =>
    created(customers, { subaccountId, customerId: id }, details);

  describe('listing customers', () => {
    it('shows all, the newest first, and those of the same moment in a fixed order', async () => {
      const { customers } = make();
      const home = newId('sub');
      await add(customers, home, 'old', { createdAtMs: noonMs - 1 });
      await add(customers, home, 'new', { createdAtMs: noonMs + 1 });
      await add(customers, home, 'b', { createdAtMs: noonMs });
      await add(customers, home, 'a', { createdAtMs: noonMs });

      expect(await ids(customers, home, 'all')).toEqual(['new', 'b', 'a', 'old']);
    });

    it('shows who must verify, the one who waits longest first', async () => {
      const { customers } = make();
      const home = newId('sub');
      await add(customers, home, 'later', { requirement: required(noonMs + 1) });
      await add(customers, home, 'first', { requirement: required(noonMs) });
      await add(customers, home, 'cleared', { requirement: { state: 'cleared', atMs: noonMs } });
      await add(customers, home, 'free', {});

      expect(await ids(customers, home, 'required')).toEqual(['first', 'later']);
    });

    it.each(['pending', 'requires_input', 'failed', 'verified'] as const)(
      'shows who is %s, the latest change first',
      async (status) => {
        const { customers } = make();
        const home = newId('sub');
        await add(customers, home, 'before', { identityStatus: status, identityStatusAtMs: noonMs });
        await add(customers, home, 'after', { identityStatus: status, identityStatusAtMs: noonMs + 1 });
        await add(customers, home, 'other', { identityStatus: 'canceled' });
        await add(customers, home, 'never', { identityStatus: null });

        expect(await ids(customers, home, status)).toEqual(['after', 'before']);
      },
    );

    it('answers whole customers', async () => {
      const { customers } = make();
      const home = newId('sub');
      const customer = await add(customers, home, 'ada', { identityStatus: 'pending', attemptCount: 2 });

      const page = await customers.list(home, 'pending', { cursor: null, limit: 10 });

      expect(page).toEqual({ customers: [customer], nextCursor: null });
    });

    it('moves a customer from list to list as he changes', async () => {
      const { customers } = make();
      const home = newId('sub');
      const flagged = await add(customers, home, 'ada', { requirement: required(noonMs) });

      const pending = await saved(
        customers,
        aSave(flagged, { identityStatus: 'pending', identityStatusAtMs: noonMs + 1 }),
      );
      expect(await ids(customers, home, 'required')).toEqual(['ada']);
      expect(await ids(customers, home, 'pending')).toEqual(['ada']);

      await customers.save(aSave(pending, { identityStatus: 'verified', requirement: { state: 'none' } }));
      expect(await ids(customers, home, 'required')).toEqual([]);
      expect(await ids(customers, home, 'pending')).toEqual([]);
      expect(await ids(customers, home, 'verified')).toEqual(['ada']);
      expect(await ids(customers, home, 'all')).toEqual(['ada']);
    });

    it.each([1, 2, 3, 6, 7, 100])('shows everybody once in pages of %i', async (limit) => {
      const { customers } = make();
      const home = newId('sub');
      const names = ['g', 'f', 'e', 'd', 'c', 'b', 'a'];
      for (const [index, name] of names.entries()) {
        // Two of a moment, so that a page can end between them.
        await add(customers, home, name, { createdAtMs: noonMs - Math.floor(index / 2) });
      }

      const walked = await pages(customers, home, 'all', limit);

      expect(walked.flat()).toEqual(names);
      expect(walked.every((page) => page.length <= limit)).toBe(true);
    });

    it('goes on where a page ended, also where somebody joined meanwhile', async () => {
      const { customers } = make();
      const home = newId('sub');
      await add(customers, home, 'a', { createdAtMs: noonMs });
      await add(customers, home, 'b', { createdAtMs: noonMs + 1 });
      const first = await customers.list(home, 'all', { cursor: null, limit: 1 });
      await add(customers, home, 'c', { createdAtMs: noonMs + 2 });

      const second = await customers.list(home, 'all', { cursor: first.nextCursor, limit: 1 });

      expect(first.customers.map(({ id }) => id)).toEqual(['b']);
      expect(second.customers.map(({ id }) => id)).toEqual(['a']);
    });

    it('is empty for a subaccount without customers', async () => {
      const { customers } = make();

      const page = await customers.list(newId('sub'), 'required', { cursor: null, limit: 10 });

      expect(page).toEqual({ customers: [], nextCursor: null });
    });
  });

  describe('listing never mixes subaccounts', () => {
    it('also where one’s id begins with the other’s', async () => {
      const { customers } = make();
      const home = newId('sub');
      const away = `${home}2`;
      await add(customers, home, 'mine', { identityStatus: 'failed', requirement: required(noonMs) });
      await add(customers, away, 'theirs', { identityStatus: 'failed', requirement: required(noonMs) });

      for (const filter of ['all', 'required', 'failed'] as const) {
        expect(await ids(customers, home, filter)).toEqual(['mine']);
        expect(await ids(customers, away, filter)).toEqual(['theirs']);
      }
    });

    it('with a cursor of another subaccount: own customers, or a refusal', async () => {
      const { customers } = make();
      const [home, away] = [newId('sub'), newId('sub')];
      for (const [index, name] of ['a', 'b', 'c'].entries()) {
        await add(customers, home, `mine-${name}`, { createdAtMs: noonMs + index });
        await add(customers, away, `theirs-${name}`, { createdAtMs: noonMs + index });
      }
      const { nextCursor } = await customers.list(away, 'all', { cursor: null, limit: 1 });
      expect(nextCursor).not.toBeNull();

      const shown = await customers.list(home, 'all', { cursor: nextCursor, limit: 10 }).then(
        (page) => page.customers.map(({ id }) => id),
        (fault: unknown) => (fault instanceof InvalidInput ? [] : Promise.reject(fault as Error)),
      );

      expect(shown.filter((id) => !id.startsWith('mine-'))).toEqual([]);
    });

    it.each([
      ['no text', ''],
      ['a word', 'garbage'],
      ['other characters', '§$%&/()='],
      ['something else in base64', Buffer.from('{"pk":"SUB#metro"}').toString('base64url')],
      ['a key of the table', Buffer.from('SUB#metro#CUST#ada').toString('base64url')],
      ['a time without a customer', Buffer.from('2026-01-15T12:00:00.000Z#').toString('base64url')],
      ['bytes that are no text', Buffer.from([0xff, 0x00, 0xfe]).toString('base64url')],
      ['a thousand characters', 'A'.repeat(1000)],
    ])('refuses a cursor that it didn’t give out: %s', async (_, cursor) => {
      const { customers } = make();
      const home = newId('sub');
      await add(customers, home, 'ada', {});

      await expect(customers.list(home, 'all', { cursor, limit: 10 })).rejects.toThrow(InvalidInput);
    });
  });
}
