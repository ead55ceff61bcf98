// Who is stuck: can't ride, and has waited for too long.

import type { components } from '../../../client/api-types.ts';
import { dayMs } from './period.ts';

export type Customer = components['schemas']['Customer'];

/** The lists to look through, and for how many days somebody has been there to count as stuck. */
export const stuckLists = [
  { filter: 'required', days: 3 },
  { filter: 'pending', days: 1 },
  { filter: 'failed', days: null },
] as const;

export type StuckList = (typeof stuckLists)[number];

/** How many of a list are shown. */
export const shownAtMost = 10;

/** Of those who have been in a list for the longest, who is stuck there now. */
export function stuckAmong(customers: readonly Customer[], list: StuckList, nowMs: number): Customer[] {
  return customers
    .filter((customer) => {
      if (customer.ride_gate.allowed) return false;
      if (list.days === null) return true;
      const since = sinceIn(list, customer);
      return since !== null && nowMs - Date.parse(since) > list.days * dayMs;
    })
    .slice(0, shownAtMost);
}

/** Since when a customer has been in a list, ISO 8601. Null where he isn't in it. */
export function sinceIn({ filter }: StuckList, customer: Customer): string | null {
  return filter === 'required' ? customer.identity_verification_required_at : customer.identity_status_at;
}

/** The whole list on the customers' page, in the same order. */
export function fullListPath(customersPath: string, { filter }: StuckList): string {
  // Whoever is asked to verify is listed by how long by itself.
  return `${customersPath}?filter=${filter}${filter === 'required' ? '' : '&order=oldest'}`;
}
