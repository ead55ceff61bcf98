import { describe, expect, it } from 'vitest';
import { conditionFailed, inPartition, invalid, type MakeTable } from './harness.ts';

export function describeItems(make: MakeTable): void {
  describe('an item', () => {
    it('is read as it was put, whatever it holds', async () => {
      const { pk, put, get } = inPartition(make);
      const held = {
        text: 'hé€😀',
        empty: '',
        numbers: [0, -1, 1.5, 1e-7, 2 ** 53 - 1],
        yes: true,
        no: false,
        nothing: null,
        list: [1, 'a', null, [true], { a: [] }],
        map: { a: { b: { c: null } }, d: {} },
        bytes: new Uint8Array([0, 127, 255]),
        more: { bytes: new Uint8Array([1]), list: [new Uint8Array([2])] },
      };

      await put({ sk: 'a', ...held });

      expect(await get('a')).toEqual({ pk, sk: 'a', ...held });
    });

    it('is put in place of the one before, with nothing left of it', async () => {
      const { pk, put, get } = inPartition(make);
      await put({ sk: 'a', one: 1 });

      const answer = await put({ sk: 'a', two: 2 }, { ReturnValues: 'ALL_OLD' });

      expect(answer.Attributes).toEqual({ pk, sk: 'a', one: 1 });
      expect(await get('a')).toEqual({ pk, sk: 'a', two: 2 });
    });

    it('that isn’t there is answered as undefined', async () => {
      const { get } = inPartition(make);

      expect(await get('none')).toBeUndefined();
    });

    it('is answered without what wasn’t asked for', async () => {
      const { put, get } = inPartition(make);
      await put({ sk: 'a', one: 1, two: 2, three: 3 });

      const item = await get('a', {
        ProjectionExpression: 'one, #t, absent',
        ExpressionAttributeNames: { '#t': 'two' },
      });

      expect(item).toEqual({ one: 1, two: 2 });
    });

    it('is deleted, also where it isn’t there', async () => {
      const { pk, put, get, remove } = inPartition(make);
      await put({ sk: 'a' });

      expect((await remove('a', { ReturnValues: 'ALL_OLD' })).Attributes).toEqual({ pk, sk: 'a' });
      expect((await remove('a', { ReturnValues: 'ALL_OLD' })).Attributes).toBeUndefined();
      expect(await get('a')).toBeUndefined();
    });

    it('isn’t changed by who changes what he put or read', async () => {
      const { pk, put, get } = inPartition(make);
      const item = { sk: 'a', list: [1] };

      const putting = put(item);
      item.list.push(2);
      await putting;

      expect(await get('a')).toEqual({ pk, sk: 'a', list: [1] });
    });
  });

  describe('a write on a condition', () => {
    const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };

    it('is made once where the item must be new', async () => {
      const { pk, put, get } = inPartition(make);
      await put({ sk: 'a', by: 'first' }, isNew);

      await expect(put({ sk: 'a', by: 'second' }, isNew)).rejects.toMatchObject(conditionFailed);
      expect(await get('a')).toEqual({ pk, sk: 'a', by: 'first' });
    });

    it('deletes only where it holds', async () => {
      const { put, get, remove } = inPartition(make);
      const atOne = { ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': 1 } };
      await put({ sk: 'a', v: 2 });

      await expect(remove('a', atOne)).rejects.toMatchObject(conditionFailed);
      await expect(remove('none', atOne)).rejects.toMatchObject(conditionFailed);
      expect(await get('a')).toMatchObject({ v: 2 });
    });

    it('tells of the item that was in the way, where asked to', async () => {
      const { pk, put } = inPartition(make);
      await put({ sk: 'a', v: [1] });

      const refused = put({ sk: 'a' }, { ...isNew, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' });

      const item = { pk: { S: pk }, sk: { S: 'a' }, v: { L: [{ N: '1' }] } };
      await expect(refused).rejects.toMatchObject({ ...conditionFailed, Item: item });
    });
  });

  describe('many items at once', () => {
    it('are answered as far as they are there, in no order', async () => {
      const { pk, key, put, getAll } = inPartition(make);
      for (const sk of ['a', 'b', 'c']) await put({ sk, of: sk });

      const answer = await getAll({ Keys: [key('c'), key('none'), key('a')], ConsistentRead: true });

      const items = Object.values(answer.Responses ?? {}).flat();
      expect(items).toHaveLength(2);
      expect(items).toEqual(
        expect.arrayContaining([
          { pk, sk: 'a', of: 'a' },
          { pk, sk: 'c', of: 'c' },
        ]),
      );
      expect(answer.UnprocessedKeys).toEqual({});
    });

    it.each([
      ['none', []],
      ['one twice', ['a', 'a']],
      ['more than a hundred', Array.from({ length: 101 }, (_, index) => `k${index}`)],
    ])('can’t be %s', async (_, sortKeys) => {
      const { key, getAll } = inPartition(make);

      await expect(getAll({ Keys: sortKeys.map(key) })).rejects.toMatchObject(invalid);
    });
  });
}
