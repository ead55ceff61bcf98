import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAuditImage } from '../../../functions/adapters/dynamodb/audit-image.ts';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { customerPartition } from '../../../functions/adapters/dynamodb/keys.ts';
import { createPolicyApplications } from '../../../functions/adapters/dynamodb/policy-applications.ts';
import { createPolicySubjects } from '../../../functions/adapters/dynamodb/policy-subjects.ts';
import { createStatsCounters } from '../../../functions/adapters/dynamodb/stats-counters.ts';
import { ConcurrentChange } from '../../../functions/domain/faults.ts';
import {
  describeForeignCursors,
  describePolicyApplications,
  describePolicySubjects,
  describeStatsCounters,
} from '../contracts/policy-effects.ts';
import { aSave, created, newRef, noonMs } from '../contracts/samples.ts';
import { canceled, startStubDynamoDb } from '../support/stub-dynamodb.ts';
import { streamRecords } from '../support/stream.ts';
import { startTestTable, type TestTable } from '../support/table.ts';
import { testVault } from '../support/vault.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

describePolicySubjects(() => ({
  subjects: createPolicySubjects(engine.table),
  customers: createCustomerRepository(engine.table, testVault),
}));
describeForeignCursors(() => createPolicySubjects(engine.table));
describePolicyApplications(() => createPolicyApplications(engine.table));
describeStatsCounters(() => createStatsCounters(engine.table));

describe('a page of policy subjects', () => {
  it('leaves all but what a policy reads in the table', async () => {
    const ref = newRef();
    await created(createCustomerRepository(engine.table, testVault), ref);

    const { subjects } = await createPolicySubjects(engine.table).page(ref.subaccountId, {
      cursor: null,
      limit: 1,
    });

    expect(Object.keys(subjects[0] ?? {}).toSorted()).toEqual([
      'createdAtMs',
      'id',
      'identityStatus',
      'requirement',
      'risk',
    ]);
  });
});

describe('the marker of a counted change', () => {
  it('expires a week after the change', async () => {
    const ref = newRef();
    const change = { ref, version: 7, atMs: noonMs, tally: { created: 1 } };

    await createStatsCounters(engine.table).add(ref.subaccountId, '2026-01-15', [change]);

    expect(await engine.itemsOf(customerPartition(ref))).toEqual([
      { pk: customerPartition(ref), sk: 'COUNTED#0000000007', expires_at: noonMs / 1000 + 7 * 24 * 60 * 60 },
    ]);
  });
});

describe('counting beside another transaction', () => {
  it('is a concurrent change, so that it is tried again', async () => {
    const dynamoDb = await startStubDynamoDb();
    dynamoDb.answer('TransactWriteItems', canceled('None', 'TransactionConflict'));
    const ref = newRef();

    const counted = createStatsCounters(dynamoDb.table).add(ref.subaccountId, '2026-01-15', [
      { ref, version: 1, atMs: noonMs, tally: { created: 1 } },
    ]);

    await expect(counted).rejects.toThrow(ConcurrentChange);
    await dynamoDb.close();
  });
});

describe('an audit entry in the table’s stream', () => {
  it('is read with the customer, the version and what it counts for', async () => {
    const ref = newRef();
    const customers = createCustomerRepository(engine.table, testVault);
    const customer = await created(customers, ref);
    await customers.save(aSave(customer, { attemptCount: 2 }));

    const images = (await streamRecords(engine))
      .filter(({ eventName }) => eventName === 'INSERT')
      .map(({ dynamodb }) => dynamodb.NewImage)
      .filter((image) => {
        const text = JSON.stringify(image);
        return text.includes('AUDIT#') && text.includes(ref.customerId);
      });

    expect(images.map(readAuditImage)).toEqual([
      { ref, version: 1, atMs: noonMs, tally: { created: 1 } },
      { ref, version: 2, atMs: noonMs + 1000, tally: { attempts: 2 } },
    ]);
  });

  it.each([
    ['no image', undefined],
    ['an entry of a subaccount', { pk: { S: 'SUB#a' }, version: { N: '1' }, atMs: { N: '1' } }],
    [
      'a tally that is none',
      { pk: { S: 'SUB#a#CUST#b' }, version: { N: '1' }, atMs: { N: '1' }, tally: { S: '' } },
    ],
  ])('is refused where it is none: %s', (_, image) => {
    expect(() => readAuditImage(image)).toThrow();
  });

  it('of before there were tallies counts for nothing', () => {
    const image = { pk: { S: 'SUB#a#CUST#b' }, version: { N: '1' }, atMs: { N: '1' } };

    expect(readAuditImage(image).tally).toEqual({});
  });
});
