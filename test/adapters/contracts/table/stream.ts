import { describe, expect, it } from 'vitest';
import { inPartition, type MakeTable } from './harness.ts';

export function describeStream(make: MakeTable): void {
  describe('the stream', () => {
    it('tells each change in order, with what was and what is', async () => {
      const { pk, put, update, remove, records } = inPartition(make);
      await put({ sk: 'a', n: 1, list: [null, { x: true }], bytes: new Uint8Array([1, 255]) });
      await update('a', { UpdateExpression: 'SET n = :v', ExpressionAttributeValues: { ':v': 2 } });
      await remove('a');

      const Keys = { pk: { S: pk }, sk: { S: 'a' } };
      const list = { L: [{ NULL: true }, { M: { x: { BOOL: true } } }] };
      const held = { list, bytes: { B: 'Af8=' } };
      const one = { ...Keys, n: { N: '1' }, ...held };
      const two = { ...Keys, n: { N: '2' }, ...held };
      expect(await records()).toEqual([
        { eventName: 'INSERT', Keys, NewImage: one, OldImage: undefined },
        { eventName: 'MODIFY', Keys, NewImage: two, OldImage: one },
        { eventName: 'REMOVE', Keys, NewImage: undefined, OldImage: two },
      ]);
    });

    it('tells nothing of what didn’t happen', async () => {
      const { key, TableName, put, remove, transact, records } = inPartition(make);
      const fails = { ConditionExpression: 'attribute_exists(pk)' };

      await put({ sk: 'a' }, fails).catch(() => undefined);
      await remove('a').catch(() => undefined);
      await transact([
        { Put: { TableName, Item: key('b') } },
        { Put: { TableName, Item: key('c'), ...fails } },
      ]).catch(() => undefined);
      await transact([
        { ConditionCheck: { TableName, Key: key('a'), ConditionExpression: 'attribute_not_exists(pk)' } },
      ]);

      expect(await records()).toEqual([]);
    });

    it('tells each write of a transaction', async () => {
      const { key, TableName, put, transact, records } = inPartition(make);
      await put({ sk: 'b' });

      await transact([{ Put: { TableName, Item: key('a') } }, { Delete: { TableName, Key: key('b') } }]);

      expect((await records()).slice(1).map(({ eventName, Keys }) => ({ eventName, Keys }))).toEqual(
        expect.arrayContaining([
          { eventName: 'INSERT', Keys: expect.objectContaining({ sk: { S: 'a' } }) as unknown },
          { eventName: 'REMOVE', Keys: expect.objectContaining({ sk: { S: 'b' } }) as unknown },
        ]),
      );
    });
  });
}
