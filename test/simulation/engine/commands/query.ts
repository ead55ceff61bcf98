// Query, of the table and of its indexes.

import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Collection } from '../collection.ts';
import { holds } from '../expressions/evaluate-condition.ts';
import { NotSimulated } from '../invalid.ts';
import type { Store, View } from '../store.ts';
import type { StoredItem } from '../values.ts';
import { queryPlan, type QueryPlan } from './query-plan.ts';
import type { ReadRequest } from './request.ts';

/** Answers are never cut at 1 MB, as DynamoDB's are. */
export function readQuery(input: QueryCommandInput, store: Store): ReadRequest {
  const plan = queryPlan(input, store);
  const { collection, where } = plan;
  const { hash } = collection.schema;
  const partition = where.partition;
  return {
    kind: 'read',
    call: { command: 'Query', keys: [`${partition}/*`] },
    touches:
      input.ConsistentRead === true
        ? null
        : ({ before, after }) => before?.[hash] === partition || after?.[hash] === partition,
    run: (view) => run(plan, view),
  };
}

function run(plan: QueryPlan, view: View): Record<string, unknown> {
  const { collection, where, environment, limit } = plan;
  const partition = view.partition(collection, where.partition);
  const step = plan.forward ? 1 : -1;
  const found: StoredItem[] = [];
  let scanned = 0;
  let last: StoredItem | undefined;
  for (let at = firstPosition(plan, partition); scanned < limit; at += step) {
    const item = partition[at];
    if (item === undefined) {
      last = undefined;
      break;
    }
    if (where.range !== null && !holds(where.range, item, environment)) continue;
    scanned += 1;
    last = item;
    if (plan.passes(item)) found.push(plan.project(item));
  }
  return {
    ...(!plan.countsOnly && { Items: found }),
    Count: found.length,
    ScannedCount: scanned,
    ...(last !== undefined && { LastEvaluatedKey: keyIn(collection, last) }),
  };
}

function firstPosition({ collection, start, forward }: QueryPlan, partition: readonly StoredItem[]): number {
  if (start === undefined) return forward ? 0 : partition.length - 1;
  const at = collection.position(partition, start);
  if (!forward) return at - 1;
  const there = partition[at];
  return there !== undefined && collection.isSameKey(there, start) ? at + 1 : at;
}

function keyIn(collection: Collection, item: StoredItem): StoredItem {
  return Object.fromEntries(
    collection.keyAttributes.map((name) => {
      const value = item[name];
      if (value === undefined) throw new NotSimulated('an indexed item without its keys');
      return [name, value];
    }),
  );
}
