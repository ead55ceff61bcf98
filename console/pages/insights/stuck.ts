// Who is stuck: can't ride, and has waited for too long.

import type { components } from '../../../client/api-types.ts';
import { dayMs } from './period.ts';

export type Customer = components['schemas']['Customer'];

/** The lists to look through, and how long ago, in days, somebody was asked to verify to count as stuck. */
export const stuckLists = [
  { filter: 'required', days: 3 },
  { filter: 'pending', days: 1 },
  { filter: 'failed', days: null },
] as const;

export type StuckList = (typeof stuckLists)[number];

/** How many of a list are shown. */
export const shownAtMost = 10;

/** Of those who have been in a list for the longest, who is stuck there now. */
export function stuckAmong(customers: readonly Customer[], { days }: StuckList, nowMs: number): Customer[] {
  return customers
    .filter(({ ride_gate, identity_verification_required_at: askedAt }) => {
      if (ride_gate.allowed) return false;
      if (days === null) return true;
      return askedAt !== null && nowMs - Date.parse(askedAt) > days * dayMs;
    })
    .slice(0, shownAtMost);
}

/** The whole list on the customers' page, in the same order. */
export function fullListPath(customersPath: string, { filter }: StuckList): string {
  // Whoever is asked to verify is listed by how long by itself.
  return `${customersPath}?filter=${filter}${filter === 'required' ? '' : '&order=oldest'}`;
}
