import { describe, expect, it } from 'vitest';
import { runHistories, tellBroken } from '../run.ts';

const histories = 500;
const patienceMs = 120_000;

/** A range of seeds, in pieces, so that one sees where it is. */
export function describeHistories(range: { from: number; histories: number }): void {
  describe('production code keeps its promises over any history', () => {
    const end = range.from + range.histories;
    for (let from = range.from; from < end; from += histories) {
      it(`of seeds ${from} to ${from + histories - 1}`, { timeout: patienceMs }, async () => {
        const { broken, calls } = await runHistories({
          from,
          histories,
          stop: (sofar) => sofar.broken.length > 0,
        });
        const [first] = broken;

        expect(first === undefined ? '' : await tellBroken(first)).toBe('');
        expect(calls).toBeGreaterThan(histories);
      });
    }
  });
}
