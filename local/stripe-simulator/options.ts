/** How a simulator is started: the public options and what they become once defaults are filled in. */

/** The one webhook endpoint that events are posted to. */
interface WebhookOptions {
  url: string;
  /** The signing secret, `whsec_…`. */
  secret: string;
  /** Waits between tries, in milliseconds; its length plus one is the number of tries. Default: about two minutes in ten tries. */
  retryDelaysMs?: readonly number[];
  /** How long a receiver may take to answer, in milliseconds. Default 10 000. */
  timeoutMs?: number;
}

export interface StripeSimulatorOptions {
  /** 0 takes any free port. */
  port: number;
  /** Default 127.0.0.1. */
  host?: string | undefined;
  /** Where state lives; it survives a crash. Without it, state is in memory and gone at the end. */
  dataFile?: string | undefined;
  /** Keys that are let in. `rk_…` keys may read sensitive results, as at Stripe. */
  apiKeys: readonly string[];
  webhook?: WebhookOptions | undefined;
  /** What the hosted page's and file links' addresses begin with. Default: the address listened on. */
  publicUrl?: string | undefined;
  /** Lets `sk_…` keys read what Stripe keeps for restricted keys, so that one key is enough. Default true. */
  allowSensitiveForSecretKeys?: boolean | undefined;
  /** How long a check takes unless the submission says otherwise, in milliseconds. Default 150. */
  processingMs?: number | undefined;
  /** How long a redaction takes unless steering says otherwise, in milliseconds. Default 150. */
  redactionMs?: number | undefined;
  /** The clock, in milliseconds since 1970: tests move it to see things expire. */
  now?: (() => number) | undefined;
}

export interface ResolvedOptions {
  apiKeys: ReadonlySet<string>;
  webhook: Required<WebhookOptions> | undefined;
  allowSensitiveForSecretKeys: boolean;
  processingMs: number;
  redactionMs: number;
  now: () => number;
}

/** Stripe tries for days with growing waits; the same curve, sped up to minutes. */
const RETRY_DELAYS_MS = [200, 500, 1000, 2000, 5000, 10_000, 20_000, 40_000, 60_000];

/** Fills in the defaults. */
export function resolveOptions(options: StripeSimulatorOptions): ResolvedOptions {
  return {
    apiKeys: new Set(options.apiKeys),
    webhook: options.webhook && { retryDelaysMs: RETRY_DELAYS_MS, timeoutMs: 10_000, ...options.webhook },
    allowSensitiveForSecretKeys: options.allowSensitiveForSecretKeys ?? true,
    processingMs: options.processingMs ?? 150,
    redactionMs: options.redactionMs ?? 150,
    now: options.now ?? Date.now,
  };
}
