import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../functions/adapters/dynamodb/table.ts';
import { conditionFailed, inPartition, invalid, type MakeTable } from './harness.ts';

const item = { n: 5, s: 'text', m: { a: 1, d: { x: 1 } }, z: null };

type Case = [update: string, values: Item | undefined, after: Item];

const cases: Case[] = [
  ['SET n = :v, t = n', { ':v': 1 }, { ...item, n: 1, t: 5 }],
  ['SET n = n + :v', { ':v': 2 }, { ...item, n: 7 }],
  ['SET n = :v - n', { ':v': 2 }, { ...item, n: -3 }],
  ['set c = if_not_exists(c, :v) + :w', { ':v': 0, ':w': 1 }, { ...item, c: 1 }],
  ['SET n = if_not_exists(n, :v)', { ':v': 0 }, item],
  ['SET z = if_not_exists(z, :v)', { ':v': 0 }, item],
  ['SET c = if_not_exists(m.a, n)', undefined, { ...item, c: 1 }],
  ['SET m.b = :v, m.a = :v', { ':v': 2 }, { ...item, m: { a: 2, b: 2, d: { x: 1 } } }],
  ['SET m.d.x = :v', { ':v': 2 }, { ...item, m: { a: 1, d: { x: 2 } } }],
  ['ADD n :v, c :v', { ':v': 1 }, { ...item, n: 6, c: 1 }],
  ['ADD n :v', { ':v': -5 }, { ...item, n: 0 }],
  ['ADD m.a :v, m.b :v', { ':v': 1 }, { ...item, m: { a: 2, b: 1, d: { x: 1 } } }],
  ['REMOVE n, absent, m.d, gone.x, m.absent', undefined, { s: 'text', z: null, m: { a: 1 } }],
  ['REMOVE s SET t = s ADD n :v', { ':v': 1 }, { n: 6, t: 'text', m: item.m, z: null }],
  ['SET t = z', undefined, { ...item, t: null }],
];

const wrong: [string, Item | undefined][] = [
  ['', undefined],
  ['SET n', undefined],
  ['CHANGE n :v', { ':v': 1 }],
  ['SET pk = :v', { ':v': 'a' }],
  ['ADD sk :v', { ':v': 1 }],
  ['REMOVE pk', undefined],
  ['SET n = :v, n = :v', { ':v': 1 }],
  ['SET n = :v REMOVE n', { ':v': 1 }],
  ['SET m.b = :v, m = :v', { ':v': 1 }],
  ['SET n = :v SET t = :v', { ':v': 1 }],
  ['SET t = absent', undefined],
  ['SET t = absent + :v', { ':v': 1 }],
  ['SET s = s + :v', { ':v': 1 }],
  ['SET absent.b = :v', { ':v': 1 }],
  ['SET n.b = :v', { ':v': 1 }],
  ['ADD s :v', { ':v': 1 }],
  ['ADD z :v', { ':v': 1 }],
  ['ADD n :v', { ':v': 'x' }],
  ['ADD absent.b :v', { ':v': 1 }],
  ['SET n = :v + :v + :v', { ':v': 1 }],
  ['SET status_pk = :v', { ':v': '' }],
  ['SET status_pk = :v', { ':v': 5 }],
];

export function describeUpdates(make: MakeTable): void {
  describe('an update', () => {
    it.each(cases)(
      'reads the item as it was, and changes it: %s %j',
      async (UpdateExpression, values, after) => {
        const { pk, put, get, update } = inPartition(make);
        await put({ sk: 'a', ...item });

        const answer = await update('a', { UpdateExpression, ExpressionAttributeValues: values });

        expect(answer.Attributes).toEqual({ pk, sk: 'a', ...after });
        expect(await get('a')).toEqual({ pk, sk: 'a', ...after });
      },
    );

    it.each(wrong)('is refused, and changes nothing: %s %j', async (UpdateExpression, values) => {
      const { pk, put, get, update } = inPartition(make);
      await put({ sk: 'a', ...item });

      const refused = update('a', { UpdateExpression, ExpressionAttributeValues: values });

      await expect(refused).rejects.toMatchObject(invalid);
      expect(await get('a')).toEqual({ pk, sk: 'a', ...item });
    });

    it('makes the item where there is none', async () => {
      const { pk, get, update } = inPartition(make);

      await update('a', { UpdateExpression: 'ADD n :v', ExpressionAttributeValues: { ':v': 3 } });
      await update('b', { UpdateExpression: 'REMOVE n' });

      expect(await get('a')).toEqual({ pk, sk: 'a', n: 3 });
      expect(await get('b')).toEqual({ pk, sk: 'b' });
    });

    it('is made only where its condition holds', async () => {
      const { get, update } = inPartition(make);

      const refused = update('a', {
        UpdateExpression: 'SET n = :v',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':v': 1 },
      });

      await expect(refused).rejects.toMatchObject(conditionFailed);
      expect(await get('a')).toBeUndefined();
    });

    it('answers the item as it was before, or nothing, as it is asked', async () => {
      const { pk, put, update } = inPartition(make);
      await put({ sk: 'a', n: 1 });
      const input = { UpdateExpression: 'ADD n :v', ExpressionAttributeValues: { ':v': 1 } };

      const old = await update('a', { ...input, ReturnValues: 'ALL_OLD' });
      const none = await update('a', { ...input, ReturnValues: 'NONE' });

      expect(old.Attributes).toEqual({ pk, sk: 'a', n: 1 });
      expect(none.Attributes).toBeUndefined();
    });
  });
}
