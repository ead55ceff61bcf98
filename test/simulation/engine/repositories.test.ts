// The production repositories keep their contracts over the simulated table.

import { describe } from 'vitest';
import { createCustomerFileRepository } from '../../../functions/adapters/dynamodb/customer-file.ts';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { createDeviceRepository } from '../../../functions/adapters/dynamodb/device-repository.ts';
import { createIdentityDataRepository } from '../../../functions/adapters/dynamodb/identity-item.ts';
import { customerPartition } from '../../../functions/adapters/dynamodb/keys.ts';
import { createOpenSessionList } from '../../../functions/adapters/dynamodb/open-sessions.ts';
import { createPolicyApplications } from '../../../functions/adapters/dynamodb/policy-applications.ts';
import { createPolicySubjects } from '../../../functions/adapters/dynamodb/policy-subjects.ts';
import { createReconcilerProgress } from '../../../functions/adapters/dynamodb/reconciler-progress.ts';
import { createRequeuedEvents } from '../../../functions/adapters/dynamodb/requeued-events.ts';
import { createSignalRepository } from '../../../functions/adapters/dynamodb/signal-repository.ts';
import { createStatsCounters } from '../../../functions/adapters/dynamodb/stats-counters.ts';
import { createSubaccountRepository } from '../../../functions/adapters/dynamodb/subaccount-repository.ts';
import { createTable, type Table } from '../../../functions/adapters/dynamodb/table.ts';
import type { Notification } from '../../../functions/domain/notification.ts';
import { describeCustomerRepository } from '../../adapters/contracts/customer-repository.ts';
import { describeDeviceRepository } from '../../adapters/contracts/device-repository.ts';
import {
  describeForeignCursors,
  describePolicyApplications,
  describePolicySubjects,
  describeStatsCounters,
} from '../../adapters/contracts/policy-effects.ts';
import {
  describeOpenSessionList,
  describeReconcilerProgress,
  describeRequeuedEvents,
} from '../../adapters/contracts/reconciliation.ts';
import { describeKeptIdentity } from '../../adapters/contracts/kept-identity.ts';
import { describeCustomerFileRepository } from '../../adapters/contracts/customer-file.ts';
import { describeSignalRepository } from '../../adapters/contracts/signal-repository.ts';
import { describeSubaccountRepository } from '../../adapters/contracts/subaccount-repository.ts';
import { createInMemoryVault } from '../../support/in-memory/vault.ts';
import { calmTable } from './calm-table.ts';

const simulated = calmTable();
const table = createTable('ridegate', simulated.documents);
const vault = createInMemoryVault();
const customers = createCustomerRepository(table, vault);
const subaccounts = createSubaccountRepository(table);
const files = {
  customers,
  subaccounts,
  customerFiles: createCustomerFileRepository(table, vault),
  signals: createSignalRepository(table, vault),
  identityData: createIdentityDataRepository(table, vault),
};

describe('over the simulated table', () => {
  describeCustomerRepository(() => ({
    customers,
    subaccounts,
    auditOf: async (ref) =>
      (await customers.auditTrail(ref, { cursor: null, limit: 100 })).entries.toReversed(),
    outboxOf: (ref) =>
      Promise.resolve(
        simulated
          .partition(customerPartition(ref))
          .filter(({ sk }) => String(sk).startsWith('OUTBOX#'))
          .map((item) => item['notification'] as Notification),
      ),
  }));

  describeSubaccountRepository(() => subaccounts);
  describeSignalRepository(() => files);
  describeCustomerFileRepository(() => files);
  describeKeptIdentity(() => files);
  describeDeviceRepository(() => createDeviceRepository(table));

  describePolicySubjects(() => ({ subjects: createPolicySubjects(table), customers }));
  describeForeignCursors(() => createPolicySubjects(table));
  describePolicyApplications(() => createPolicyApplications(table));
  describeStatsCounters(() => createStatsCounters(table));

  describeOpenSessionList(() => {
    const another = anotherTable();
    return Promise.resolve({
      customers: createCustomerRepository(another, vault),
      subaccounts: createSubaccountRepository(another),
      openSessionList: createOpenSessionList(another),
    });
  });
  describeRequeuedEvents(() => createRequeuedEvents(table));
  describeReconcilerProgress(() => Promise.resolve(createReconcilerProgress(anotherTable())));
});

/** For cases that must find their own items alone. */
function anotherTable(): Table {
  return createTable('ridegate', calmTable().documents);
}
