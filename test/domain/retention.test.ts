import { describe, expect, it } from 'vitest';
import { isKeptForLongEnough } from '../../functions/domain/retention.ts';
import { dayMs, nowMs } from '../support/builders.ts';

describe('verified data that is kept for 30 days', () => {
  it.each([
    ['a millisecond too short', nowMs - 30 * dayMs + 1, false],
    ['exactly so long', nowMs - 30 * dayMs, true],
    ['for longer', nowMs - 31 * dayMs, true],
  ])('has to go where it was kept %s: %s', (_, verifiedAtMs, due) => {
    expect(isKeptForLongEnough(verifiedAtMs, 30, nowMs)).toBe(due);
  });
});

it.each([
  ['where the policy sets no end', nowMs - 5000 * dayMs, null],
  ['where there is none', null, 30],
])('nothing has to go %s', (_, verifiedAtMs, days) => {
  expect(isKeptForLongEnough(verifiedAtMs, days, nowMs)).toBe(false);
});
