// The environment variables of each function: what a template entry must set, and all that a function reads.

import * as z from 'zod';
import { NotSetUp } from '../domain/faults.ts';

const url = z.url({ protocol: /^https?$/ });

export const tableEnv = z.object({ TABLE_NAME: z.string().min(1) });

/** Which of Stripe's two worlds a deployment lives in. */
export const stripeModes = ['test', 'live'] as const;
export type StripeMode = (typeof stripeModes)[number];
const stripeMode = z.enum(stripeModes);

const aesKey = z
  .base64()
  .transform((key) => new Uint8Array(Buffer.from(key, 'base64')))
  .refine((key) => key.length === 32);

/** AES-256 keys in base64, comma-separated: the first seals, all open. */
export const identityKeys = z
  .string()
  .transform((list) => list.split(',').map((key) => key.trim()))
  .pipe(z.tuple([aesKey], aesKey));

export const identityKeyEnv = z.object({
  /** The KMS key that personal data is sealed under. */
  IDENTITY_KEY_ARN: z.string().startsWith('arn:'),
  /** Keys in place of KMS's. Set by the embedded run alone, which has no KMS. */
  RIDEGATE_IDENTITY_KEYS: identityKeys.optional(),
});

export const stripeEnv = z.object({
  /** Secrets Manager secret that holds `stripeSecret`. */
  STRIPE_SECRET_ARN: z.string().min(1),
  STRIPE_MODE: stripeMode,
  /** Stripe's address where it isn't Stripe's own, e.g. a simulator's. */
  STRIPE_API_URL: url.optional(),
});

export const webhookEnv = z.object({
  /** Secrets Manager secret that holds `webhookSecret`. */
  WEBHOOK_SECRET_ARN: z.string().min(1),
  STRIPE_MODE: stripeMode,
});

export const queueEnv = z.object({ WEBHOOK_QUEUE_URL: url });

/** Both lanes of the webhook, and where events end up that failed for good. */
export const lanesEnv = queueEnv.extend({ BACKLOG_QUEUE_URL: url, DEAD_LETTER_QUEUE_URL: url });

export const signalsQueueEnv = z.object({ SIGNALS_QUEUE_URL: url });

export const relayAgainQueueEnv = z.object({ RELAY_AGAIN_QUEUE_URL: url });

export const policyQueueEnv = z.object({ APPLY_POLICY_QUEUE_URL: url });

export const topicEnv = z.object({ NOTIFICATION_TOPIC_ARN: z.string().startsWith('arn:') });

/** The applications at the push services; one that is missing is off. */
export const pushEnv = z.object({
  APNS_APPLICATION_ARN: z.string().startsWith('arn:').optional(),
  FCM_APPLICATION_ARN: z.string().startsWith('arn:').optional(),
});

export const returnUrlEnv = z.object({
  /** URL prefixes, comma-separated, that a rider may be sent back to. */
  RETURN_URL_ALLOW_LIST: z.string().transform((list) =>
    list
      .split(',')
      .map((prefix) => prefix.trim())
      .filter((prefix) => prefix !== ''),
  ),
});

/** Names of files beside the function's code, comma-separated. */
const fileNames = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.tuple([z.string().min(1)], z.string().min(1)));

export const ipDatabaseEnv = z.object({
  /** One MMDB file for all addresses, or IPv4's and IPv6's. */
  IP_DATABASES: fileNames,
  /** An MMDB file of VPNs, proxies and such, in the format of MaxMind's GeoIP2 Anonymous IP. */
  ANONYMOUS_IP_DATABASE: z.string().min(1).optional(),
});

export const phoneLookupEnv = z.object({
  /** Secrets Manager secret that holds `phoneLookupSecret`; without it nobody is asked about numbers. */
  PHONE_LOOKUP_SECRET_ARN: z.string().min(1).optional(),
  /** Twilio's address, or that of one of its regions. */
  PHONE_LOOKUP_API_URL: url.default('https://lookups.twilio.com'),
});

/** What the phone lookup secret holds: a Twilio API key and its secret. */
export const phoneLookupSecret = z.object({
  api_key: z.string().min(1),
  api_key_secret: z.string().min(1),
});

/** What the Stripe secret holds. `restricted_key` may read sensitive results such as the date of birth. */
export const stripeSecret = z.object({
  api_key: z.string().min(1),
  restricted_key: z.string().min(1).optional(),
});

/** What the webhook secret holds: one signing secret, two during rotation, none until an operator set it. */
export const webhookSecret = z.object({ signing_secrets: z.array(z.string().startsWith('whsec_')).max(2) });

/** Parses variables or a secret; the error names what is wrong, never a value. @throws NotSetUp */
export function parseSettings<Shape extends z.ZodType>(
  schema: Shape,
  values: unknown,
  source: string,
): z.infer<Shape> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
  throw new NotSetUp(`${source} is not set up: ${faults.join(', ')}`);
}
