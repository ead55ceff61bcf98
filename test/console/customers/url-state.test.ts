import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filters } from '../../../console/pages/customers/lists.ts';
import {
  mayBeId,
  readUrlState,
  startState,
  writeUrlState,
} from '../../../console/pages/customers/url-state.ts';

const read = (query: string) => readUrlState(new URLSearchParams(query));

describe('the state in the address of the customers', () => {
  it.each([
    ['', startState],
    ['?filter=failed', { ...startState, filter: 'failed' }],
    [
      '?filter=failed&order=oldest&cursor=abc',
      { filter: 'failed', order: 'oldest', cursor: 'abc', search: null },
    ],
    ['?filter=nonsense&order=sideways', startState],
    // The order that the list has anyway goes without saying.
    ['?filter=required&order=oldest', { ...startState, filter: 'required' }],
    // Three short lists have neither an order nor pages.
    ['?order=newest&cursor=abc', startState],
    [
      '?filter=all&cursor=abc&search=%20metro-nora%20',
      { ...startState, filter: 'all', search: 'metro-nora' },
    ],
    ['?search=%20', startState],
  ] as const)('reads %j', (query, state) => {
    expect(read(query)).toEqual(state);
  });

  it('finds what was written, whatever the state', () => {
    const state = fc.record({
      filter: fc.constantFrom(...filters),
      order: fc.constantFrom('newest' as const, 'oldest' as const, null),
      cursor: fc.option(fc.string()),
      search: fc.option(fc.string()),
    });
    fc.assert(
      fc.property(state, (any) => {
        const written = writeUrlState(any);
        expect(writeUrlState(read(written))).toBe(written);
        expect(read(written).search).toBe(any.search?.trim() === '' ? null : (any.search?.trim() ?? null));
      }),
    );
  });

  it('begins with an address without a query', () => {
    expect(writeUrlState(startState)).toBe('');
  });
});

describe('what may be an id', () => {
  it.each(['metro-nora', 'cus_metronora', 'vs_1Abc', 'fleet:7@north', '2125550101', '212-555-0101'])(
    'takes %j',
    (text) => {
      expect(mayBeId(text)).toBe(true);
    },
  );

  it.each(['', 'Nora Lindqvist', '+12125550101', 'ü', 'a'.repeat(256), '(212)555', 'nora@north.example'])(
    'refuses %j',
    (text) => {
      expect(mayBeId(text)).toBe(false);
    },
  );
});
