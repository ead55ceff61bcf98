import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { customerPartition } from '../../../functions/adapters/dynamodb/keys.ts';
import {
  createOpenSessionList,
  openSessionAttributes,
} from '../../../functions/adapters/dynamodb/open-sessions.ts';
import { createReconcilerProgress } from '../../../functions/adapters/dynamodb/reconciler-progress.ts';
import { createRequeuedEvents } from '../../../functions/adapters/dynamodb/requeued-events.ts';
import type { CustomerRef } from '../../../functions/domain/customer.ts';
import { createSubaccountRepository } from '../../../functions/adapters/dynamodb/subaccount-repository.ts';
import {
  describeOpenSessionList,
  describeReconcilerProgress,
  describeRequeuedEvents,
} from '../contracts/reconciliation.ts';
import { aSave, aSession, created, newId, newRef, noonMs } from '../contracts/samples.ts';
import { startTestTable, type TestTable } from '../support/table.ts';
import { testVault } from '../support/vault.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

describeOpenSessionList(async () => {
  const table = await engine.another();
  return {
    customers: createCustomerRepository(table, testVault),
    subaccounts: createSubaccountRepository(table),
    openSessionList: createOpenSessionList(table),
  };
});
describeRequeuedEvents(() => createRequeuedEvents(engine.table));
describeReconcilerProgress(async () => createReconcilerProgress(await engine.another()));

describe('an open session', () => {
  it('is listed in one of eight partitions, the same for all of a customer’s', () => {
    const partitionOf = (ref: CustomerRef, number: number) =>
      openSessionAttributes(ref, aSession({ number, sessionId: 'vs_1', status: 'processing' }), noonMs)[
        'open_session_pk'
      ];
    const riders = Array.from({ length: 200 }, (_, rider) => newRef(`sub-${rider % 3}`));

    expect([...new Set(riders.map((ref) => partitionOf(ref, 1)))].toSorted()).toEqual(
      Array.from({ length: 8 }, (_, shard) => `OPEN_SESSIONS#${shard}`),
    );
    for (const ref of riders) expect(partitionOf(ref, 2)).toBe(partitionOf(ref, 1));
  });

  it('leaves the index as a record without the index’s attributes', async () => {
    const customers = createCustomerRepository(engine.table, testVault);
    const ref = newRef();
    const session = aSession({ sessionId: newId('vs'), status: 'requires_input' });
    await customers.save(aSave(await created(customers, ref), {}, { session, atMs: noonMs }));

    await createOpenSessionList(engine.table).settle({
      ref,
      number: 1,
      sessionId: session.sessionId ?? '',
      sinceMs: noonMs,
    });

    const [record] = await engine.itemsOf(customerPartition(ref), 'SESSION#');
    expect(record).toEqual({ pk: customerPartition(ref), sk: 'SESSION#0000000001', ...session });
  });
});
