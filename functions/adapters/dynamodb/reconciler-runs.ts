// What the reconciler did in each of its runs: an item a run, by when it began.

import * as z from 'zod';
import { dayMs } from '../../domain/calendar-date.ts';
import { InvalidInput } from '../../domain/faults.ts';
import { runOutcomes } from '../../domain/reconciler-run.ts';
import type { ReconcilerRuns } from '../../use-cases/ports/operations.ts';
import { reconcilerKeys, reconcilerPartition, runPrefix } from './keys.ts';
import { queryPage, readCursor } from './page.ts';
import type { Table } from './table.ts';

const lifeMs = 30 * dayMs;

const part = z.object({ outcome: z.enum(runOutcomes), cause: z.string().nullable() });

const runItem = z.object({
  startedAtMs: z.number(),
  finishedAtMs: z.number(),
  outcome: z.enum(runOutcomes),
  openSessions: part,
  undeliveredEvents: part,
  counts: z.object({
    sessionsRead: z.number(),
    sessionsNotRead: z.number(),
    verificationsHealed: z.number(),
    sessionsHealed: z.number(),
    eventsRead: z.number(),
    eventsMalformed: z.number(),
    eventsRequeued: z.number(),
  }),
});

export function createReconcilerRuns(table: Table): ReconcilerRuns {
  return {
    async save(run) {
      const expiresAt = Math.ceil((run.startedAtMs + lifeMs) / 1000);
      const item = { ...reconcilerKeys.run(run.startedAtMs), ...run, expires_at: expiresAt };
      // Of two runs that began in the same millisecond, one is as good as the other.
      await table.putIf(item, 'attribute_not_exists(pk)');
    },

    async page({ cursor, limit }) {
      const query = {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': reconcilerPartition, ':prefix': runPrefix },
        ScanIndexForward: false,
        ...(cursor !== null && { ExclusiveStartKey: { pk: reconcilerPartition, sk: sortKeyOf(cursor) } }),
      };
      const { items, nextCursor } = await queryPage(table, query, { limit, sortKey: 'sk' });
      return { runs: items.map((item) => runItem.parse(item)), nextCursor };
    },
  };
}

function sortKeyOf(cursor: string): string {
  const sortKey = readCursor(cursor);
  if (/^RUN#\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(sortKey)) return sortKey;
  throw new InvalidInput([{ path: 'cursor', message: 'is not a cursor of this list' }]);
}
