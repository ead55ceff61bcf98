/** What may be asked of a new charge, and what Radar and the network then say. */
import * as z from 'zod';

const OUTCOME_TYPES = ['authorized', 'manual_review', 'issuer_declined', 'blocked', 'invalid'] as const;
type OutcomeType = (typeof OUTCOME_TYPES)[number];

const PASSES: readonly OutcomeType[] = ['authorized', 'manual_review'];

export const chargeInput = z
  .strictObject({
    customer: z.string().min(1).max(255).nullable(),
    /** null leaves Radar's level out, as for payments that Radar never sees. */
    risk_level: z
      .enum(['normal', 'elevated', 'highest', 'not_assessed', 'unknown'])
      .nullable()
      .default('normal'),
    /** Only accounts with Radar for Fraud Teams have one. */
    risk_score: z.int().min(0).max(100).optional(),
    /** Radar blocks `highest` on its own: it succeeds only when asked to. */
    status: z.enum(['succeeded', 'failed']).optional(),
    outcome_type: z.enum(OUTCOME_TYPES).optional(),
    amount: z.int().min(1).max(99_999_999).default(450),
    currency: z
      .string()
      .regex(/^[a-z]{3}$/, 'must be a three-letter currency in lower case')
      .default('usd'),
  })
  .transform((input) => {
    const type = input.outcome_type ?? defaultType(input.status, input.risk_level);
    const status = input.status ?? (PASSES.includes(type) ? 'succeeded' : 'failed');
    return { ...input, status, outcome_type: type };
  })
  .refine(({ status, outcome_type }) => (status === 'succeeded') === PASSES.includes(outcome_type), {
    path: ['outcome_type'],
    message:
      'must be authorized or manual_review for a charge that succeeded, and one of the others for one that failed',
  });

export type ChargeInput = z.output<typeof chargeInput>;

/** What the network said and what the seller is told, by outcome type. https://docs.stripe.com/declines */
export const OUTCOMES: Record<OutcomeType, NetworkAnswer> = {
  authorized: { network_status: 'approved_by_network', reason: null, seller_message: 'Payment complete.' },
  manual_review: {
    network_status: 'approved_by_network',
    reason: 'elevated_risk_level',
    seller_message:
      'Stripe evaluated this payment as having elevated risk, and placed it in your manual review queue.',
  },
  issuer_declined: {
    network_status: 'declined_by_network',
    reason: 'generic_decline',
    seller_message: 'The bank did not return any further details with this decline.',
  },
  blocked: {
    network_status: 'not_sent_to_network',
    reason: 'highest_risk_level',
    seller_message: 'Stripe blocked this payment as too risky.',
  },
  invalid: {
    network_status: 'not_sent_to_network',
    reason: null,
    seller_message: 'This payment was not sent to the network.',
  },
};

interface NetworkAnswer {
  network_status: string;
  reason: string | null;
  seller_message: string;
}

function defaultType(status: string | undefined, riskLevel: string | null): OutcomeType {
  if (status === 'succeeded') return 'authorized';
  if (riskLevel === 'highest') return 'blocked';
  return status === 'failed' ? 'issuer_declined' : 'authorized';
}
