// The settings of the embedded run, read once from environment variables.
import path from 'node:path';
import * as z from 'zod';
import { identityKeys } from '../functions/contracts/env.ts';
import { StartFailure } from './failure.ts';

/** The loopback ports of one run: six in a row from the base port. */
export interface Ports {
  readonly gateway: number;
  readonly webhook: number;
  readonly stripe: number;
  readonly tokens: number;
  readonly dynamodb: number;
  readonly messaging: number;
}

export interface Settings {
  readonly ports: Ports;
  /** Absolute path. With `ephemeral` it is replaced by a temporary folder. */
  readonly stateDir: string;
  readonly ephemeral: boolean;
  /** An already running DynamoDB (or DynamoDB Local) instead of the embedded engine. */
  readonly dynamodbEndpoint: string | undefined;
  /** A dynoxide binary of one's own, for platforms that npm has none for. */
  readonly dynoxidePath: string | undefined;
  /** `simulator`: the local stand-in. `test-mode`: Stripe's own API with a test key. */
  readonly stripe: {
    readonly mode: 'simulator' | 'test-mode';
    readonly apiKey: string;
    readonly restrictedKey?: string;
  };
  /** One secret, or two during rotation. */
  readonly webhookSecrets: readonly string[];
  /** Under which personal data is sealed: AES-256 keys in base64, comma-separated; the first seals, all open. */
  readonly identityKeys: string;
  /** Mirror the functions' log lines to the terminal. */
  readonly log: boolean;
  /** How long an access token of the console is good for; a test that waits for its end sets a few seconds. */
  readonly accessTokenSeconds: number;
  /** Loads all functions right after the start. Without it, each is loaded when it is first asked. */
  readonly warmUp: boolean;
  /** Schedules run this many times as often, so that one need not wait five minutes to see one. */
  readonly scheduleScale: number;
}

const defaultApiKey = 'sk_test_ridegate_local';
/** For the simulator: with it, all that a document told can be tried, images included. */
const defaultRestrictedKey = 'rk_test_ridegate_local';
const defaultWebhookSecret = 'whsec_ridegate_local';
/** Of no more secrecy than the two before: it says so itself. */
const defaultIdentityKey = 'cmlkZWdhdGUtbG9jYWwtZGV2ZWxvcG1lbnQta2V5LTE=';

// An empty variable counts as unset, as shells and .env files tend to leave them.
const optional = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));
const flag = (byDefault: '0' | '1') =>
  optional
    .pipe(z.enum(['0', '1', 'true', 'false']).default(byDefault))
    .transform((value) => value === '1' || value === 'true');

const environment = z.object({
  RIDEGATE_PORT: optional.pipe(z.coerce.number<string>().int().min(1024).max(65530).default(4000)),
  RIDEGATE_EPHEMERAL: flag('0'),
  RIDEGATE_STATE_DIR: optional.pipe(z.string().default('.ridegate')),
  RIDEGATE_LOG: flag('0'),
  RIDEGATE_WARM_UP: flag('1'),
  RIDEGATE_SCHEDULE_SCALE: optional.pipe(z.coerce.number<string>().min(1).max(10_000).default(1)),
  RIDEGATE_ACCESS_TOKEN_SECONDS: optional.pipe(
    z.coerce.number<string>().int().min(1).max(86_400).default(1800),
  ),
  RIDEGATE_IDENTITY_KEYS: optional.pipe(
    z
      .string()
      .default(defaultIdentityKey)
      .refine(
        (keys) => identityKeys.safeParse(keys).success,
        'must be keys of 32 bytes in base64 (`openssl rand -base64 32`), separated by commas',
      ),
  ),
  DYNAMODB_ENDPOINT: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  DYNOXIDE_PATH: optional,
  STRIPE_SECRET_KEY: optional.pipe(
    z
      .string()
      .regex(
        /^(sk|rk)_test_\w+$/,
        'must be a Stripe test key (sk_test_…): the embedded run never uses a live key',
      )
      .optional(),
  ),
  STRIPE_RESTRICTED_KEY: optional.pipe(
    z
      .string()
      .regex(/^rk_test_\w+$/, 'must be a restricted Stripe test key (rk_test_…)')
      .optional(),
  ),
  STRIPE_WEBHOOK_SECRET: optional.pipe(
    z
      .string()
      .default(defaultWebhookSecret)
      .transform((value) => value.split(',').map((secret) => secret.trim()))
      .pipe(
        z
          .array(z.string().startsWith('whsec_', 'must start with whsec_ (two are separated by a comma)'))
          .max(2),
      ),
  ),
});

/**
 * Reads the run's settings.
 * @throws StartFailure naming each variable that has an unusable value
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      (issue) => `${issue.path[0]?.toString() ?? 'environment'}: ${issue.message}`,
    );
    throw new StartFailure(`Please correct the environment: ${faults.join('; ')}.`);
  }
  const values = parsed.data;
  const isSimulated = values.STRIPE_SECRET_KEY === undefined || values.STRIPE_SECRET_KEY === defaultApiKey;
  const restrictedKey = values.STRIPE_RESTRICTED_KEY ?? (isSimulated ? defaultRestrictedKey : undefined);
  return {
    ports: portsFrom(values.RIDEGATE_PORT),
    stateDir: path.resolve(values.RIDEGATE_STATE_DIR),
    ephemeral: values.RIDEGATE_EPHEMERAL,
    dynamodbEndpoint: values.DYNAMODB_ENDPOINT,
    dynoxidePath: values.DYNOXIDE_PATH,
    stripe: {
      mode: isSimulated ? 'simulator' : 'test-mode',
      apiKey: values.STRIPE_SECRET_KEY ?? defaultApiKey,
      ...(restrictedKey === undefined ? {} : { restrictedKey }),
    },
    webhookSecrets: values.STRIPE_WEBHOOK_SECRET,
    identityKeys: values.RIDEGATE_IDENTITY_KEYS,
    log: values.RIDEGATE_LOG,
    warmUp: values.RIDEGATE_WARM_UP,
    accessTokenSeconds: values.RIDEGATE_ACCESS_TOKEN_SECONDS,
    scheduleScale: values.RIDEGATE_SCHEDULE_SCALE,
  };
}

/** The six ports of a run whose gateway listens on `base`. */
export function portsFrom(base: number): Ports {
  return {
    gateway: base,
    webhook: base + 1,
    stripe: base + 2,
    tokens: base + 3,
    dynamodb: base + 4,
    messaging: base + 5,
  };
}

/** The loopback address of a port. Nothing of the run binds anything else. */
export function loopback(port: number): string {
  return `http://127.0.0.1:${port}`;
}
