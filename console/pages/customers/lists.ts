// The lists of customers, and what a page of one holds.

import type { components } from '../../../client/api-types.ts';

export type Customer = components['schemas']['Customer'];
export type CustomerCount = components['schemas']['CustomerCounts']['data'][number];

/** A list as the API has it. */
export type ListName = CustomerCount['filter'];
export type ListOrder = 'newest' | 'oldest';

/** What support has to look after, the most pressing first. */
export const attentionLists = ['required', 'alternative_requested', 'failed'] as const;

/** What can be chosen, in the order of the tabs. */
export const filters = [
  'attention',
  'required',
  'alternative_requested',
  'failed',
  'requires_input',
  'pending',
  'verified',
  'all',
] as const;
export type Filter = (typeof filters)[number];

export type ListPage = {
  list: ListName;
  rows: readonly Customer[];
  /** What the next page begins with; null on the last one. */
  nextCursor: string | null;
};

/** The order that the API gives a list where none is asked for: who waits for support, by how long. */
export function ownOrder(list: ListName): ListOrder {
  return list === 'required' || list === 'alternative_requested' ? 'oldest' : 'newest';
}

/** What a list tells the time of. */
export function sinceKind(list: ListName): 'waitingSince' | 'statusSince' | 'verifiedSince' {
  if (list === 'verified') return 'verifiedSince';
  const isOfStatus = list === 'pending' || list === 'requires_input' || list === 'failed';
  return isOfStatus ? 'statusSince' : 'waitingSince';
}

/** Since when a customer is in a list: ISO 8601; of all of them, since when he waits. Null where he doesn't. */
export function sinceIn(list: ListName, customer: Customer): string | null {
  const { identity_verification_required_at, identity_alternative_requested_at } = customer;
  const kind = sinceKind(list);
  if (kind === 'verifiedSince') return customer.identity_verified_at;
  if (kind === 'statusSince') return customer.identity_status_at;
  if (list === 'alternative_requested') return identity_alternative_requested_at;
  return identity_verification_required_at ?? identity_alternative_requested_at;
}
