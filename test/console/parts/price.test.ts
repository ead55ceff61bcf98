// What a verification costs: as it is typed, and as one page hands it on to another.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePrice } from '../../../console/parts/price/price.ts';
import { readPrice } from '../../../console/parts/price/price-memory.ts';

describe('a price', () => {
  test.each([
    ['1.5', 1.5],
    [' 1,50 ', 1.5],
    ['0', 0],
    ['10000', 10_000],
    ['10000.01', null],
    ['-1', null],
    ['1.000,50', null],
    ['1e2', null],
    ['', null],
    ['free', null],
  ])('typed as "%s" is %s', (typed, expected) => {
    expect(parsePrice(typed)).toBe(expected);
  });

  test('is remembered as it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.constantFrom('USD', 'JPY'),
        (parts, currency) => {
          const price = { perVerification: parts / 10_000, currency };
          expect(readPrice(JSON.stringify(price))).toEqual(price);
        },
      ),
    );
  });

  test.each([
    null,
    '',
    '{',
    'null',
    '{"perVerification":-1,"currency":"USD"}',
    '{"perVerification":10001,"currency":"USD"}',
    '{"perVerification":1,"currency":"euro"}',
  ])('is not known where %j was kept', (kept) => {
    expect(readPrice(kept)).toBeNull();
  });
});
