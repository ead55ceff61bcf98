import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasNews, keepPlaces, steadyOf } from '../../../console/pages/customers/list-difference.ts';

type Row = { id: string; attempts: number };

const row = (id: string, attempts = 0): Row => ({ id, attempts });

describe('a list that is refreshed while somebody reads it', () => {
  it('changes rows where they stand', () => {
    const kept = keepPlaces([row('a'), row('b')], [row('a'), row('b', 1)]);
    expect(kept).toEqual({ ...steadyOf([row('a'), row('b', 1)]) });
    expect(hasNews(kept)).toBe(false);
  });

  it('holds back who came, and counts him', () => {
    const kept = keepPlaces([row('a')], [row('new'), row('a')]);
    expect(kept.rows).toEqual([row('a')]);
    expect(kept.added).toBe(1);
    expect(hasNews(kept)).toBe(true);
  });

  it('keeps who has gone, and marks him', () => {
    const kept = keepPlaces([row('a'), row('b', 2)], [row('a')]);
    expect(kept.rows).toEqual([row('a'), row('b', 2)]);
    expect([...kept.gone]).toEqual(['b']);
  });

  it('takes the mark away from who comes back', () => {
    const kept = keepPlaces([row('a'), row('b')], [row('a'), row('b', 3)]);
    expect(kept.gone.size).toBe(0);
    expect(kept.rows[1]).toEqual(row('b', 3));
  });

  it('tells that the order has changed', () => {
    const kept = keepPlaces([row('a'), row('b')], [row('b'), row('a')]);
    expect(kept.rows.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(kept).toMatchObject({ added: 0, hasMoved: true });
  });
});

describe('whatever comes in', () => {
  const list = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), attempts: fc.nat(3) }),
    {
      selector: ({ id }) => id,
    },
  );

  it('no row leaves its place, and the numbers add up', () => {
    fc.assert(
      fc.property(list, list, (shown, latest) => {
        const kept = keepPlaces(shown, latest);
        expect(kept.rows.map(({ id }) => id)).toEqual(shown.map(({ id }) => id));
        expect(shown.length - kept.gone.size + kept.added).toBe(latest.length);
        for (const { id, attempts } of latest) {
          const there = kept.rows.find((one) => one.id === id);
          if (there !== undefined) expect(there.attempts).toBe(attempts);
        }
      }),
    );
  });

  it('there is news exactly where the list is not what is shown', () => {
    fc.assert(
      fc.property(list, list, (shown, latest) => {
        const ids = (rows: readonly Row[]) => rows.map(({ id }) => id).join();
        expect(hasNews(keepPlaces(shown, latest))).toBe(ids(shown) !== ids(latest));
      }),
    );
  });
});
