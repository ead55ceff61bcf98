// A subaccount's customers: page by page, counted, and looked up by an id. A cursor tells its list's order, too.

import { listOrders, ownOrder, type CustomerFilter, type ListOrder } from '../../domain/customer-list.ts';
import { InvalidInput } from '../../domain/faults.ts';
import type { CustomerRepository } from '../../use-cases/ports/customer-repository.ts';
import { indexFor, inIndex } from './customer-indexes.ts';
import { customerItem, ownerItem } from './items.ts';
import { customerKeys, lookupKeys } from './keys.ts';
import { queryPage, readCursor } from './page.ts';
import type { Table } from './table.ts';

export function customerLists(table: Table): Pick<CustomerRepository, 'list' | 'count' | 'search'> {
  return {
    async list(subaccountId, filter, { cursor, limit, order: asked }) {
      const place = cursor === null ? null : placeOf(cursor, filter);
      const order = asked ?? place?.order ?? ownOrder(filter);
      if (place !== null && place.order !== order) {
        throw new InvalidInput([
          { path: 'cursor', message: `is of the list that begins with the ${place.order}` },
        ]);
      }
      const index = indexFor(subaccountId, filter);
      const query = {
        ...inIndex(index, subaccountId, place?.lastSortKey ?? null),
        ScanIndexForward: order === 'oldest',
      };
      const page = { limit, sortKey: index.sk, prefix: `${order}#` };
      const { items, nextCursor } = await queryPage(table, query, page);
      return { customers: items.map((item) => customerItem.parse(item)), nextCursor };
    },

    count: (subaccountId, filter, atMost) =>
      table.count(inIndex(indexFor(subaccountId, filter), subaccountId, null), atMost),

    async search(subaccountId, { customerId, stripe }) {
      const own = customerId === null ? [] : [customerKeys.profile({ subaccountId, customerId })];
      const lookup = stripe === null ? [] : [lookups[stripe.kind](stripe.id)];
      const found = await table.getAll([...own, ...lookup]);
      const owners = found
        .slice(own.length)
        .flatMap((item) => (item === null ? [] : [ownerItem.parse(item)]))
        // Stripe's ids are of all tenants; and who was found already is shown once.
        .filter((ref) => ref.subaccountId === subaccountId && ref.customerId !== customerId);
      const owned = owners.length === 0 ? [] : await table.getAll(owners.map(customerKeys.profile));
      return [...found.slice(0, own.length), ...owned].flatMap((item) =>
        item === null ? [] : [customerItem.parse(item)],
      );
    },
  };
}

const lookups = { customer: lookupKeys.stripeCustomer, session: lookupKeys.stripeSession };

const cursorShape = /^(?:([a-z]+)#)?(.*)$/s;

/** Cursors from before there were orders tell none: theirs is the filter's own. */
function placeOf(cursor: string, filter: CustomerFilter): { order: ListOrder; lastSortKey: string } {
  const [, told, lastSortKey = ''] = cursorShape.exec(readCursor(cursor)) ?? [];
  return { order: listOrders.find((order) => order === told) ?? ownOrder(filter), lastSortKey };
}
