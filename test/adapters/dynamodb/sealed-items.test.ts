// Personal data in the table: what is sealed, and that nothing of it stands anywhere else.

import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCustomerFileRepository } from '../../../functions/adapters/dynamodb/customer-file.ts';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { createIdentityDataRepository } from '../../../functions/adapters/dynamodb/identity-item.ts';
import { customerKeys, customerPartition, type Key } from '../../../functions/adapters/dynamodb/keys.ts';
import { createSignalRepository } from '../../../functions/adapters/dynamodb/signal-repository.ts';
import { createSubaccountRepository } from '../../../functions/adapters/dynamodb/subaccount-repository.ts';
import type { Item } from '../../../functions/adapters/dynamodb/table.ts';
import { customerRef, type Customer, type CustomerRef } from '../../../functions/domain/customer.ts';
import { Unreadable } from '../../../functions/domain/faults.ts';
import type { SignalFacts } from '../../../functions/domain/signals/facts.ts';
import type { SignupDetails } from '../../../functions/domain/signup.ts';
import { verifiedFields, type VerifiedData } from '../../../functions/domain/verified-data.ts';
import { aCreation, aCustomer, addSubaccount, aPush, aSave, newRef, noonMs } from '../contracts/samples.ts';
import { startTestTable, type TestTable } from '../support/table.ts';
import { testVault } from '../support/vault.ts';

// Each value is found by itself, whatever it is written as.
const signup: SignupDetails = {
  email: 'canary-email@example.com',
  name: 'Canary Name Signup',
  phone: '+15550177231',
  ip: '203.0.113.217',
  latitude: 51.5073519,
  longitude: -0.1277583,
  locationAccuracyMeters: 73.31,
};
const facts: SignalFacts = {
  collectedAtMs: noonMs,
  phone: {
    type: 'mobile',
    country: 'XK',
    carrier: 'Canary Carrier',
    isPrepaid: true,
    riskScore: 8461,
    portedAtMs: 1_234_567_891,
  },
  ip: {
    city: 'Canary City',
    region: 'Canary Region',
    country: 'XQ',
    latitude: 12.345678,
    longitude: 87.654321,
    anonymizer: 'vpn',
  },
};
const verified: VerifiedData = {
  firstName: 'CanaryFirst',
  lastName: 'CanaryLast',
  dob: '1987-06-23',
  idType: 'canary_document',
  address: {
    line1: 'Canary Line 1',
    line2: 'Canary Line 2',
    city: 'Canary Town',
    state: 'Canary State',
    postalCode: 'CNR 1PC',
    country: 'XZ',
  },
  idNumber: 'CANARY998877',
  issuingCountry: 'XY',
  expirationDate: '2034-07-19',
};
const alternativeMessage = 'Canary message of the rider';
const notes = 'Canary notes of the operator';

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

let ref: CustomerRef;
let saved: Customer;
const customersOf = () => createCustomerRepository(engine.table, testVault);
const signalsOf = () => createSignalRepository(engine.table, testVault);
const customerFilesOf = () => createCustomerFileRepository(engine.table, testVault);
const identityDataOf = () => createIdentityDataRepository(engine.table, testVault);

async function saveEverything(of: CustomerRef): Promise<Customer> {
  const customer = aCustomer(of);
  await customersOf().create(aCreation(customer, { signup, notification: aPush(of) }));
  await signalsOf().save(of, facts);
  const identity = { data: verified, sessionId: 'vs_1', capturedAtMs: noonMs };
  const save = aSave(
    customer,
    { manualVerification: { by: 'u_ada', atMs: noonMs, version: 2 } },
    { identity, alternativeMessage },
  );
  await customersOf().save({ ...save, change: { ...save.change, notes } });
  return save.change.after;
}

beforeEach(async () => {
  ref = newRef(await addSubaccount(createSubaccountRepository(engine.table)));
  saved = await saveEverything(ref);
});

const itemAt = async ({ pk, sk }: Key): Promise<Item> => {
  const [item] = await engine.itemsOf(pk, sk);
  if (item === undefined) throw new Error(`nothing at ${sk}`);
  return item;
};

/** Every text, number and byte of an item. */
function written(item: unknown): string {
  return JSON.stringify(item, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

describe('personal data', () => {
  it('stands nowhere in the table as it can be read', async () => {
    const canaries = [signup, { ...facts, collectedAtMs: null }, verified, alternativeMessage, notes].flatMap(
      leaves,
    );
    // Two letters are everywhere by chance.
    const telling = canaries.filter((canary) => canary.length > 3);

    const items = await engine.itemsOf(customerPartition(ref));

    expect(telling.length).toBeGreaterThan(20);
    for (const item of items) {
      const found = telling.filter((canary) => written(item).includes(canary));
      expect(found, String(item['sk'])).toEqual([]);
    }
  });

  it('is sealed in items of its own, which hold nothing else', async () => {
    const sealed = { sealed: expect.any(Uint8Array) as unknown };

    for (const key of [
      customerKeys.signup(ref),
      customerKeys.signals(ref),
      customerKeys.alternative(ref),
      customerKeys.note(ref, saved.version),
    ]) {
      expect(await itemAt(key)).toEqual({ ...key, ...sealed });
    }
    const items = await engine.itemsOf(customerPartition(ref));
    expect(items.map(({ sk }) => sk)).toEqual([
      'ALTERNATIVE',
      'AUDIT#0000000001',
      'AUDIT#0000000002',
      'IDENTITY',
      'NOTE#0000000002',
      'OUTBOX#0000000001',
      'PROFILE',
      'SIGNALS',
      'SIGNUP',
    ]);
  });

  it('from a document is sealed field by field, with nothing for a field that is unknown', async () => {
    const { version } = saved;
    const before = { ...saved, version };
    const data = { ...verified, idNumber: null, address: null };
    await customersOf().save(
      aSave(before, {}, { identity: { data, sessionId: 'vs_2', capturedAtMs: noonMs + 1 } }),
    );

    const item = await itemAt(customerKeys.identity(ref));

    expect(item).toMatchObject({ sessionId: 'vs_2', capturedAtMs: noonMs + 1 });
    const { dob, expirationDate, firstName, idType, issuingCountry, lastName, ...others } = item[
      'fields'
    ] as Item;
    for (const value of [dob, expirationDate, firstName, idType, issuingCountry, lastName, item['masked']]) {
      expect(value).toBeInstanceOf(Uint8Array);
    }
    expect(others).toEqual({});
  });

  it('is known as a note by its audit entry, which holds none of it', async () => {
    const entry = await itemAt(customerKeys.audit(ref, saved.version));

    expect(entry).toMatchObject({ hasNotes: true });
    expect(entry).not.toHaveProperty('notes');
    expect(await itemAt(customerKeys.audit(ref, 1))).toMatchObject({ hasNotes: false });
  });
});

describe('a sealed item', () => {
  const put = (item: Item) => engine.documents.send(new PutCommand({ TableName: engine.name, Item: item }));

  const reading: Record<
    string,
    { key: (of: CustomerRef) => Key; read: (of: CustomerRef) => Promise<unknown> }
  > = {
    signup: { key: customerKeys.signup, read: (of) => customersOf().loadSignup(of) },
    notes: { key: (of) => customerKeys.note(of, 2), read: (of) => customersOf().loadNotes(of, 2) },
    signals: { key: customerKeys.signals, read: (of) => customerFilesOf().load(of) },
    'alternative message': { key: customerKeys.alternative, read: (of) => customerFilesOf().load(of) },
    'verified data': { key: customerKeys.identity, read: (of) => identityDataOf().load(of, verifiedFields) },
    'masked data': { key: customerKeys.identity, read: (of) => customerFilesOf().load(of) },
  };

  it.each(Object.entries(reading))(
    'of another customer doesn’t open in his place: %s',
    async (_, { key, read }) => {
      const other = newRef(ref.subaccountId);
      const theirs = await saveEverything(other);
      await put({ ...(await itemAt(key(ref))), ...key(customerRef(theirs)) });

      await expect(read(other)).rejects.toBeInstanceOf(Unreadable);
      await read(ref);
    },
  );

  it('doesn’t open as what it is not: a signup in place of a note', async () => {
    const { sealed } = await itemAt(customerKeys.signup(ref));
    await put({ ...customerKeys.note(ref, 2), sealed });

    await expect(customersOf().loadNotes(ref, 2)).rejects.toBeInstanceOf(Unreadable);
  });

  it('doesn’t open where two fields of a document changed places', async () => {
    const item = await itemAt(customerKeys.identity(ref));
    const { firstName, lastName, ...fields } = item['fields'] as Item;
    await put({ ...item, fields: { ...fields, firstName: lastName, lastName: firstName } });

    await expect(identityDataOf().load(ref, verifiedFields)).rejects.toBeInstanceOf(Unreadable);
  });

  it('is out of reach of a function without a key, which may still read and change the customer', async () => {
    const keyless = createCustomerRepository(engine.table);

    await expect(keyless.loadSignup(ref)).rejects.toMatchObject({ name: 'NotSetUp' });
    expect((await keyless.loadForGate(ref))?.customer).toEqual(saved);
    await keyless.save(aSave(saved));
    const noted = aSave({ ...saved, version: saved.version + 1 });
    const withNotes = keyless.save({ ...noted, change: { ...noted.change, notes } });
    await expect(withNotes).rejects.toMatchObject({ name: 'NotSetUp' });
  });
});
