import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { readOutboxImage } from '../../../functions/adapters/dynamodb/outbox-item.ts';
import { readRelayedRecord } from '../../../functions/adapters/dynamodb/relayed-record.ts';
import { createStreamsClient, type StreamRecord } from '../../../local/pollers/streams-client.ts';
import { aPush, aSave, created, newRef, saved } from '../contracts/samples.ts';
import { startTestTable, type TestTable } from '../support/table.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

async function streamRecords(): Promise<StreamRecord[]> {
  const streams = createStreamsClient(engine.endpoint);
  const stream = await streams.streamOf(engine.name);
  const found: StreamRecord[] = [];
  for (const shard of await streams.shardsOf(stream)) {
    let iterator: string | undefined = await streams.iteratorAfter(stream, shard, undefined);
    while (iterator !== undefined) {
      const { records, next } = await streams.read(iterator, 1000);
      found.push(...records);
      iterator = records.length === 0 ? undefined : next;
    }
  }
  return found;
}

describe('a push in the table’s stream', () => {
  it('is read as it was saved, from the insertion of its outbox item', async () => {
    const customers = createCustomerRepository(engine.table);
    const ref = newRef();
    const [first, second] = [aPush(ref), { ...aPush(ref), body: 'Zürich, 東京 & “quotes”' }];
    const customer = await created(customers, ref);
    const flagged = await saved(customers, aSave(customer, {}, { notification: first }));
    const quiet = await saved(customers, aSave(flagged));
    await customers.save(aSave(quiet, {}, { notification: second }));

    const images = (await streamRecords())
      .filter(({ eventName }) => eventName === 'INSERT')
      .map(({ dynamodb }) => dynamodb.NewImage)
      .filter((image) => JSON.stringify(image).includes('OUTBOX#'));

    expect(images.map(readOutboxImage)).toEqual([first, second]);
  });

  it('is told from a signup, of which only the customer is read', async () => {
    const customers = createCustomerRepository(engine.table);
    const ref = newRef();
    const push = aPush(ref);
    await customers.save(aSave(await created(customers, ref), {}, { notification: push }));

    const relayed = (await streamRecords())
      .map(({ dynamodb }) => dynamodb)
      .filter(({ Keys }) => JSON.stringify(Keys).includes(`CUST#${ref.customerId}"`))
      .filter(({ Keys }) => /OUTBOX#|SIGNUP/.test(JSON.stringify(Keys)));

    expect(relayed.map(readRelayedRecord)).toEqual([
      { kind: 'signup', ref },
      { kind: 'push', notification: push },
    ]);
  });

  it.each([
    ['no image', undefined],
    ['an empty image', {}],
    ['an image of another item', { pk: { S: 'SUB#a#CUST#b' }, sk: { S: 'PROFILE' } }],
    ['a push without an id', { notification: { M: { kind: { S: 'verified' } } } }],
  ])('is refused where it is none: %s', (_, image) => {
    expect(() => readOutboxImage(image)).toThrow();
  });
});
