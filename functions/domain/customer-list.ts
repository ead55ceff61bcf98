// What lists of customers there are, in which order they are shown, and what a customer can be looked up by.

export const customerFilters = [
  'required',
  'pending',
  'requires_input',
  'failed',
  'verified',
  'alternative_requested',
  'all',
] as const;
export type CustomerFilter = (typeof customerFilters)[number];

export const listOrders = ['newest', 'oldest'] as const;
/** By the time that a list is sorted by: since when a customer is in it, or since when he exists. */
export type ListOrder = (typeof listOrders)[number];

/** Who waits for somebody is shown by how long he has waited, everybody else by what happened last. */
export function ownOrder(filter: CustomerFilter): ListOrder {
  return filter === 'required' || filter === 'alternative_requested' ? 'oldest' : 'newest';
}

/** How many customers of a list are counted; it can be long, and each of them costs. */
export const countedAtMost = 500;

/** How many customers a list has; `capped` where they are `count` or more. */
export type CustomerCount = { filter: CustomerFilter; count: number; capped: boolean };

/** What a text can be the id of; at least one of the two, as a platform's own ids may look like Stripe's. */
export type CustomerSearch = {
  customerId: string | null;
  stripe: { kind: 'customer' | 'session'; id: string } | null;
};
