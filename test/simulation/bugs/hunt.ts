import { runHistories } from '../run.ts';
import type { HistoryReport } from '../run-history.ts';
import type { Bug } from './bug.ts';

/** Within so many histories, from seed 1 on, a bug has to be found. */
export const mostHistories = 2_000;

/** Runs histories until one is broken; `broken` is null where all of them kept their promises. */
export async function hunt({
  sabotage,
}: Bug): Promise<{ histories: number; broken: HistoryReport['broken'] }> {
  const { histories, broken } = await runHistories({
    from: 1,
    histories: mostHistories,
    sabotage,
    stop: (sofar) => sofar.broken.length > 0,
  });
  return { histories, broken: broken[0]?.broken ?? null };
}
