// What each fault of the simulated table is to production's table, and what it leaves behind.

import { DynamoDBServiceException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTable, TransactionRefused, type Table } from '../../../functions/adapters/dynamodb/table.ts';
import { ConcurrentChange } from '../../../functions/domain/faults.ts';
import { calmTable } from './calm-table.ts';
import type { SimulatedTable } from './simulated-table.ts';
import type { StorageCall, StorageFault } from './storage-hooks.ts';

const key = { pk: 'p', sk: 'a' };
const isNew = 'attribute_not_exists(pk)';

let fault: StorageFault;
let nowMs: number;
let calls: [when: 'before' | 'after', call: StorageCall][];
let simulated: SimulatedTable;
let table: Table;
beforeEach(() => {
  fault = 'none';
  nowMs = 0;
  calls = [];
  simulated = calmTable({
    nowMs: () => nowMs,
    before: (call) => {
      calls.push(['before', call]);
      return Promise.resolve(fault);
    },
    after: (call) => {
      calls.push(['after', call]);
      return Promise.resolve();
    },
  });
  table = createTable('ridegate', simulated.documents);
});

const anything = {
  get: () => table.get(key),
  getAll: () => table.getAll([key]),
  query: () => table.query({ KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'p' } }),
  putIf: () => table.putIf(key, isNew),
  transact: () => table.transact([table.insert(key)]),
};
const calling = Object.keys(anything) as (keyof typeof anything)[];

describe('a fault before the effect', () => {
  it.each(calling)('of %s is thrown, and nothing happens', async (name) => {
    fault = 'failed';
    await expect(anything[name]()).rejects.toMatchObject({ name: 'InternalServerError', $fault: 'server' });
    fault = 'timed_out';
    await expect(anything[name]()).rejects.toMatchObject({ name: 'TimeoutError' });
    fault = 'throttled';
    await expect(anything[name]()).rejects.toThrow(DynamoDBServiceException);

    expect(simulated.get(key)).toBeNull();
    expect(simulated.stream.recordsFrom(0)).toEqual([]);
    expect(calls.map(([when]) => when)).toEqual(['before', 'before', 'before']);
  });

  it('tells a transaction that is throttled from one that is refused', async () => {
    fault = 'throttled';

    await expect(anything.transact()).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'ThrottlingError' }],
    });
    await expect(anything.putIf()).rejects.toMatchObject({
      name: 'ProvisionedThroughputExceededException',
    });
  });
});

describe('another transaction in the way', () => {
  beforeEach(() => {
    fault = 'conflict';
  });

  it('refuses a transaction without a failed condition', async () => {
    const refused = await anything.transact().catch((thrown: unknown) => thrown);

    expect(refused).toBeInstanceOf(TransactionRefused);
    expect(refused).toMatchObject({ failed: new Set() });
    expect(simulated.get(key)).toBeNull();
  });

  it('makes a single write a concurrent change', async () => {
    await expect(anything.putIf()).rejects.toThrow(ConcurrentChange);
    await expect(addOne()).rejects.toThrow(TransactionConflictException);
    expect(simulated.get(key)).toBeNull();
  });

  it('doesn’t touch reads', async () => {
    expect(await anything.get()).toBeNull();
  });
});

describe('a time-out after the effect', () => {
  it('saves, and doesn’t tell', async () => {
    fault = 'timed_out_after';

    await expect(anything.transact()).rejects.toMatchObject({ name: 'TimeoutError' });

    expect(simulated.get(key)).toEqual(key);
  });
});

describe('a request that the SDK repeats', () => {
  beforeEach(() => {
    fault = 'repeated';
  });

  it('is known by its token where it is a transaction', async () => {
    await table.transact([table.insert(key)]);

    expect(simulated.stream.recordsFrom(0)).toHaveLength(1);
  });

  it('fails a condition that its own first try has broken', async () => {
    expect(await table.putIf(key, isNew)).toBe(false);

    expect(simulated.get(key)).toEqual(key);
  });

  it('happens twice where nothing forbids it', async () => {
    await addOne();

    expect(simulated.get(key)).toMatchObject({ n: 2 });
  });

  it('lets others in between', async () => {
    await Promise.all([table.putIf(key, isNew), table.putIf({ ...key, by: 'other' }, isNew)]);

    // Both took effect before one of them was repeated.
    expect(calls.map(([when]) => when)).toEqual(['before', 'before', 'after', 'after', 'after', 'after']);
    expect(simulated.get(key)).toEqual(key);
  });
});

describe('a read of a part', () => {
  it('is none: production doesn’t take it for the truth', async () => {
    const other = { pk: 'p', sk: 'b' };
    await table.transact([table.insert(key), table.insert(other)]);
    fault = 'partial';

    await expect(table.getAll([key, other])).rejects.toThrow('unread');
    await expect(table.getAll([key])).rejects.toMatchObject({
      name: 'ProvisionedThroughputExceededException',
    });
    expect(await table.get(key)).toEqual(key);
  });
});

describe('a stale read', () => {
  const listed = (status: string) => ({ ...key, status_pk: status, status_sk: '1' });
  const inStatus = async (status: string) =>
    (
      await table.query({
        IndexName: 'by_status',
        KeyConditionExpression: 'status_pk = :status',
        ExpressionAttributeValues: { ':status': status },
      })
    ).length;

  beforeEach(async () => {
    await table.transact([table.put(listed('pending'))]);
    await table.transact([table.put(listed('verified')), table.put({ pk: 'p', sk: 'b' })]);
    fault = 'stale';
  });

  it('of an index answers from before its last change', async () => {
    expect([await inStatus('pending'), await inStatus('verified')]).toEqual([1, 0]);

    fault = 'none';
    expect([await inStatus('pending'), await inStatus('verified')]).toEqual([0, 1]);
  });

  it('of the table answers from before the last change of what it reads', async () => {
    const read = new GetCommand({ TableName: 'ridegate', Key: key });

    expect((await simulated.documents.send(read)).Item).toEqual(listed('pending'));
  });

  it('isn’t strongly consistent', async () => {
    expect(await table.get(key)).toEqual(listed('verified'));
    expect(await table.getAll([key])).toEqual([listed('verified')]);
  });

  it('is behind for a while only', async () => {
    nowMs = 60_000;

    expect([await inStatus('pending'), await inStatus('verified')]).toEqual([0, 1]);
  });
});

describe('a call', () => {
  it('is told with its command and keys, before its effect and before its answer', async () => {
    await table.transact([table.insert(key), table.insert({ pk: 'p', sk: 'b' })]);
    await anything.getAll();
    await anything.query();

    expect(calls).toEqual([
      ['before', { command: 'TransactWrite', keys: ['p/a', 'p/b'] }],
      ['after', { command: 'TransactWrite', keys: ['p/a', 'p/b'] }],
      ['before', { command: 'BatchGet', keys: ['p/a'] }],
      ['after', { command: 'BatchGet', keys: ['p/a'] }],
      ['before', { command: 'Query', keys: ['p/*'] }],
      ['after', { command: 'Query', keys: ['p/*'] }],
    ]);
  });
});

async function addOne(): Promise<void> {
  await simulated.documents.send(
    new UpdateCommand({
      TableName: 'ridegate',
      Key: key,
      UpdateExpression: 'ADD n :one',
      ExpressionAttributeValues: { ':one': 1 },
    }),
  );
}
