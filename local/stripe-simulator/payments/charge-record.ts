/** What is stored of charges; what never varies is added when one is shown. */
import * as z from 'zod';

export const chargeRecord = z.object({
  id: z.string(),
  amount: z.number(),
  created: z.number(),
  currency: z.string(),
  customer: z.string().nullable(),
  status: z.enum(['succeeded', 'failed']),
  payment_intent: z.string(),
  outcome: z.object({
    network_status: z.string(),
    reason: z.string().nullable(),
    risk_level: z.string().exactOptional(),
    risk_score: z.number().exactOptional(),
    seller_message: z.string(),
    type: z.string(),
  }),
});

export type ChargeRecord = z.output<typeof chargeRecord>;
