// How far the reconciler has come in each of its lists: one item a list, moved on only from where it was.

import * as z from 'zod';
import type { ReconcilerProgress } from '../../use-cases/ports/reconciliation.ts';
import { reconcilerKeys } from './keys.ts';
import type { Table } from './table.ts';

const progressItem = z.object({ nextCursor: z.string().nullable() });

export function createReconcilerProgress(table: Table): ReconcilerProgress {
  return {
    async load(list) {
      const item = await table.get(reconcilerKeys.progress(list));
      return item === null ? null : progressItem.parse(item).nextCursor;
    },

    async move(list, from, to) {
      const item = { ...reconcilerKeys.progress(list), nextCursor: to };
      const unmoved = 'nextCursor = :from';
      const condition = from === null ? `attribute_not_exists(pk) OR ${unmoved}` : unmoved;
      return table.putIf(item, condition, { ':from': from });
    },
  };
}
