// All subaccounts in one partition of an index, sorted by their ids. It crosses tenants on purpose: an admin chooses
// from it. A subaccount stands in it once it is saved with these attributes.

import { subaccountId } from '../../contracts/identifiers.ts';
import { InvalidInput } from '../../domain/faults.ts';
import type { SubaccountRepository } from '../../use-cases/ports/subaccount-repository.ts';
import { subaccountKeys } from './keys.ts';
import { queryPage, readCursor } from './page.ts';
import { subaccountItem } from './subaccount-items.ts';
import type { Table } from './table.ts';

const partition = 'SUBACCOUNTS';

/** Of a subaccount's profile. */
export function listedSubaccount(id: string): { creation_pk: string; creation_sk: string } {
  return { creation_pk: partition, creation_sk: id };
}

export function subaccountList(table: Table): Pick<SubaccountRepository, 'list'> {
  return {
    async list({ cursor, limit }) {
      const query = {
        IndexName: 'by_creation',
        KeyConditionExpression: 'creation_pk = :partition',
        ExpressionAttributeValues: { ':partition': partition },
        ...(cursor !== null && { ExclusiveStartKey: startKey(cursor) }),
      };
      const { items, nextCursor } = await queryPage(table, query, { limit, sortKey: 'creation_sk' });
      return { subaccounts: items.map((item) => subaccountItem.parse(item)), nextCursor };
    },
  };
}

function startKey(cursor: string): Record<string, string> {
  const last = subaccountId.safeParse(readCursor(cursor));
  if (!last.success) throw new InvalidInput([{ path: 'cursor', message: 'is not a cursor of this list' }]);
  return { ...subaccountKeys.profile(last.data), ...listedSubaccount(last.data) };
}
