import { beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../../../functions/adapters/dynamodb/table.ts';
import { conditionFailed, inPartition, invalid, type MakeTable } from './harness.ts';

const item = {
  sk: 'a',
  n: 5,
  s: 'hello',
  b: true,
  z: null,
  l: [1, 'a', null, { x: 1 }],
  m: { a: { b: 1 }, c: 'q' },
  e: '',
  y: new Uint8Array([1, 255]),
  'a.b': 2,
};

type Values = Item | undefined;
type Case = [condition: string, values?: Values, names?: Record<string, string>];

const hold: Case[] = [
  ['n = :v', { ':v': 5 }],
  ['n<>:v', { ':v': 6 }],
  ['n < :v', { ':v': 6 }],
  ['n <= :v', { ':v': 5 }],
  ['n > :v', { ':v': -6 }],
  ['n >= :v', { ':v': 5 }],
  [':v = n', { ':v': 5 }],
  ['s > :v', { ':v': 'hell' }],
  ['s < :v', { ':v': '\u{1F600}' }],
  ['z = :v', { ':v': null }],
  ['b = :v', { ':v': true }],
  ['l = :v', { ':v': [1, 'a', null, { x: 1 }] }],
  ['m = :v', { ':v': { c: 'q', a: { b: 1 } } }],
  ['m.a.b = :v', { ':v': 1 }],
  ['l[0] = :v AND l[3].x = :v', { ':v': 1 }],
  ['y = :v', { ':v': new Uint8Array([1, 255]) }],
  ['#n = :v', { ':v': 5 }, { '#n': 'n' }],
  ['#n = :v', { ':v': 2 }, { '#n': 'a.b' }],
  ['m.#a.b = :v', { ':v': 1 }, { '#a': 'a' }],
  ['n between :a AND :b', { ':a': 5, ':b': 5 }],
  ['n IN (:a, :b)', { ':a': 1, ':b': 5 }],
  ['begins_with(s, :v)', { ':v': 'he' }],
  ['begins_with(s, :v)', { ':v': '' }],
  ['contains(s, :v)', { ':v': 'll' }],
  ['contains(l, :v)', { ':v': 'a' }],
  ['contains(l, :v)', { ':v': null }],
  ['contains(l, :v)', { ':v': { x: 1 } }],
  ['size(s) = :v', { ':v': 5 }],
  ['size(e) = :v', { ':v': 0 }],
  ['size(y) = :v', { ':v': 2 }],
  ['size(l) > size(m)'],
  ['size(absent) <> :v', { ':v': 1 }],
  ['attribute_exists(m.a.b)'],
  ['attribute_exists(z)'],
  ['attribute_exists(l[3])'],
  ['attribute_not_exists(l[4])'],
  ['attribute_not_exists(m.x)'],
  ['attribute_not_exists(n.x)'],
  ['attribute_not_exists(absent)'],
  ['attribute_type(z, :v)', { ':v': 'NULL' }],
  ['attribute_type(b, :v)', { ':v': 'BOOL' }],
  ['attribute_type(y, :v)', { ':v': 'B' }],
  ['attribute_type(m, :v)', { ':v': 'M' }],
  ['attribute_type(l, :v)', { ':v': 'L' }],
  // What isn't there is unequal to everything, and so is what is of another type.
  ['absent <> :v', { ':v': 1 }],
  ['absent <> gone'],
  ['NOT absent = :v', { ':v': 1 }],
  ['NOT absent < :v', { ':v': 1 }],
  ['n <> :v', { ':v': '5' }],
  // NOT binds closer than AND, and AND closer than OR.
  ['not n = :w and n = :w or n = :v', { ':v': 5, ':w': 6 }],
  ['n = :v OR n = :w AND n = :w', { ':v': 5, ':w': 6 }],
  ['(n = :v OR n = :w) AND NOT (n = :w)', { ':v': 5, ':w': 6 }],
  ['(n = :w) OR ((n = :v) AND n = :v)', { ':v': 5, ':w': 6 }],
  ['NOT NOT n = :v', { ':v': 5 }],
];

const fail: Case[] = [
  ['n = :v', { ':v': '5' }],
  ['n < :v', { ':v': '9' }],
  ['n <> :v', { ':v': 5 }],
  ['N = :v', { ':v': 5 }],
  ['y = :v', { ':v': new Uint8Array([1]) }],
  ['y = :v', { ':v': 'Af8=' }],
  ['absent = :v', { ':v': 1 }],
  ['absent = gone'],
  ['absent < :v', { ':v': 1 }],
  ['absent BETWEEN :a AND :b', { ':a': 1, ':b': 5 }],
  ['absent IN (:a)', { ':a': 5 }],
  ['n IN (:a)', { ':a': '5' }],
  ['n BETWEEN :a AND :b', { ':a': 6, ':b': 7 }],
  ['n BETWEEN :a AND :b', { ':a': '1', ':b': '7' }],
  ['n < b'],
  ['begins_with(n, :v)', { ':v': '5' }],
  ['begins_with(absent, :v)', { ':v': '' }],
  ['contains(n, :v)', { ':v': 5 }],
  ['contains(m, :v)', { ':v': 'q' }],
  ['contains(s, :v)', { ':v': 1 }],
  ['size(n) = :v', { ':v': 1 }],
  ['size(absent) = :v', { ':v': 0 }],
  ['attribute_type(n, :v)', { ':v': 'S' }],
  ['attribute_type(absent, :v)', { ':v': 'S' }],
  ['attribute_exists(n.a)'],
  ['attribute_exists(valueOf)'],
  ['m = m.a'],
  ['l = :v', { ':v': [1, 'a', null] }],
  ['m = :v', { ':v': { c: 'q', a: { b: 1 }, d: 1 } }],
];

const wrong: Case[] = [
  [''],
  ['n'],
  ['n = 5'],
  ['n == :v', { ':v': 1 }],
  ['n = :v AND', { ':v': 1 }],
  ['n = :v n', { ':v': 1 }],
  ['(n = :v', { ':v': 1 }],
  ['n IN ()'],
  ['n ! :v', { ':v': 1 }],
  ['unheard_of(n, :v)', { ':v': 1 }],
  ['((n = :v))', { ':v': 1 }],
  ['attribute_exists(:v)', { ':v': 1 }],
  ['begins_with(s, :v)', { ':v': 1 }],
  ['n BETWEEN :a AND :b', { ':a': 6, ':b': 1 }],
  ['n BETWEEN :a AND :b', { ':a': '1', ':b': 5 }],
];

export function describeConditions(make: MakeTable): void {
  let table: ReturnType<typeof inPartition>;
  beforeAll(async () => {
    table = inPartition(make);
    await table.put(item);
  });

  const putOn = ([ConditionExpression, values, names]: Case): Promise<unknown> =>
    table.put(item, {
      ConditionExpression,
      ExpressionAttributeValues: values,
      ExpressionAttributeNames: names,
    });

  describe('a condition', () => {
    it.each(hold)('holds: %s %j', async (...condition) => {
      await putOn(condition);
    });

    it.each(fail)('doesn’t hold: %s %j', async (...condition) => {
      await expect(putOn(condition)).rejects.toMatchObject(conditionFailed);
    });

    it.each(wrong)('is refused: %s %j', async (...condition) => {
      await expect(putOn(condition)).rejects.toMatchObject(invalid);
    });
  });
}
