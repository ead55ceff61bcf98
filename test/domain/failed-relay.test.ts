import { describe, expect, it } from 'vitest';
import type { Failure } from '../../functions/domain/failed-delivery.ts';
import { decideFailedRelay, worseFault } from '../../functions/domain/failed-relay.ts';
import { minuteMs } from '../support/builders.ts';

const fault = (kind: Failure['kind'], cause: string = kind): Failure => ({ kind, cause });

describe('a record that can’t be relayed', () => {
  it.each([
    ['permanent', 0, 'hand_over'],
    ['unknown', 0, 'retry'],
    ['unknown', 2 * minuteMs - 1, 'retry'],
    ['unknown', 2 * minuteMs, 'hand_over'],
    ['temporary', 2 * minuteMs, 'retry'],
    ['temporary', 15 * minuteMs - 1, 'retry'],
    ['temporary', 15 * minuteMs, 'hand_over'],
  ] as const)('for a %s fault, %i ms after it was saved: %s', (kind, ageMs, next) => {
    expect(decideFailedRelay(fault(kind), ageMs)).toBe(next);
  });

  it('that a clock which is behind takes for a record of the future is not handed over for it', () => {
    expect(decideFailedRelay(fault('temporary'), -1)).toBe('retry');
    expect(decideFailedRelay(fault('permanent'), -1)).toBe('hand_over');
  });
});

describe('of several faults', () => {
  it.each([
    [['temporary', 'permanent'], 'permanent'],
    [['temporary', 'unknown'], 'unknown'],
    [['unknown', 'permanent', 'temporary'], 'permanent'],
    [['temporary'], 'temporary'],
  ] as const)('%j counts the one that leaves the least hope', (kinds, worst) => {
    expect(kinds.map((kind) => fault(kind)).reduce(worseFault)).toEqual(fault(worst));
  });

  it('of a kind, the first is named', () => {
    expect(worseFault(fault('unknown', 'first'), fault('unknown', 'second')).cause).toBe('first');
  });
});
