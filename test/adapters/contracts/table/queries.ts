import { beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../../../functions/adapters/dynamodb/table.ts';
import { inPartition, invalid, type MakeTable } from './harness.ts';

// In the order of their UTF-8 bytes, which isn't that of JavaScript's units.
const sortKeys = ['B', 'a', 'ab', 'b', 'é', '\uFF5E', '\u{1F600}'];

export function describeQueries(make: MakeTable): void {
  let table: ReturnType<typeof inPartition>;
  beforeAll(async () => {
    table = inPartition(make);
    for (const [index, sk] of sortKeys.toReversed().entries()) await table.put({ sk, place: index });
  });

  type Query = Partial<Parameters<typeof table.query>[0]>;

  const query = (input: Query = {}, condition = '', values: Item = {}) =>
    table.query({
      KeyConditionExpression: `pk = :pk${condition}`,
      ...input,
      ExpressionAttributeValues: { ':pk': table.pk, ...values },
    });
  const sortKeysOf = async (...given: Parameters<typeof query>) =>
    ((await query(...given)).Items ?? []).map((item) => String(item['sk']));

  describe('a query of a partition', () => {
    it('answers in the order of the sort keys, or the other way round', async () => {
      expect(await sortKeysOf()).toEqual(sortKeys);
      expect(await sortKeysOf({ ScanIndexForward: false })).toEqual(sortKeys.toReversed());
    });

    it.each<[string, Item, string[]]>([
      [' AND sk = :a', { ':a': 'a' }, ['a']],
      [' AND sk < :a', { ':a': 'a' }, ['B']],
      [' AND sk <= :a', { ':a': 'a' }, ['B', 'a']],
      [' AND sk > :a', { ':a': 'é' }, ['\uFF5E', '\u{1F600}']],
      [' AND sk >= :a', { ':a': 'é' }, ['é', '\uFF5E', '\u{1F600}']],
      [' AND sk BETWEEN :a AND :b', { ':a': 'aa', ':b': 'b' }, ['ab', 'b']],
      [' AND begins_with(sk, :a)', { ':a': 'a' }, ['a', 'ab']],
      [' and (begins_with(sk, :a))', { ':a': 'x' }, []],
    ])('answers a range of them: %s %j', async (condition, values, expected) => {
      expect(await sortKeysOf({}, condition, values)).toEqual(expected);
    });

    it.each<[string, Item]>([
      [' OR sk = :a', { ':a': 'a' }],
      [' AND sk <> :a', { ':a': 'a' }],
      [' AND NOT sk = :a', { ':a': 'a' }],
      [' AND contains(sk, :a)', { ':a': 'a' }],
      [' AND sk IN (:a)', { ':a': 'a' }],
      [' AND place = :a', { ':a': 'a' }],
      [' AND sk = :a AND sk = :a', { ':a': 'a' }],
      [' AND sk BETWEEN :a AND :b', { ':a': 'b', ':b': 'a' }],
    ])('can’t be for %s %j', async (condition, values) => {
      await expect(query({}, condition, values)).rejects.toMatchObject(invalid);
    });

    it('needs the partition, which equals a value', async () => {
      const values = { ExpressionAttributeValues: { ':a': 'a' } };
      const refused = (KeyConditionExpression: string) =>
        expect(table.query({ KeyConditionExpression, ...values })).rejects.toMatchObject(invalid);

      await refused('sk = :a');
      await refused('pk > :a');
      await refused('');
    });

    it('filters what it has read, and counts what it filtered', async () => {
      const answer = await query({ FilterExpression: 'place > :v', Limit: 3 }, '', { ':v': 4 });

      expect(answer.Items?.map(({ sk }) => String(sk))).toEqual(['B', 'a']);
      expect(answer).toMatchObject({ Count: 2, ScannedCount: 3, LastEvaluatedKey: table.key('ab') });
    });

    it('answers without what wasn’t asked for', async () => {
      const { Items } = await query({ ProjectionExpression: 'sk, absent' }, ' AND sk = :a', { ':a': 'a' });

      expect(Items).toEqual([{ sk: 'a' }]);
    });

    it('counts without answering what it counted, and can’t do both', async () => {
      const counted = await query({ Select: 'COUNT', Limit: 3 });

      expect(counted).toMatchObject({ Count: 3, ScannedCount: 3, LastEvaluatedKey: table.key('ab') });
      expect(counted.Items).toBeUndefined();
      await expect(query({ Select: 'COUNT', ProjectionExpression: 'sk' })).rejects.toMatchObject(invalid);
    });

    it('answers nothing where there is nothing', async () => {
      const answer = await query({}, '', { ':pk': `${table.pk}-none` });

      expect(answer).toMatchObject({ Items: [], Count: 0, ScannedCount: 0 });
      expect(answer.LastEvaluatedKey).toBeUndefined();
    });
  });

  describe('pages of a query', () => {
    it.each([true, false])('go on where the one before has ended (forward: %s)', async (ScanIndexForward) => {
      const pages: string[][] = [];
      let start: Item | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await query({
          Limit: 3,
          ScanIndexForward,
          ...(start && { ExclusiveStartKey: start }),
        });
        pages.push(Items.map(({ sk }) => String(sk)));
        start = LastEvaluatedKey;
      } while (start !== undefined);

      expect(pages.flat()).toEqual(ScanIndexForward ? sortKeys : sortKeys.toReversed());
      expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    });

    it('have a next one where a page is just full, though it will be empty', async () => {
      const full = await query({ Limit: sortKeys.length });
      expect(full.LastEvaluatedKey).toEqual(table.key('\u{1F600}'));

      expect(await sortKeysOf({ ExclusiveStartKey: full.LastEvaluatedKey })).toEqual([]);
      expect((await query({ Limit: sortKeys.length + 1 })).LastEvaluatedKey).toBeUndefined();
    });

    it('can begin behind an item that isn’t there', async () => {
      expect(await sortKeysOf({ ExclusiveStartKey: table.key('aa'), Limit: 2 })).toEqual(['ab', 'b']);
      expect(await sortKeysOf({ ExclusiveStartKey: table.key('aa'), ScanIndexForward: false })).toEqual([
        'a',
        'B',
      ]);
    });

    it('can’t begin without a whole key, and have one item at least', async () => {
      await expect(query({ ExclusiveStartKey: { pk: table.pk } })).rejects.toMatchObject(invalid);
      const more = { ...table.key('a'), other: 'a' };
      await expect(query({ ExclusiveStartKey: more })).rejects.toMatchObject(invalid);
      await expect(query({ Limit: 0 })).rejects.toMatchObject(invalid);
    });
  });
}
