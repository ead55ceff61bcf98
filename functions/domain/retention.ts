// For how long a customer's verified data is kept where a policy sets an end to it.

const dayMs = 24 * 60 * 60_000;

/** Who was verified at this moment or before it has been kept for as many days by now. */
export function keptForDays(retentionDays: number, nowMs: number): number {
  return nowMs - retentionDays * dayMs;
}

/** Whether data that became ours with a verification has to go: exactly so many days after it, and from then on. */
export function isKeptForLongEnough(
  verifiedAtMs: number | null,
  retentionDays: number | null,
  nowMs: number,
): boolean {
  if (verifiedAtMs === null || retentionDays === null) return false;
  return verifiedAtMs <= keptForDays(retentionDays, nowMs);
}
