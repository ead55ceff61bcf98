import { expect, it } from 'vitest';
import { runOutcomes, worseOutcome, type RunOutcome } from '../../functions/domain/reconciler-run.ts';

it.each<[RunOutcome, RunOutcome, RunOutcome]>([
  ['completed', 'completed', 'completed'],
  ['completed', 'stopped_early', 'stopped_early'],
  ['stopped_early', 'failed', 'failed'],
  ['failed', 'completed', 'failed'],
])('a run whose parts %s and %s has %s', (one, other, outcome) => {
  const [left, right] = [
    { outcome: one, cause: null },
    { outcome: other, cause: null },
  ];
  expect([worseOutcome(left, right), worseOutcome(right, left)]).toEqual([outcome, outcome]);
});

it('the outcomes are listed from best to worst', () => {
  expect(runOutcomes).toEqual(['completed', 'stopped_early', 'failed']);
});
