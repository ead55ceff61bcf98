// Lists of the in-memory customer repository: filtered, ordered, paged, counted and searched as the table's are.

import { Buffer } from 'node:buffer';
import * as z from 'zod';
import type { Customer } from '../../../functions/domain/customer.ts';
import {
  listOrders,
  ownOrder,
  type CustomerFilter,
  type CustomerSearch,
  type ListOrder,
} from '../../../functions/domain/customer-list.ts';
import { InvalidInput } from '../../../functions/domain/faults.ts';
import type { CustomerPage } from '../../../functions/use-cases/ports/customer-repository.ts';
import { copy, customerKey, type Storage } from './storage.ts';

/** The time that a customer is ordered by, and his id. */
const position = z.tuple([z.number(), z.string()]);
type Position = z.infer<typeof position>;

/** Where a page ended, and in which order. */
const place = z.object({ order: z.enum(listOrders), at: position });

export function listCustomers(
  storage: Storage,
  subaccountId: string,
  filter: CustomerFilter,
  page: { cursor: string | null; limit: number; order?: ListOrder | undefined },
): CustomerPage {
  const from = page.cursor === null ? null : fromCursor(page.cursor);
  const order = page.order ?? from?.order ?? ownOrder(filter);
  if (from !== null && from.order !== order) throw notOfThisList();
  const direction = order === 'oldest' ? 1 : -1;
  const rest = listed(storage, subaccountId, filter)
    .filter(({ at }) => from === null || compare(at, from.at) * direction > 0)
    .sort((left, right) => compare(left.at, right.at) * direction);
  const shown = rest.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    customers: shown.map(({ customer }) => copy(customer)),
    nextCursor: last === undefined || rest.length <= page.limit ? null : toCursor(order, last.at),
  };
}

export function countCustomers(
  storage: Storage,
  subaccountId: string,
  filter: CustomerFilter,
  atMost: number,
): number {
  return Math.min(listed(storage, subaccountId, filter).length, atMost);
}

export function searchCustomers(
  storage: Storage,
  subaccountId: string,
  { customerId, stripe }: CustomerSearch,
): Customer[] {
  const owner =
    stripe?.kind === 'session'
      ? storage.stripeSessions.get(stripe.id)?.ref
      : storage.stripeCustomers.get(stripe?.id ?? '');
  const ids = new Set([customerId, owner?.subaccountId === subaccountId ? owner.customerId : null]);
  return [...ids].flatMap((id) => {
    const customer =
      id === null ? undefined : storage.customers.get(customerKey({ subaccountId, customerId: id }));
    return customer === undefined ? [] : [copy(customer)];
  });
}

function listed(
  storage: Storage,
  subaccountId: string,
  filter: CustomerFilter,
): { customer: Customer; at: Position }[] {
  return [...storage.customers.values()]
    .filter((customer) => customer.subaccountId === subaccountId)
    .flatMap((customer) => {
      const atMs = listedAtMs(customer, filter);
      return atMs === null ? [] : [{ customer, at: [atMs, customer.id] satisfies Position }];
    });
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

function toCursor(order: ListOrder, at: Position): string {
  return Buffer.from(JSON.stringify({ order, at })).toString('base64url');
}

function fromCursor(cursor: string): z.infer<typeof place> {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw notOfThisList();
  }
}

function notOfThisList(): InvalidInput {
  return new InvalidInput([{ path: 'cursor', message: 'is not a cursor of this list' }]);
}
