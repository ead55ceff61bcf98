// Which items the list of subaccounts has, beside customers in the same index.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { subaccountKeys } from '../../../functions/adapters/dynamodb/keys.ts';
import { createSubaccountRepository } from '../../../functions/adapters/dynamodb/subaccount-repository.ts';
import { addSubaccount, created, noonMs, operator } from '../contracts/samples.ts';
import { startTestTable, type TestTable } from '../support/table.ts';
import { testVault } from '../support/vault.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

const firstPage = { cursor: null, limit: 10 };

it('has subaccounts alone, and is no part of any subaccount’s customers', async () => {
  const table = await engine.another();
  const subaccounts = createSubaccountRepository(table);
  const customers = createCustomerRepository(table, testVault);
  await addSubaccount(subaccounts, 'metro');
  await created(customers, { subaccountId: 'metro', customerId: 'ada' });

  const listed = await subaccounts.list(firstPage);
  const { customers: shown } = await customers.list('metro', 'all', firstPage);

  expect(listed).toMatchObject({ subaccounts: [{ id: 'metro' }], nextCursor: null });
  expect(shown.map(({ id }) => id)).toEqual(['ada']);
});

it('has a subaccount that an earlier version saved from its next save on', async () => {
  const table = await engine.another();
  const subaccounts = createSubaccountRepository(table);
  const old = { id: 'metro', name: 'Metro', appName: 'Metro', version: 1 };
  await table.putIf({ ...subaccountKeys.profile('metro'), ...old }, 'attribute_not_exists(pk)');
  expect((await subaccounts.list(firstPage)).subaccounts).toEqual([]);

  await subaccounts.save({ ...old, version: 2 }, operator, noonMs);

  expect((await subaccounts.list(firstPage)).subaccounts).toEqual([{ ...old, version: 2 }]);
});
