// What we take of Stripe's charges. Fields of the SDK's types can be missing in what Stripe sends, so all is parsed.

import * as z from 'zod';
import type { Charge } from '../../domain/risk.ts';

const charge = z.object({
  id: z.string(),
  customer: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).nullish(),
  status: z.enum(['succeeded', 'pending', 'failed']),
  outcome: z
    .object({
      risk_level: z.string().nullish(),
      risk_score: z.number().nullish(),
      type: z.string().nullish(),
    })
    .nullish(),
});

export function parseCharge(answer: unknown): Charge {
  const { id, customer, status, outcome } = charge.parse(answer);
  return {
    id,
    stripeCustomerId: customer ?? null,
    status,
    riskLevel: outcome?.risk_level ?? null,
    radarScore: outcome?.risk_score ?? null,
    outcomeType: outcome?.type ?? null,
  };
}
