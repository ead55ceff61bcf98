import { afterAll, beforeAll } from 'vitest';
import { createCustomerFileRepository } from '../../../functions/adapters/dynamodb/customer-file.ts';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { createDeviceRepository } from '../../../functions/adapters/dynamodb/device-repository.ts';
import { createIdentityDataRepository } from '../../../functions/adapters/dynamodb/identity-item.ts';
import { customerPartition } from '../../../functions/adapters/dynamodb/keys.ts';
import { createRedactionLeftovers } from '../../../functions/adapters/dynamodb/redaction-leftovers.ts';
import { createSignalRepository } from '../../../functions/adapters/dynamodb/signal-repository.ts';
import { createSubaccountRepository } from '../../../functions/adapters/dynamodb/subaccount-repository.ts';
import type { Notification } from '../../../functions/domain/notification.ts';
import { describeCustomerRepository } from '../contracts/customer-repository.ts';
import { describeKeptIdentity } from '../contracts/kept-identity.ts';
import { describeRedaction } from '../contracts/redaction.ts';
import { describeCustomerFileRepository } from '../contracts/customer-file.ts';
import { describeSignalRepository } from '../contracts/signal-repository.ts';
import { describeDeviceRepository } from '../contracts/device-repository.ts';
import { describeSubaccountRepository } from '../contracts/subaccount-repository.ts';
import { startTestTable, type TestTable } from '../support/table.ts';
import { testVault } from '../support/vault.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

const customersOf = () => createCustomerRepository(engine.table, testVault);

describeCustomerRepository(() => ({
  customers: customersOf(),
  subaccounts: createSubaccountRepository(engine.table),
  auditOf: async (ref) =>
    (await customersOf().auditTrail(ref, { cursor: null, limit: 100 })).entries.toReversed(),
  outboxOf: async (ref) =>
    (await engine.itemsOf(customerPartition(ref), 'OUTBOX#')).map(
      (item) => item['notification'] as Notification,
    ),
}));

describeSubaccountRepository(() => createSubaccountRepository(engine.table));

const filesOf = () => ({
  customers: customersOf(),
  subaccounts: createSubaccountRepository(engine.table),
  customerFiles: createCustomerFileRepository(engine.table, testVault),
  signals: createSignalRepository(engine.table, testVault),
  identityData: createIdentityDataRepository(engine.table, testVault),
});

describeSignalRepository(filesOf);

describeCustomerFileRepository(filesOf);

describeKeptIdentity(filesOf);

describeRedaction(() => ({ ...filesOf(), leftovers: createRedactionLeftovers(engine.table) }));

describeDeviceRepository(() => createDeviceRepository(engine.table));
