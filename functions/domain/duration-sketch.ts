// Durations as counts in fixed buckets that grow by a constant factor: small, addable day by day, and good for
// quantiles within a stated error (the idea of DDSketch, https://arxiv.org/abs/1908.10693).

/** A quantile is off by at most this share of itself (and by a second at most below one). */
export const relativeError = 0.05;

const growth = (1 + relativeError) / (1 - relativeError);

/** A duration's bucket: 0 up to a second, then (growth^(i-1), growth^i] seconds. */
export function bucketOf(durationMs: number): number {
  const seconds = Math.max(1, durationMs / 1000);
  return Math.ceil(Math.log(seconds) / Math.log(growth));
}

/** The duration that stands for a bucket: no member of it is further away than the relative error. */
function secondsOf(bucket: number): number {
  return bucket === 0 ? 1 : (2 * growth ** bucket) / (growth + 1);
}

/** The duration in seconds that a share of all durations doesn't exceed (nearest rank); null where there are none. */
export function quantileSeconds(
  buckets: readonly { bucket: number; count: number }[],
  share: number,
): number | null {
  const total = buckets.reduce((sum, { count }) => sum + count, 0);
  const rank = Math.max(1, Math.ceil(share * total));
  let seen = 0;
  for (const { bucket, count } of buckets.toSorted((left, right) => left.bucket - right.bucket)) {
    seen += count;
    if (seen >= rank) return secondsOf(bucket);
  }
  return null;
}
