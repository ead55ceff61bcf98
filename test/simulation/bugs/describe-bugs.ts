import { describe, expect, it } from 'vitest';
import { bugsByTopic } from './all.ts';
import { hunt, mostHistories } from './hunt.ts';

const patienceMs = 120_000;

/** Each bug of some topics has to be found, and by a promise that it breaks. */
export function describeBugs(...topics: readonly (keyof typeof bugsByTopic)[]): void {
  describe.each(topics)('a bug of the %s is found', (topic) => {
    it.each(bugsByTopic[topic])('$name', { timeout: patienceMs }, async (bug) => {
      const { histories, broken } = await hunt(bug);

      expect(broken, `${mostHistories} histories kept every promise although: ${bug.wrong}`).not.toBeNull();
      expect(bug.breaks, `history ${histories} is broken otherwise: ${broken?.detail}`).toContain(
        broken?.invariant,
      );
    });
  });
}
