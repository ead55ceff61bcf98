// Lists of the in-memory customer repository: filtered, ordered and paged as the table's indexes do it.

import { Buffer } from 'node:buffer';
import * as z from 'zod';
import type { Customer } from '../../../functions/domain/customer.ts';
import { InvalidInput } from '../../../functions/domain/faults.ts';
import type { CustomerFilter, CustomerPage } from '../../../functions/use-cases/ports/customer-repository.ts';
import { copy, type Storage } from './storage.ts';

/** Where a page ended: the time it is ordered by, and the customer there. */
const position = z.tuple([z.number(), z.string()]);
type Position = z.infer<typeof position>;

export function listCustomers(
  storage: Storage,
  subaccountId: string,
  filter: CustomerFilter,
  page: { cursor: string | null; limit: number },
): CustomerPage {
  const direction = filter === 'required' || filter === 'alternative_requested' ? 1 : -1;
  const after = page.cursor === null ? null : fromCursor(page.cursor);
  const rest = [...storage.customers.values()]
    .filter((customer) => customer.subaccountId === subaccountId)
    .flatMap((customer) => {
      const atMs = listedAtMs(customer, filter);
      return atMs === null ? [] : [{ customer, at: [atMs, customer.id] satisfies Position }];
    })
    .filter(({ at }) => after === null || compare(at, after) * direction > 0)
    .sort((left, right) => compare(left.at, right.at) * direction);
  const shown = rest.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    customers: shown.map(({ customer }) => copy(customer)),
    nextCursor: last === undefined || rest.length <= page.limit ? null : toCursor(last.at),
  };
}

/** The time by which a customer is ordered in a list, null where he isn't in it. */
function listedAtMs(customer: Customer, filter: CustomerFilter): number | null {
  if (filter === 'all') return customer.createdAtMs;
  if (filter === 'required') {
    return customer.requirement.state === 'required' ? customer.requirement.atMs : null;
  }
  if (filter === 'alternative_requested') return customer.alternativeRequestedAtMs;
  return customer.identityStatus === filter ? customer.identityStatusAtMs : null;
}

function compare([leftMs, leftId]: Position, [rightMs, rightId]: Position): number {
  if (leftMs !== rightMs) return leftMs < rightMs ? -1 : 1;
  if (leftId === rightId) return 0;
  return leftId < rightId ? -1 : 1;
}

function toCursor(at: Position): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

function fromCursor(cursor: string): Position {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new InvalidInput([{ path: 'cursor', message: 'is not a cursor of this list' }]);
  }
}
