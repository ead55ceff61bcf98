// The environment variables of each function: what a template entry must set, and all that a function reads.

import * as z from 'zod';

const url = z.url({ protocol: /^https?$/ });

export const tableEnv = z.object({ TABLE_NAME: z.string().min(1) });

export const stripeEnv = z.object({
  /** Secrets Manager secret that holds `stripeSecret`. */
  STRIPE_SECRET_ARN: z.string().min(1),
  /** Stripe's address where it isn't Stripe's own, e.g. a simulator's. */
  STRIPE_API_URL: url.optional(),
});

export const webhookEnv = z.object({
  /** Secrets Manager secret that holds `webhookSecret`. */
  WEBHOOK_SECRET_ARN: z.string().min(1),
});

export const queueEnv = z.object({ WEBHOOK_QUEUE_URL: url });

export const topicEnv = z.object({ NOTIFICATION_TOPIC_ARN: z.string().startsWith('arn:') });

export const returnUrlEnv = z.object({
  /** URL prefixes, comma-separated, that a rider may be sent back to. */
  RETURN_URL_ALLOW_LIST: z.string().transform((list) =>
    list
      .split(',')
      .map((prefix) => prefix.trim())
      .filter((prefix) => prefix !== ''),
  ),
});

/** What the Stripe secret holds. `restricted_key` may read sensitive results such as the date of birth. */
export const stripeSecret = z.object({
  api_key: z.string().min(1),
  restricted_key: z.string().min(1).optional(),
});

/** What the webhook secret holds: one signing secret, two during rotation, none until an operator set it. */
export const webhookSecret = z.object({ signing_secrets: z.array(z.string().startsWith('whsec_')).max(2) });

/** Parses variables or a secret; the error names what is wrong, never a value. */
export function parseSettings<Shape extends z.ZodType>(
  schema: Shape,
  values: unknown,
  source: string,
): z.infer<Shape> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
  throw new Error(`${source} is not set up: ${faults.join(', ')}`);
}
