// The export in the table: it knows every kind of item that a customer can have, and reads all pages of them.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createCustomerExportSource,
  itemKind,
  unexportedKinds,
} from '../../../functions/adapters/dynamodb/customer-export.ts';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { createDeviceRepository } from '../../../functions/adapters/dynamodb/device-repository.ts';
import { customerKeys, customerPartition } from '../../../functions/adapters/dynamodb/keys.ts';
import { createSignalRepository } from '../../../functions/adapters/dynamodb/signal-repository.ts';
import { createSubaccountRepository } from '../../../functions/adapters/dynamodb/subaccount-repository.ts';
import { createTable, type DocumentClient } from '../../../functions/adapters/dynamodb/table.ts';
import { describeCustomerExport } from '../contracts/customer-export.ts';
import { created, newRef } from '../contracts/samples.ts';
import { startTestTable, type TestTable } from '../support/table.ts';
import { testVault } from '../support/vault.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

const sourceOf = () => createCustomerExportSource(engine.table, testVault);
const customersOf = () => createCustomerRepository(engine.table, testVault);
const limits = { auditEntries: 100 };

describeCustomerExport(() => ({
  customers: customersOf(),
  subaccounts: createSubaccountRepository(engine.table),
  signals: createSignalRepository(engine.table, testVault),
  devices: createDeviceRepository(engine.table),
  customerExport: sourceOf(),
}));

describe('the kinds of items', () => {
  const ref = newRef();
  const sortKeys = {
    ...Object.fromEntries(
      Object.entries(customerKeys).map(([name, keyOf]) => [name, keyOf(ref, 7 as never).sk]),
    ),
    device: customerKeys.device(ref, 'phone-7').sk,
  };

  it.each(Object.entries(sortKeys))('has %s: %s', (_, sortKey) => {
    expect(() => itemKind(sortKey)).not.toThrow();
  });

  it('that are not exported are two, which say nothing of the customer', () => {
    const kinds = Object.values(sortKeys).map(itemKind);

    expect(kinds.filter((kind) => unexportedKinds.includes(kind)).toSorted()).toEqual([
      'COUNTED',
      'REDACTION',
    ]);
  });

  it.each(['', 'PORTRAIT', 'AUDITOR#0000000001', 'profile', undefined])('has no %j', (sortKey) => {
    expect(() => itemKind(sortKey)).toThrow('not known to exports');
  });
});

describe('a partition', () => {
  it('with an item that exports don’t know of is not exported in part', async () => {
    const ref = newRef();
    await created(customersOf(), ref);
    await engine.table.transact([engine.table.put({ pk: customerPartition(ref), sk: 'PORTRAIT' })]);

    await expect(sourceOf().load(ref, limits)).rejects.toThrow('not known to exports');
  });

  it('of several pages is read to its end', async () => {
    const ref = newRef();
    await created(customersOf(), ref);
    const padding = 'x'.repeat(50_000);
    const marks = Array.from({ length: 30 }, (_, index) =>
      engine.table.put({ ...customerKeys.counted(ref, index + 1), padding }),
    );
    await engine.table.transact(marks);

    // The signup stands behind all of them.
    expect(await sourceOf().load(ref, limits)).toMatchObject({ signup: { email: null } });
  });

  it('that is too large for one answer is refused', async () => {
    const ref = newRef();
    let count = 0;
    const endless: DocumentClient = {
      send: () => {
        const Items = Array.from({ length: 1000 }, () => customerKeys.counted(ref, (count += 1)));
        return Promise.resolve({ Items });
      },
    };

    const load = createCustomerExportSource(createTable('t', endless), testVault).load(ref, limits);

    await expect(load).rejects.toMatchObject({ name: 'Conflict', code: 'export_too_large' });
    expect(count).toBe(51_000);
  });

  it('with a value that was moved there from another customer is not exported', async () => {
    const [ref, other] = [newRef(), newRef()];
    await created(customersOf(), ref);
    await created(customersOf(), other);
    const [signup] = await engine.itemsOf(customerPartition(other), 'SIGNUP');
    await engine.table.transact([engine.table.put({ ...signup, ...customerKeys.signup(ref) })]);

    await expect(sourceOf().load(ref, limits)).rejects.toMatchObject({ name: 'Unreadable' });
  });
});
