// What is left of a customer in his partition after the transaction that asked for a redaction: his notes may be more
// than a transaction has room for.

import * as z from 'zod';
import type { CustomerRef } from '../../domain/customer.ts';
import { ConcurrentChange } from '../../domain/faults.ts';
import type { RedactionLeftovers } from '../../use-cases/ports/redaction.ts';
import { sessionItem } from './items.ts';
import { customerKeys, customerPartition, notePrefix, sessionPrefix } from './keys.ts';
import { redactionItem } from './redaction-items.ts';
import { TransactionRefused, type Item, type Table } from './table.ts';

/** As many as a transaction may delete. */
const pageSize = 100;

const itemKey = z.object({ pk: z.string(), sk: z.string() });

const identityOrigin = z.object({ sessionId: z.string() });

export function createRedactionLeftovers(table: Table): RedactionLeftovers {
  const query = (ref: CustomerRef, from: string, to: string): Promise<Item[]> =>
    table.query({
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': customerPartition(ref), ':from': from, ':to': to },
      ConsistentRead: true,
      Limit: pageSize,
    });

  return {
    async removeNotes(ref) {
      const item = await table.get(customerKeys.redaction(ref));
      if (item === null) return;
      const last = customerKeys.note(ref, redactionItem.parse(item).version - 1).sk;
      for (;;) {
        const notes = await query(ref, notePrefix, last);
        if (notes.length === 0) return;
        await removeAll(table, notes);
      }
    },

    async listSessions(ref) {
      const found: Item[] = [];
      let from = sessionPrefix;
      for (;;) {
        // Behind all digits.
        const page = await query(ref, from, `${sessionPrefix}~`);
        found.push(...page);
        const last = page.at(-1);
        if (last === undefined) return found.map((one) => sessionItem.parse(one));
        // No sort key goes on where another ends, so nothing is between a key and this.
        from = `${itemKey.parse(last).sk}!`;
      }
    },

    async identitySessionId(ref) {
      const item = await table.get(customerKeys.identity(ref));
      return item === null ? null : identityOrigin.parse(item).sessionId;
    },
  };
}

/** @throws ConcurrentChange where another run removes the same right now */
async function removeAll(table: Table, items: readonly Item[]): Promise<void> {
  try {
    await table.transact(items.map((item) => table.remove(itemKey.parse(item))));
  } catch (fault) {
    throw fault instanceof TransactionRefused ? new ConcurrentChange() : fault;
  }
}
