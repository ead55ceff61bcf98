// Which records of a batch a function reports as failed.
import * as z from 'zod';
import type { Outcome } from '../lambda/sandbox.ts';

const report = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullish();

/**
 * The failed records' ids: all of them where the function failed, or reports ids that were not in the batch.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function failedItems(
  outcome: Outcome,
  ids: readonly string[],
  reportsItemFailures: boolean,
): ReadonlySet<string> {
  if (outcome.outcome === 'failed') return new Set(ids);
  if (!reportsItemFailures) return new Set();
  const parsed = report.safeParse(outcome.payload);
  if (!parsed.success) return new Set(ids);
  const failed = new Set(parsed.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? []);
  return [...failed].every((id) => ids.includes(id)) ? failed : new Set(ids);
}
