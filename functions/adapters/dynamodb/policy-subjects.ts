// A subaccount's customers as a policy reads them: pages of an index, narrowed to a few attributes.

import type { PolicySubjects } from '../../use-cases/ports/policy-effects.ts';
import { indexFor, inIndex } from './customer-indexes.ts';
import { policySubjectItem } from './items.ts';
import { queryPage, readCursor } from './page.ts';
import type { Table } from './table.ts';

export function createPolicySubjects(table: Table): PolicySubjects {
  return {
    async page(subaccountId, { cursor, limit }) {
      const index = indexFor(subaccountId, 'all');
      const query = {
        ...inIndex(index, subaccountId, cursor === null ? null : readCursor(cursor)),
        ProjectionExpression: 'id, createdAtMs, identityStatus, requirement, risk, creation_sk',
        ScanIndexForward: true,
      };
      const { items, nextCursor } = await queryPage(table, query, { limit, sortKey: index.sk });
      return { subjects: items.map((item) => policySubjectItem.parse(item)), nextCursor };
    },
  };
}
