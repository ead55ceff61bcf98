import { afterAll, beforeAll } from 'vitest';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { createDeviceRepository } from '../../../functions/adapters/dynamodb/device-repository.ts';
import { customerPartition } from '../../../functions/adapters/dynamodb/keys.ts';
import { createSignalRepository } from '../../../functions/adapters/dynamodb/signal-repository.ts';
import { createSubaccountRepository } from '../../../functions/adapters/dynamodb/subaccount-repository.ts';
import type { Notification } from '../../../functions/domain/notification.ts';
import { describeCustomerRepository } from '../contracts/customer-repository.ts';
import { describeSignalRepository } from '../contracts/signal-repository.ts';
import { describeDeviceRepository } from '../contracts/device-repository.ts';
import { describeSubaccountRepository } from '../contracts/subaccount-repository.ts';
import { startTestTable, type TestTable } from '../support/table.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

describeCustomerRepository(() => ({
  customers: createCustomerRepository(engine.table),
  subaccounts: createSubaccountRepository(engine.table),
  auditOf: async (ref) =>
    (
      await createCustomerRepository(engine.table).auditTrail(ref, { cursor: null, limit: 100 })
    ).entries.toReversed(),
  outboxOf: async (ref) =>
    (await engine.itemsOf(customerPartition(ref), 'OUTBOX#')).map(
      (item) => item['notification'] as Notification,
    ),
}));

describeSubaccountRepository(() => createSubaccountRepository(engine.table));

describeSignalRepository(() => ({
  customers: createCustomerRepository(engine.table),
  subaccounts: createSubaccountRepository(engine.table),
  signals: createSignalRepository(engine.table),
}));

describeDeviceRepository(() => createDeviceRepository(engine.table));
