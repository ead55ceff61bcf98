import { describe, expect, test } from 'vitest';
import { compilePattern, matchesAny } from '../../../local/pollers/filter.ts';

const record = {
  eventName: 'INSERT',
  dynamodb: {
    Keys: { sk: { S: 'OUTBOX#1' } },
    NewImage: { amount: 50, tags: ['new', 'risky'], note: null, name: 'Amelia' },
  },
};

describe('a filter pattern', () => {
  test.each([
    ['an exact value', { eventName: ['INSERT'] }, true],
    ['another value', { eventName: ['REMOVE'] }, false],
    ['one of several values', { eventName: ['REMOVE', 'INSERT'] }, true],
    ['a nested prefix', { dynamodb: { Keys: { sk: { S: [{ prefix: 'OUTBOX#' }] } } } }, true],
    ['another prefix', { dynamodb: { Keys: { sk: { S: [{ prefix: 'AUDIT#' }] } } } }, false],
    ['a suffix', { eventName: [{ suffix: 'SERT' }] }, true],
    [
      'all of several fields',
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: ['OUTBOX#2'] } } } },
      false,
    ],
    ['a field that exists', { dynamodb: { NewImage: { note: [{ exists: true }] } } }, true],
    ['a field that must not exist', { dynamodb: { OldImage: { name: [{ exists: false }] } } }, true],
    ['a missing field', { dynamodb: { OldImage: { name: ['Amelia'] } } }, false],
    ['null', { dynamodb: { NewImage: { note: [null] } } }, true],
    ['anything but a value', { eventName: [{ 'anything-but': ['REMOVE', 'MODIFY'] }] }, true],
    ['anything but its own value', { eventName: [{ 'anything-but': 'INSERT' }] }, false],
    ['a number in a range', { dynamodb: { NewImage: { amount: [{ numeric: ['>=', 50, '<', 75] }] } } }, true],
    ['a number outside a range', { dynamodb: { NewImage: { amount: [{ numeric: ['>', 50] }] } } }, false],
    ['an item of a list', { dynamodb: { NewImage: { tags: ['risky'] } } }, true],
    ['letters of either case', { eventName: [{ 'equals-ignore-case': 'insert' }] }, true],
    [
      'one of two alternatives',
      { $or: [{ eventName: ['REMOVE'] }, { dynamodb: { NewImage: { amount: [50] } } }] },
      true,
    ],
  ])('with %s decides', (_name, pattern, expected) => {
    expect(compilePattern(JSON.stringify(pattern))(record)).toBe(expected);
  });

  test('is one of several: any of them is enough, and none at all lets everything through', () => {
    const inserts = compilePattern('{"eventName":["INSERT"]}');
    const removals = compilePattern('{"eventName":["REMOVE"]}');
    expect(matchesAny([removals, inserts], record)).toBe(true);
    expect(matchesAny([removals], record)).toBe(false);
    expect(matchesAny([], record)).toBe(true);
  });

  test.each([
    ['no JSON', '{'],
    ['a value without a list', '{"eventName":"INSERT"}'],
    ['an unknown operator', '{"eventName":[{"wildcard":"IN*"}]}'],
    ['an unknown comparison', '{"amount":[{"numeric":["~",5]}]}'],
  ])('of %s is refused before anything runs', (_name, text) => {
    expect(() => compilePattern(text)).toThrow(/filter pattern/);
  });
});
