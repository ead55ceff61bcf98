import { describe, expect, it } from 'vitest';
import { runHistory } from './run-history.ts';

describe('a history is told by its seed alone', () => {
  it('takes the same steps with the same outcome each time', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const [first, second] = [await traceOf(seed), await traceOf(seed)];

      expect(second).toEqual(first);
    }
  });

  it('is another one for another seed', async () => {
    const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
    const fingerprints = [];
    for (const seed of seeds) fingerprints.push((await runHistory(seed)).fingerprint);

    expect(new Set(fingerprints).size).toBe(seeds.length);
  });
});

async function traceOf(seed: number): Promise<{ report: unknown; steps: string[] }> {
  const steps: string[] = [];
  const report = await runHistory(seed, {
    watch: ({ atMs, task, label }) => steps.push(`${atMs} ${task} ${label}`),
  });
  return { report, steps };
}
