import { afterAll, beforeAll } from 'vitest';
import * as z from 'zod';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { customerPartition } from '../../../functions/adapters/dynamodb/keys.ts';
import { createSubaccountRepository } from '../../../functions/adapters/dynamodb/subaccount-repository.ts';
import type { Notification } from '../../../functions/domain/notification.ts';
import { describeCustomerRepository } from '../contracts/customer-repository.ts';
import { describeSubaccountRepository } from '../contracts/subaccount-repository.ts';
import { startTestTable, type TestTable } from '../support/table.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

const auditItem = z.object({
  version: z.number(),
  atMs: z.number(),
  actor: z.string(),
  action: z.string(),
  notes: z.string().nullable(),
});

describeCustomerRepository(() => ({
  customers: createCustomerRepository(engine.table),
  subaccounts: createSubaccountRepository(engine.table),
  auditOf: async (ref) =>
    (await engine.itemsOf(customerPartition(ref), 'AUDIT#')).map((item) => auditItem.parse(item)),
  outboxOf: async (ref) =>
    (await engine.itemsOf(customerPartition(ref), 'OUTBOX#')).map(
      (item) => item['notification'] as Notification,
    ),
}));

describeSubaccountRepository(() => createSubaccountRepository(engine.table));
