import { describe, expect, it } from 'vitest';
import { trailBehind, trailOf } from '../../../console/pages/customers/page-trail.ts';

describe('the pages that led to a page', () => {
  it('are none on the first', () => {
    expect(trailOf(null, null)).toEqual([]);
  });

  it('grow with each page', () => {
    const second = trailBehind(trailOf(null, null), null);
    const third = trailBehind(trailOf(second, 'two'), 'two');
    expect(trailOf(third, 'three')).toEqual([null, 'two']);
  });

  it('are unknown where the page was reached by its address alone', () => {
    expect(trailOf(null, 'two')).toBeNull();
    expect(trailOf({ from: '/elsewhere' }, 'two')).toBeNull();
    expect(trailBehind(null, 'two')).toBeNull();
  });
});
