import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../functions/adapters/dynamodb/table.ts';
import { inPartition, invalid, type MakeTable } from './harness.ts';

const deep = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);

export function describeRefusals(make: MakeTable): void {
  describe('an item that DynamoDB can’t hold', () => {
    it.each<[string, Item]>([
      ['without a sort key', {}],
      ['with an empty partition key', { pk: '', sk: 'a' }],
      ['with an empty sort key', { sk: '' }],
      ['with a number for a key', { sk: 1 }],
      ['with a sort key that is too long', { sk: 'x'.repeat(1025) }],
      ['with a partition key that is too long', { pk: 'x'.repeat(2049), sk: 'a' }],
      ['with an empty index key', { sk: 'a', status_pk: '' }],
      ['with a number for an index key', { sk: 'a', status_pk: 'a', status_sk: 1 }],
      ['with null for an index key', { sk: 'a', status_pk: null }],
      ['above 400 KB', { sk: 'a', text: 'x'.repeat(400 * 1024) }],
      ['above 400 KB only as UTF-8', { sk: 'a', text: '€'.repeat(140 * 1024) }],
      ['with a number that is too small', { sk: 'a', number: 1e-200 }],
      ['nested too deeply', { sk: 'a', map: deep(32) }],
    ])('is refused: %s', async (_, item) => {
      const { put } = inPartition(make);

      await expect(put(item)).rejects.toMatchObject(invalid);
    });

    it.each<[string, Item]>([
      ['of nearly 400 KB', { sk: 'a', text: 'x'.repeat(399 * 1024) }],
      ['of nearly 400 KB as UTF-8', { sk: 'a', text: '€'.repeat(133 * 1024) }],
      ['nested as deeply as can be', { sk: 'a', map: deep(31) }],
    ])('isn’t refused for less: %s', async (_, item) => {
      const { put, get } = inPartition(make);

      await put(item);

      expect(await get('a')).toMatchObject(item);
    });
  });

  describe('an item that the client can’t send', () => {
    it.each<[string, Item]>([
      ['undefined in a list', { list: [undefined] }],
      ['undefined in a map', { map: { a: undefined } }],
      ['no number', { number: NaN }],
      ['an infinite number', { number: -Infinity }],
      ['a number beyond what one can hold exactly', { number: 2 ** 60 }],
      ['a date', { date: new Date(0) }],
    ])('is refused for %s', async (_, item) => {
      const { put, get } = inPartition(make);

      await expect(put({ sk: 'a', ...item })).rejects.toThrow(Error);
      expect(await get('a')).toBeUndefined();
    });

    it('has no attribute where its value is undefined', async () => {
      const { pk, put, get } = inPartition(make);

      await put({ sk: 'a', absent: undefined });

      expect(Object.keys((await get('a')) ?? {}).toSorted()).toEqual(['pk', 'sk']);
      expect(await get('a')).toEqual({ pk, sk: 'a' });
    });
  });

  describe('a key that is none', () => {
    it.each<[string, Item]>([
      ['without its sort key', { pk: 'p' }],
      ['with more than the key', { pk: 'p', sk: 'a', other: 1 }],
      ['of numbers', { pk: 'p', sk: 1 }],
      ['that is empty', { pk: 'p', sk: '' }],
      ['with undefined in it', { pk: 'p', sk: undefined }],
    ])('is refused: %s', async (_, Key) => {
      const { get, remove, update } = inPartition(make);

      await expect(get('a', { Key })).rejects.toMatchObject(invalid);
      await expect(remove('a', { Key })).rejects.toMatchObject(invalid);
      await expect(update('a', { Key, UpdateExpression: 'REMOVE b' })).rejects.toMatchObject(invalid);
    });
  });

  describe('placeholders', () => {
    it.each([
      ['a value that isn’t given', 'n <> :v', undefined, { ':u': 1 }],
      ['a name that isn’t given', '#n <> :v', undefined, { ':v': 1 }],
      ['a value too many', 'n <> :v', undefined, { ':v': 1, ':u': 1 }],
      ['a name too many', 'n <> :v', { '#u': 'u' }, { ':v': 1 }],
      ['values without an expression', undefined, undefined, { ':v': 1 }],
      ['names without an expression', undefined, { '#u': 'u' }, undefined],
      ['no value at all', 'n <> :v', undefined, {}],
      ['an undefined value', 'n <> :v', undefined, { ':v': undefined }],
    ])('are refused: %s', async (_, ConditionExpression, ExpressionAttributeNames, values) => {
      const { put } = inPartition(make);

      const refused = put(
        { sk: 'a' },
        { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues: values },
      );

      await expect(refused).rejects.toMatchObject(invalid);
    });
  });
}
