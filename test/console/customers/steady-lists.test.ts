import { describe, expect, it } from 'vitest';
import type { Customer, ListName, ListPage } from '../../../console/pages/customers/lists.ts';
import { newsIn, showAll, takeIn } from '../../../console/pages/customers/steady-lists.ts';

// Only ids matter here.
const rows = (...ids: string[]) => ids.map((id) => ({ id }) as Customer);
const page = (list: ListName, ids: string[], nextCursor: string | null = null): ListPage => ({
  list,
  rows: rows(...ids),
  nextCursor,
});

describe('the lists on the screen', () => {
  it('take everything at once while nobody stands in any of them', () => {
    const shown = takeIn(showAll([page('required', []), page('failed', [])]), [
      page('required', ['a']),
      page('failed', []),
    ]);
    expect(shown[0]?.rows).toEqual(rows('a'));
    expect(newsIn(shown)).toBeNull();
  });

  it('fill no empty list above one that somebody reads', () => {
    const shown = takeIn(showAll([page('required', []), page('failed', ['b'])]), [
      page('required', ['a']),
      page('failed', ['b']),
    ]);
    expect(shown[0]?.rows).toEqual([]);
    expect(newsIn(shown)).toEqual({ added: 1, gone: 0 });
  });

  it('add up what is new and gone over all lists', () => {
    const shown = takeIn(showAll([page('required', ['a', 'b']), page('failed', ['b'])]), [
      page('required', ['a', 'c', 'd']),
      page('failed', []),
    ]);
    expect(newsIn(shown)).toEqual({ added: 2, gone: 2 });
  });

  it('go on behind the last row that is shown, so that nobody is on neither page', () => {
    const before = showAll([page('all', ['a', 'b'], 'behind-b')]);
    const shown = takeIn(before, [page('all', ['new', 'a'], 'behind-a')]);
    expect(shown[0]?.nextCursor).toBe('behind-b');
  });

  it('learn of a next page that came to be, where nothing else changed', () => {
    const shown = takeIn(showAll([page('all', ['a', 'b'])]), [page('all', ['a', 'b'], 'behind-b')]);
    expect(shown[0]?.nextCursor).toBe('behind-b');
  });
});
