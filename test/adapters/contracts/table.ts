// What a table does, held alike against the embedded engine and the simulated one.

import { describeConditions } from './table/conditions.ts';
import type { MakeTable } from './table/harness.ts';
import { describeIndexes } from './table/indexes.ts';
import { describeItems } from './table/items.ts';
import { describeQueries } from './table/queries.ts';
import { describeRefusals } from './table/refusals.ts';
import { describeStream } from './table/stream.ts';
import { describeTransactions } from './table/transactions.ts';
import { describeUpdates } from './table/updates.ts';

export function describeTable(make: MakeTable): void {
  describeItems(make);
  describeRefusals(make);
  describeConditions(make);
  describeUpdates(make);
  describeTransactions(make);
  describeQueries(make);
  describeIndexes(make);
  describeStream(make);
}
