// What stands in the table after a save: keys, sizes, lifetimes, and that no personal data is where it shouldn't be.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { customerPartition, lookupKeys } from '../../../functions/adapters/dynamodb/keys.ts';
import { createSubaccountRepository } from '../../../functions/adapters/dynamodb/subaccount-repository.ts';
import type { Customer, CustomerRef } from '../../../functions/domain/customer.ts';
import {
  aCreation,
  aCustomer,
  aPolicy,
  aPush,
  aSave,
  aSession,
  created,
  newId,
  newRef,
  noonMs,
  operator,
} from '../contracts/samples.ts';
import { sizeOfItem } from '../support/size-of-item.ts';
import { startTestTable, type TestTable } from '../support/table.ts';
import { testVault } from '../support/vault.ts';

const daySeconds = 24 * 60 * 60;
const kibibyte = 1024;

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

const customersOf = () => createCustomerRepository(engine.table, testVault);

async function sortKeys(partition: string): Promise<unknown[]> {
  return (await engine.itemsOf(partition)).map((item) => item['sk']);
}

async function profileOf(ref: CustomerRef): Promise<Record<string, unknown>> {
  const [profile = {}] = await engine.itemsOf(customerPartition(ref), 'PROFILE');
  return profile;
}

describe('a created customer', () => {
  it('has all his items in one partition, which names his subaccount', async () => {
    const ref = newRef();
    const stripeCustomerId = newId('cus');

    await customersOf().create(aCreation(aCustomer(ref, { stripeCustomerId }), { notification: aPush(ref) }));

    expect(customerPartition(ref)).toBe(`SUB#${ref.subaccountId}#CUST#${ref.customerId}`);
    expect(await sortKeys(customerPartition(ref))).toEqual([
      'AUDIT#0000000001',
      'OUTBOX#0000000001',
      'PROFILE',
      'SIGNUP',
    ]);
    expect(await sortKeys(lookupKeys.stripeCustomer(stripeCustomerId).pk)).toEqual(['CUSTOMER']);
  });
});

describe('a saved change', () => {
  it('writes its session, both ways, and the marker of its event, which expires after 40 days', async () => {
    const ref = newRef();
    const customer = await created(customersOf(), ref);
    const session = aSession({ number: 12, sessionId: newId('vs'), status: 'verified' });
    const eventId = newId('evt');

    await customersOf().save(aSave(customer, {}, { session, eventId, atMs: noonMs }));

    expect(await sortKeys(customerPartition(ref))).toContain('SESSION#0000000012');
    expect(await engine.itemsOf(`VS#${session.sessionId ?? ''}`)).toMatchObject([{ ...ref, number: 12 }]);
    const [marker] = await engine.itemsOf(`EVENT#${eventId}`);
    expect(marker).toMatchObject({ processedAtMs: noonMs, expires_at: noonMs / 1000 + 40 * daySeconds });
  });

  it('has an audit entry with what changed as it was and as it is', async () => {
    const ref = newRef();
    const customer = await created(customersOf(), ref);

    await customersOf().save(
      aSave(customer, { identityStatus: 'pending', identityStatusAtMs: noonMs + 1000, sessionCount: 1 }),
    );

    const [first, second] = await engine.itemsOf(customerPartition(ref), 'AUDIT#');
    expect(first).toMatchObject({ version: 1, before: null, after: { identityStatus: null } });
    expect(second?.['before']).toEqual({
      identityStatus: null,
      identityStatusAtMs: noonMs,
      sessionCount: 0,
    });
    expect(second?.['after']).toEqual({
      identityStatus: 'pending',
      identityStatusAtMs: noonMs + 1000,
      sessionCount: 1,
    });
  });

  it('keeps its push for a week', async () => {
    const ref = newRef();
    const customer = await created(customersOf(), ref);

    await customersOf().save(aSave(customer, {}, { notification: aPush(ref) }));

    const [push] = await engine.itemsOf(customerPartition(ref), 'OUTBOX#');
    expect(push).toMatchObject({ sk: 'OUTBOX#0000000002', expires_at: noonMs / 1000 + 7 * daySeconds });
  });

  it('leaves a customer out of the indexes that don’t list him', async () => {
    const ref = newRef();
    const customer = await created(customersOf(), ref, {
      requirement: { state: 'required', atMs: noonMs, reason: { kind: 'subaccount_policy' } },
      identityStatus: 'pending',
    });
    expect(await profileOf(ref)).toHaveProperty('requirement_pk');
    expect(await profileOf(ref)).toHaveProperty('status_pk');

    await customersOf().save(aSave(customer, { requirement: { state: 'none' }, identityStatus: null }));

    const profile = await profileOf(ref);
    expect(profile).toHaveProperty('creation_pk');
    for (const name of ['requirement_pk', 'requirement_sk', 'status_pk', 'status_sk']) {
      expect(profile).not.toHaveProperty(name);
    }
  });
});

describe('the largest profile there can be', () => {
  const longest = (length: number, prefix = '') => prefix.padEnd(length, 'x');

  it('fits into the 4 KiB that one strongly consistent read unit covers', async () => {
    const ref = { subaccountId: longest(64, newId('s')), customerId: longest(128, 'c') };
    const customer: Customer = aCustomer(ref, {
      stripeCustomerId: longest(255, newId('cus')),
      requirement: {
        state: 'required',
        atMs: noonMs,
        reason: { kind: 'risk_threshold_exceeded', score: 75, threshold: 50 },
      },
      epoch: 1000,
      identityStatus: 'requires_input',
      verifiedAtMs: noonMs,
      attemptCount: 10,
      lastError: { code: 'id_number_insufficient_document_data', reason: longest(200) },
      manualVerification: { by: longest(64), atMs: noonMs, version: 1 },
      risk: {
        chargeId: longest(64, 'ch_'),
        level: 'not_assessed',
        score: 75,
        radarScore: 100,
        assessedAtMs: noonMs,
      },
      session: { id: longest(64, 'vs_'), number: 1000 },
      sessionCount: 1000,
    });

    await customersOf().create(aCreation(customer));

    expect(sizeOfItem(await profileOf(ref))).toBeLessThanOrEqual(4 * kibibyte);
  });
});

describe('a subaccount', () => {
  it('has each version of its policy, with who made it and what it replaced', async () => {
    const subaccounts = createSubaccountRepository(engine.table);
    const id = newId('sub');
    const first = aPolicy(id);
    const second = { ...first, version: 2, riskThreshold: 80 };
    const subaccount = { id, name: 'Metro', appName: 'Metro', version: 1 };

    await subaccounts.create(subaccount, { before: null, after: first, actor: operator, atMs: noonMs });
    await subaccounts.savePolicy({ before: first, after: second, actor: operator, atMs: noonMs + 1 });
    await subaccounts.save({ ...subaccount, name: 'Metro 2', version: 2 }, operator, noonMs + 2);

    expect(await sortKeys(`SUB#${id}`)).toEqual([
      'AUDIT#0000000001',
      'AUDIT#0000000002',
      'POLICY',
      'POLICY#0000000001',
      'POLICY#0000000002',
      'PROFILE',
    ]);
    const versions = await engine.itemsOf(`SUB#${id}`, 'POLICY#');
    expect(versions).toMatchObject([
      { version: 1, before: null, after: first, actor: 'operator:u_ada', atMs: noonMs },
      { version: 2, before: first, after: second, actor: 'operator:u_ada', atMs: noonMs + 1 },
    ]);
  });
});
