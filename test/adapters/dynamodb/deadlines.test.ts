import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { createDeadlineList, createDeadlines } from '../../../functions/adapters/dynamodb/deadlines.ts';
import { customerPartition, subaccountKeys } from '../../../functions/adapters/dynamodb/keys.ts';
import { createSubaccountRepository } from '../../../functions/adapters/dynamodb/subaccount-repository.ts';
import { describeDeadlines } from '../contracts/deadlines.ts';
import { addSubaccount, aSave, created, newId, newRef, noonMs } from '../contracts/samples.ts';
import { startTestTable, type TestTable } from '../support/table.ts';
import { testVault } from '../support/vault.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

describeDeadlines(async () => {
  const table = await engine.another();
  return {
    customers: createCustomerRepository(table, testVault),
    subaccounts: createSubaccountRepository(table),
    deadlineList: createDeadlineList(table),
    deadlines: createDeadlines(table),
  };
});

describe('the items behind deadlines', () => {
  it('hold a time or a date, and nothing else of their customer', async () => {
    const customers = createCustomerRepository(engine.table, testVault);
    const ref = newRef();
    const documentExpiry = { expiresOn: '2030-05-31' };
    const verified = { identityStatus: 'verified', verifiedAtMs: noonMs } as const;
    await customers.save(aSave(await created(customers, ref), verified, { documentExpiry }));

    const pk = customerPartition(ref);
    expect(await engine.itemsOf(pk, 'RETENTION')).toEqual([
      {
        pk,
        sk: 'RETENTION',
        verifiedAtMs: noonMs,
        deadline_pk: `SUB#${ref.subaccountId}#RETENTION`,
        deadline_sk: `2026-01-15T12:00:00.000Z#${ref.customerId}`,
      },
    ]);
    expect(await engine.itemsOf(pk, 'DOCUMENT_EXPIRY')).toEqual([
      {
        pk,
        sk: 'DOCUMENT_EXPIRY',
        expiresOn: '2030-05-31',
        reachedDays: null,
        deadline_pk: `SUB#${ref.subaccountId}#DOCUMENT_EXPIRY`,
        deadline_sk: `2030-05-01#${ref.customerId}`,
      },
    ]);
  });

  it('are no part of a policy that is read back', async () => {
    const subaccounts = createSubaccountRepository(engine.table);
    const id = await addSubaccount(subaccounts, newId('sub'), { retentionDays: 30 });

    expect((await subaccounts.load(id))?.policy).not.toHaveProperty('deadline_pk');
  });

  it('let a policy be read that was stored before there were rules about documents', async () => {
    const subaccounts = createSubaccountRepository(engine.table);
    const id = await addSubaccount(subaccounts);
    const {
      documentExpiryReminders: _,
      documentExpiryReverification: __,
      ...stored
    } = (await engine.table.get(subaccountKeys.policy(id))) ?? {};
    await engine.table.transact([engine.table.put(stored)]);

    expect((await subaccounts.load(id))?.policy).toMatchObject({
      documentExpiryReminders: false,
      documentExpiryReverification: false,
    });
  });
});
