import { describe, expect, it } from 'vitest';
import { newId } from '../samples.ts';
import { inPartition, invalid, type MakeTable } from './harness.ts';

const held = { Code: 'None' };
const failed = { Code: 'ConditionalCheckFailed' };
const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };

export function describeTransactions(make: MakeTable): void {
  const table = () => {
    const commands = inPartition(make);
    const { pk, key, TableName } = commands;
    return {
      ...commands,
      aPut: (sk: string, extra: object = {}) => ({ Put: { TableName, Item: { pk, sk, ...extra } } }),
      anInsert: (sk: string) => ({ Put: { TableName, Item: { pk, sk }, ...isNew } }),
      aDelete: (sk: string) => ({ Delete: { TableName, Key: key(sk) } }),
      anUpdate: (sk: string, UpdateExpression: string, ExpressionAttributeValues?: object) => ({
        Update: {
          TableName,
          Key: key(sk),
          UpdateExpression,
          ...(ExpressionAttributeValues && { ExpressionAttributeValues }),
        },
      }),
      aCheck: (sk: string, ConditionExpression: string) => ({
        ConditionCheck: { TableName, Key: key(sk), ConditionExpression },
      }),
    };
  };

  describe('a transaction', () => {
    it('makes all of its writes', async () => {
      const { pk, put, get, transact, aPut, anInsert, aDelete, anUpdate, aCheck } = table();
      await put({ sk: 'old' });
      await put({ sk: 'gone' });

      await transact([
        anInsert('new'),
        aPut('old', { n: 1 }),
        aDelete('gone'),
        anUpdate('count', 'ADD n :v', { ':v': 2 }),
        aCheck('none', 'attribute_not_exists(pk)'),
      ]);

      expect(await get('new')).toEqual({ pk, sk: 'new' });
      expect(await get('old')).toEqual({ pk, sk: 'old', n: 1 });
      expect(await get('gone')).toBeUndefined();
      expect(await get('count')).toEqual({ pk, sk: 'count', n: 2 });
      expect(await get('none')).toBeUndefined();
    });

    it('is held by the check of an item that it doesn’t write', async () => {
      const { pk, put, get, transact, aPut, aDelete, aCheck } = table();
      await put({ sk: 'there', bytes: new Uint8Array([1]) });
      const isThere = (sk: string) => aCheck(sk, 'attribute_exists(pk)');

      await transact([aPut('a'), isThere('there'), aDelete('none')]);
      await expect(transact([aPut('b'), isThere('none')])).rejects.toMatchObject({
        CancellationReasons: [held, failed],
      });

      expect(await get('a')).toEqual({ pk, sk: 'a' });
      expect(await get('b')).toBeUndefined();
      expect(await get('there')).toEqual({ pk, sk: 'there', bytes: new Uint8Array([1]) });
    });

    it('makes none where one condition fails, and tells which', async () => {
      const { pk, put, get, transact, aPut, anInsert, aCheck, aDelete } = table();
      await put({ sk: 'b', v: 1 });

      const refused = transact([
        aPut('a'),
        anInsert('b'),
        aDelete('b2'),
        aCheck('c', 'attribute_exists(pk)'),
      ]);

      await expect(refused).rejects.toMatchObject({
        name: 'TransactionCanceledException',
        CancellationReasons: [held, failed, held, failed],
      });
      expect(await get('a')).toBeUndefined();
      expect(await get('b')).toEqual({ pk, sk: 'b', v: 1 });
    });

    it('tells of the item in the way, where asked to', async () => {
      const { pk, put, transact, aPut, anInsert } = table();
      await put({ sk: 'b', v: true, bytes: new Uint8Array([1]) });
      const asked = {
        Put: { ...anInsert('b').Put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const },
      };

      await expect(transact([aPut('a'), asked])).rejects.toMatchObject({
        CancellationReasons: [
          held,
          {
            ...failed,
            Item: { pk: { S: pk }, sk: { S: 'b' }, v: { BOOL: true }, bytes: { B: new Uint8Array([1]) } },
          },
        ],
      });
    });

    it('is refused as a whole where an update can’t be made', async () => {
      const { put, get, transact, aPut, anUpdate } = table();
      await put({ sk: 'b', s: 'text' });

      const refused = transact([aPut('a'), anUpdate('b', 'ADD s :v', { ':v': 1 })]);

      await expect(refused).rejects.toMatchObject({
        name: 'TransactionCanceledException',
        CancellationReasons: [held, { Code: 'ValidationError' }],
      });
      expect(await get('a')).toBeUndefined();
    });

    it('writes each item once at most', async () => {
      const { get, transact, aPut, aDelete, aCheck } = table();

      await expect(transact([aPut('a'), aDelete('a')])).rejects.toMatchObject(invalid);
      const checked = [aCheck('a', 'attribute_not_exists(pk)'), aPut('a')];
      await expect(transact(checked)).rejects.toMatchObject(invalid);
      expect(await get('a')).toBeUndefined();
    });

    it('has one write at least and a hundred at most', async () => {
      const { transact, aPut, query, pk } = table();
      const puts = (count: number) => Array.from({ length: count }, (_, index) => aPut(`k${index}`));

      await expect(transact([])).rejects.toMatchObject(invalid);
      await expect(transact(puts(101))).rejects.toMatchObject(invalid);
      await transact(puts(100));

      const all = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
      expect((await query(all)).Count).toBe(100);
    });

    it('writes 4 MB at most', async () => {
      const { get, transact, aPut } = table();
      const puts = (count: number) =>
        Array.from({ length: count }, (_, index) => aPut(`k${index}`, { text: 'x'.repeat(390 * 1024) }));

      await expect(transact(puts(11))).rejects.toMatchObject(invalid);
      expect(await get('k0')).toBeUndefined();
    });

    it('is refused for a write that no table could take', async () => {
      const { get, transact, aPut } = table();

      await expect(transact([aPut('a'), aPut('b', { status_pk: '' })])).rejects.toMatchObject(invalid);
      await expect(transact([aPut('a'), {}])).rejects.toMatchObject(invalid);
      expect(await get('a')).toBeUndefined();
    });

    it('is one of those that race, and they all have their turn', async () => {
      const { put, get, transact, anUpdate } = table();
      await put({ sk: 'count', n: 0 });

      const races = Array.from({ length: 8 }, () =>
        transact([
          anUpdate('count', 'ADD n :v', { ':v': 1 }),
          anUpdate(newId('mark'), 'SET n = :v', { ':v': 1 }),
        ]),
      );
      await Promise.all(races);

      expect(await get('count')).toMatchObject({ n: 8 });
    });
  });
}
