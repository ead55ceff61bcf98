import { expect, test } from 'vitest';
import { durationFormat, inUnit, unitFor } from '../../../console/parts/duration.ts';

test.each([
  [0, 'second', '0 sec'],
  [119, 'second', '120 sec'],
  [120, 'minute', '2 min'],
  [7199, 'minute', '120 min'],
  [7200, 'hour', '2 hr'],
  [9000, 'hour', '2.5 hr'],
  [172_799, 'hour', '48 hr'],
  [172_800, 'day', '2 days'],
  [1_240_000, 'day', '14 days'],
] as const)('%d seconds are told by the %s, as %s', (seconds, unit, told) => {
  expect(unitFor(seconds)).toBe(unit);
  const text = new Intl.NumberFormat('en', durationFormat(unit, 'short')).format(inUnit(seconds, unit));
  expect(text).toBe(told);
});
