// For how long a customer's verified data is kept where a policy sets an end to it.

import { dayMs } from './calendar-date.ts';

/** When data goes that became ours with a verification: exactly so many days after it, and from then on. */
export function keptUntilMs(verifiedAtMs: number, retentionDays: number): number {
  return verifiedAtMs + retentionDays * dayMs;
}

/** The moment of the latest verifications whose data goes by now. */
export function lastDueVerificationMs(retentionDays: number, nowMs: number): number {
  return nowMs - retentionDays * dayMs;
}

/** Whether data that became ours with a verification has to go. */
export function isKeptForLongEnough(
  verifiedAtMs: number | null,
  retentionDays: number | null,
  nowMs: number,
): boolean {
  if (verifiedAtMs === null || retentionDays === null) return false;
  return verifiedAtMs <= lastDueVerificationMs(retentionDays, nowMs);
}
