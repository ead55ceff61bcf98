// What was stored by earlier releases is read as what it meant then.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { customerKeys, subaccountKeys } from '../../../functions/adapters/dynamodb/keys.ts';
import { createSubaccountRepository } from '../../../functions/adapters/dynamodb/subaccount-repository.ts';
import { addSubaccount, aPolicy, created, newRef } from '../contracts/samples.ts';
import { startTestTable, type TestTable } from '../support/table.ts';
import { testVault } from '../support/vault.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

describe('a version of a policy', () => {
  it('of before there were rules about documents had neither of them', async () => {
    const subaccounts = createSubaccountRepository(engine.table);
    const id = await addSubaccount(subaccounts);
    const { documentExpiryReminders: _, documentExpiryReverification: __, ...rules } = aPolicy(id);
    await engine.table.transact([
      engine.table.put({
        ...subaccountKeys.policyVersion(id, 2),
        version: 2,
        atMs: 5,
        actor: 'operator:u_1',
        before: rules,
        after: { ...rules, version: 2, riskThreshold: 75 },
      }),
    ]);

    const { versions } = await subaccounts.policyVersions(id, { cursor: null, limit: 1 });

    expect(versions).toMatchObject([{ version: 2, before: aPolicy(id), after: { riskThreshold: 75 } }]);
    expect(versions[0]?.after).toMatchObject({
      documentExpiryReminders: false,
      documentExpiryReverification: false,
    });
  });
});

describe('an audit entry', () => {
  it('of before entries told of pushes and remarks tells of none', async () => {
    const customers = createCustomerRepository(engine.table, testVault);
    const ref = newRef();
    await created(customers, ref);
    const key = customerKeys.audit(ref, 1);
    const { notification: _, remark: __, ...stored } = (await engine.table.get(key)) ?? {};
    await engine.table.transact([engine.table.put({ ...stored, ...key })]);

    const { entries } = await customers.auditTrail(ref, { cursor: null, limit: 1 });

    expect(entries).toMatchObject([{ version: 1, notification: null, remark: null }]);
  });
});
