import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { customerKeys } from '../../../functions/adapters/dynamodb/keys.ts';
import { createOutbox, readRelayedRecord } from '../../../functions/adapters/dynamodb/relayed-record.ts';
import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { RelayTask } from '../../../functions/use-cases/ports/relay.ts';
import { aPush, aSave, created, newId, newRef, saved } from '../contracts/samples.ts';
import { streamRecords } from '../support/stream.ts';
import { startTestTable, type TestTable } from '../support/table.ts';
import { testVault } from '../support/vault.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

/** The insertions of a customer that the relay is given (lib/notification-stack.ts). */
async function relayedOf(ref: CustomerRef): Promise<RelayTask[]> {
  return (await streamRecords(engine))
    .filter(({ eventName, dynamodb: { Keys } }) => {
      const key = JSON.stringify(Keys);
      return eventName === 'INSERT' && key.includes(`CUST#${ref.customerId}"`) && /OUTBOX#|SIGNUP/.test(key);
    })
    .map(readRelayedRecord);
}

describe('a push in the table’s stream', () => {
  it('is read as it was saved, and told from a signup, of which only the customer is read', async () => {
    const customers = createCustomerRepository(engine.table, testVault);
    const ref = newRef();
    const [first, second] = [aPush(ref), { ...aPush(ref), body: 'Zürich, 東京 & “quotes”' }];
    const customer = await created(customers, ref);
    const flagged = await saved(customers, aSave(customer, {}, { notification: first }));
    const quiet = await saved(customers, aSave(flagged));
    await customers.save(aSave(quiet, {}, { notification: second }));

    const relayed = await relayedOf(ref);

    expect(relayed.map((task) => task.read())).toEqual([
      { kind: 'signup', ref },
      { kind: 'push', notification: first },
      { kind: 'push', notification: second },
    ]);
  });

  it('tells its item and when it was saved, by which the relay judges its age', async () => {
    const customers = createCustomerRepository(engine.table, testVault);
    const ref = newRef();
    const customer = await created(customers, ref);
    const startMs = Date.now();
    await customers.save(aSave(customer, {}, { notification: aPush(ref) }));

    const [push] = (await relayedOf(ref)).slice(-1);

    expect(push?.item).toEqual(customerKeys.outbox(ref, customer.version + 1));
    expect(Math.abs((push?.savedAtMs ?? 0) - startMs)).toBeLessThan(60_000);
  });

  it.each([
    ['no image', undefined],
    ['an empty image', {}],
    ['an image of another item', { pk: { S: 'SUB#a#CUST#b' }, sk: { S: 'PROFILE' } }],
    ['a push without an id', { notification: { M: { kind: { S: 'verified' } } } }],
    ['an image that is none', 'garbled'],
  ])('is refused where it is none: %s', (_, NewImage) => {
    const Keys = { pk: { S: 'SUB#a#CUST#b' }, sk: { S: 'OUTBOX#0000000001' } };
    const task = readRelayedRecord({ dynamodb: { SequenceNumber: '1', Keys, NewImage } });

    expect(task.item).toEqual({ pk: 'SUB#a#CUST#b', sk: 'OUTBOX#0000000001' });
    expect(() => task.read()).toThrow();
  });

  it.each<[string, object]>([
    ['after the last date', { createdAtMs: { N: '8640000000000001' } }],
    ['before 1970', { createdAtMs: { N: '-1' } }],
    ['at a fraction of a millisecond', { createdAtMs: { N: '1.5' } }],
    ['with an endless id', { id: { S: 'n'.repeat(256) } }],
    ['with an endless title', { title: { S: 't'.repeat(501) } }],
    ['with an endless text', { body: { S: 'b'.repeat(5_001) } }],
    ['of no customer', { customerId: { S: '' } }],
    ['of a subaccount with an endless id', { subaccountId: { S: 's'.repeat(65) } }],
  ])('is refused as one that can never go out: %s', (_, field) => {
    const Keys = { pk: { S: 'SUB#a#CUST#b' }, sk: { S: 'OUTBOX#0000000001' } };
    const push = marshall(aPush({ subaccountId: 'a', customerId: 'b' }));
    const readPush = (difference: object) =>
      readRelayedRecord({
        dynamodb: {
          SequenceNumber: '1',
          Keys,
          NewImage: { notification: { M: { ...push, ...difference } } },
        },
      }).read();

    expect(() => readPush({})).not.toThrow();
    expect(() => readPush(field)).toThrow(z.ZodError);
  });

  it.each([undefined, {}, { pk: { N: '1' } }, 'garbled'])('is refused where its key is none: %j', (Keys) => {
    const task = readRelayedRecord({ dynamodb: { SequenceNumber: '1', Keys } });

    expect(() => task.read()).toThrow();
  });
});

describe('an item that is read by its key', () => {
  const outbox = () => createOutbox(engine.table);

  it('is the push that was saved, or the signup', async () => {
    const customers = createCustomerRepository(engine.table, testVault);
    const ref = newRef();
    const push = aPush(ref);
    const customer = await created(customers, ref);
    await customers.save(aSave(customer, {}, { notification: push }));

    expect(await outbox().read(customerKeys.outbox(ref, customer.version + 1))).toEqual({
      kind: 'push',
      notification: push,
    });
    expect(await outbox().read(customerKeys.signup(ref))).toEqual({ kind: 'signup', ref });
  });

  it('is null where it is gone', async () => {
    expect(await outbox().read(customerKeys.outbox(newRef(), 7))).toBeNull();
  });

  it.each([
    ['another item of the customer', customerKeys.profile(newRef())],
    ['a subaccount’s', { pk: 'SUB#metro', sk: 'SIGNUP' }],
    ['nothing', { pk: '', sk: '' }],
  ])('is refused where it is %s', async (_, item) => {
    await expect(outbox().read(item)).rejects.toMatchObject({ name: 'UnreadableRecord' });
  });
});

describe('a change that loses its race', () => {
  it('leaves no push behind, neither in the table nor in its stream', async () => {
    const customers = createCustomerRepository(engine.table, testVault);
    const ref = newRef();
    const customer = await created(customers, ref);
    const pushes = Array.from({ length: 8 }, (_, index) => aPush(ref, `ntf_race_${index}`));

    const saves = await Promise.allSettled(
      pushes.map((notification) => customers.save(aSave(customer, {}, { notification }))),
    );

    const winner = pushes[saves.findIndex(({ status }) => status === 'fulfilled')];
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await relayedOf(ref)).map((task) => task.read()).slice(1)).toEqual([
      { kind: 'push', notification: winner },
    ]);
  });

  it('leaves none where its event was processed before', async () => {
    const customers = createCustomerRepository(engine.table, testVault);
    const ref = newRef();
    const eventId = newId('evt');
    const customer = await created(customers, ref);
    const first = await saved(
      customers,
      aSave(customer, {}, { eventId, notification: aPush(ref, 'ntf_one') }),
    );

    const again = customers.save(aSave(first, {}, { eventId, notification: aPush(ref, 'ntf_two') }));

    await expect(again).rejects.toMatchObject({ name: 'DuplicateEvent' });
    expect((await relayedOf(ref)).slice(1).map((task) => task.read())).toMatchObject([
      { notification: { id: 'ntf_one' } },
    ]);
  });
});
