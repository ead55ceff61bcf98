import { marshall } from '@aws-sdk/util-dynamodb';
import { PutCommand, QueryCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTable, type Item, type Table } from '../../../functions/adapters/dynamodb/table.ts';
import { calmTable } from './calm-table.ts';
import { NotSimulated } from './invalid.ts';
import type { SimulatedTable } from './simulated-table.ts';

const key = { pk: 'p', sk: 'a' };

let nowMs: number;
let simulated: SimulatedTable;
let table: Table;
beforeEach(() => {
  nowMs = 1_000_000;
  simulated = calmTable({ nowMs: () => nowMs });
  table = createTable('ridegate', simulated.documents);
});

const put = (item: Item) => simulated.documents.send(new PutCommand({ TableName: 'ridegate', Item: item }));

describe('what is stored', () => {
  it('can be altered by nobody', async () => {
    await put({ ...key, map: { list: [{ a: 1 }] } });

    const item = await table.get(key);

    expect(() => Object.assign(item ?? {}, { a: 1 })).toThrow(TypeError);
    expect(() => (item?.['map'] as { list: unknown[] }).list.push(1)).toThrow(TypeError);
  });

  it('can be looked at: an item, a partition, all of it', async () => {
    const others = [
      { pk: 'p', sk: 'b' },
      { pk: 'q', sk: 'a' },
    ];
    for (const item of [key, ...others]) await put(item);

    expect(simulated.get(key)).toEqual(key);
    expect(simulated.get({ pk: 'p', sk: 'c' })).toBeNull();
    expect(simulated.partition('p')).toEqual([key, others[0]]);
    expect(simulated.partition('none')).toEqual([]);
    expect([...simulated.items()]).toEqual([key, ...others]);
  });
});

describe('the stream', () => {
  it('has what Lambda’s event source hands over, from any position on', async () => {
    const first = { ...key, n: 1.5, list: [null, true, 'x', { a: -1 }] };
    await put(first);
    await put({ ...first, n: 2 });

    expect(simulated.stream.recordsFrom(1)).toEqual([
      {
        eventID: expect.any(String) as string,
        eventName: 'MODIFY',
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: 'us-east-1',
        dynamodb: {
          ApproximateCreationDateTime: 1000,
          Keys: marshall(key),
          NewImage: marshall({ ...first, n: 2 }),
          OldImage: marshall(first),
          SequenceNumber: '000000000000000000002',
          StreamViewType: 'NEW_AND_OLD_IMAGES',
        },
      },
    ]);
    expect(simulated.stream.recordsFrom(2)).toEqual([]);
  });

  it('has nothing of a put that changes nothing, as that of DynamoDB', async () => {
    await put({ ...key, list: [{ a: 1 }] });
    await put({ ...key, list: [{ a: 1 }] });

    expect(simulated.stream.recordsFrom(0)).toHaveLength(1);
  });
});

describe('time to live', () => {
  it('deletes what has expired when it is asked to, and says in the stream who did', async () => {
    await put({ ...key, expires_at: 1000 });
    await put({ pk: 'p', sk: 'b', expires_at: 1001 });
    await put({ pk: 'p', sk: 'c', expires_at: '1' });
    nowMs = 1_000_001;

    expect(simulated.get(key)).not.toBeNull();
    expect(simulated.expire()).toBe(1);

    expect(simulated.partition('p').map(({ sk }) => sk)).toEqual(['b', 'c']);
    expect(simulated.stream.recordsFrom(3)).toMatchObject([
      { eventName: 'REMOVE', userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } },
    ]);
  });
});

describe('what the simulation doesn’t know', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['ScanCommand', () => simulated.documents.send(new ScanCommand({ TableName: 'ridegate' }))],
    ['Set', () => put({ ...key, set: new Set(['a']) })],
    ['order of bytes', () => table.putIf(key, 'a < :v', { ':v': new Uint8Array([1]) })],
    ['Float32Array', () => put({ ...key, floats: new Float32Array([1]) })],
    ['bigint', () => put({ ...key, n: 1n })],
    [
      'ReturnConsumedCapacity',
      () =>
        simulated.documents.send(
          new PutCommand({ TableName: 'ridegate', Item: key, ReturnConsumedCapacity: 'TOTAL' }),
        ),
    ],
    ['Select', () => query({ Select: 'ALL_ATTRIBUTES' })],
    ['list_append', () => update('SET a = list_append(:a, :a)', { ':a': [1] })],
    ['position', () => update('SET a[0] = :a', { ':a': 1 })],
    ['DELETE', () => update('DELETE a :a', { ':a': 1 })],
    ['whole numbers', () => update('ADD a :a', { ':a': 0.1 })],
    ['size', () => table.putIf(key, 'size(a) = :n', { ':n': 1 })],
  ])('is refused by name: %s', async (name, call) => {
    await put({ ...key, a: 'é' });
    const refused = await call().catch((thrown: unknown) => thrown);

    expect(refused).toBeInstanceOf(NotSimulated);
    expect(String(refused)).toContain(name);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['an order of truth values', () => table.putIf(key, 'a < :v', { ':v': true })],
    ['an unknown type', () => table.putIf(key, 'attribute_type(a, :v)', { ':v': 'X' })],
    ['another partition to begin in', () => query({ ExclusiveStartKey: { pk: 'q', sk: 'a' } })],
    ['an empty partition key to look for', () => query({ ExpressionAttributeValues: { ':pk': '' } })],
    ['a number to look for', () => query({ ExpressionAttributeValues: { ':pk': 1 } })],
  ])('or as DynamoDB does, where the embedded engine is more lenient: %s', async (_, call) => {
    await expect(call()).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

function query(input: object): Promise<unknown> {
  return simulated.documents.send(
    new QueryCommand({
      TableName: 'ridegate',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'p' },
      ...input,
    }),
  );
}

function update(UpdateExpression: string, ExpressionAttributeValues: Item): Promise<unknown> {
  return simulated.documents.send(
    new UpdateCommand({
      TableName: 'ridegate',
      Key: { pk: 'p', sk: 'new' },
      UpdateExpression,
      ExpressionAttributeValues,
    }),
  );
}
