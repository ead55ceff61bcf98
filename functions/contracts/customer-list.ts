// What may be asked of the lists of customers, and how long they are.

import * as z from 'zod';
import {
  countedAtMost,
  customerFilters,
  listOrders,
  type CustomerCount,
  type CustomerSearch,
} from '../domain/customer-list.ts';
import { customerId, stripeCustomerId, stripeSessionId } from './identifiers.ts';
import { listCursor, pageLimit } from './page-limit.ts';

const idText = z
  .string()
  .describe(
    'A customer’s id, a Stripe customer id (`cus_…`) or a Stripe verification session id (`vs_…`), in full. ' +
      'Answers who has it: nobody, one customer, or two where it is the one’s own id and the other’s of Stripe.',
  );

const search = idText.transform((text, context): CustomerSearch => {
  const own = customerId.safeParse(text).data ?? null;
  const stripe = stripeIdOf(text);
  if (own !== null || stripe !== null) return { customerId: own, stripe };
  context.addIssue({ code: 'custom', message: 'must be a customer’s id, cus_… or vs_…, and nothing else' });
  return z.NEVER;
});

function stripeIdOf(id: string): CustomerSearch['stripe'] {
  if (stripeCustomerId.safeParse(id).success) return { kind: 'customer', id };
  if (stripeSessionId.safeParse(id).success) return { kind: 'session', id };
  return null;
}

export const listCustomersQuery = z
  .strictObject({
    subaccount_id: z.string().optional(),
    filter: z.enum(customerFilters).optional().describe('`all` where it is left out.'),
    order: z
      .enum(listOrders)
      .optional()
      .describe(
        'Left out, `required` and `alternative_requested` begin with the oldest, all others with the newest. ' +
          'A cursor goes on in the order of its list.',
      ),
    cursor: listCursor,
    limit: pageLimit,
    search: search.optional(),
  })
  .superRefine((query, context) => {
    if (query.search === undefined) return;
    for (const name of ['filter', 'order', 'cursor'] as const) {
      if (query[name] === undefined) continue;
      context.addIssue({ code: 'custom', path: [name], message: 'can’t be combined with "search"' });
    }
  });

export const customerCountsJson = z
  .object({
    data: z.array(
      z.object({
        filter: z.enum(customerFilters),
        count: z.int(),
        capped: z.boolean().describe(`There are ${countedAtMost} or more: nobody counts on from there.`),
      }),
    ),
  })
  .meta({ id: 'CustomerCounts' });

export function toCustomerCountsJson(counts: readonly CustomerCount[]): z.infer<typeof customerCountsJson> {
  return { data: [...counts] };
}
