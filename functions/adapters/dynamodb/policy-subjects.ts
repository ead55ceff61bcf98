// A subaccount's customers as a policy reads them: pages of an index, narrowed to a few attributes.

import * as z from 'zod';
import type { PolicySubjects } from '../../use-cases/ports.ts';
import { indexFor, startKey, toCursor } from './customer-indexes.ts';
import { policySubjectItem } from './items.ts';
import type { Table } from './table.ts';

const positionItem = z.object({ creation_sk: z.string() });

export function createPolicySubjects(table: Table): PolicySubjects {
  return {
    async page(subaccountId, { cursor, limit }) {
      const index = indexFor(subaccountId, 'all');
      const items = await table.query({
        IndexName: index.name,
        KeyConditionExpression: '#pk = :partition',
        ProjectionExpression: 'id, createdAtMs, identityStatus, requirement, risk, creation_sk',
        ExpressionAttributeNames: { '#pk': index.pk },
        ExpressionAttributeValues: { ':partition': index.partition },
        ScanIndexForward: true,
        // One more than asked for tells whether there is a next page.
        Limit: limit + 1,
        ...(cursor !== null && { ExclusiveStartKey: startKey(index, subaccountId, cursor) }),
      });
      const page = items.slice(0, limit);
      const hasMore = items.length > limit;
      return {
        subjects: page.map((item) => policySubjectItem.parse(item)),
        nextCursor: hasMore ? toCursor(positionItem.parse(page.at(-1)).creation_sk) : null,
      };
    },
  };
}
