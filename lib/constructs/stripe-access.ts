// What a function needs that calls Stripe's API.
import type { Settings } from '../settings.ts';
import type { NodeFunction } from './node-function.ts';

/**
 * The environment of a function that calls Stripe: its mode, where its key is, and which
 * Stripe if not the real one.
 */
export const stripeEnvironment = (settings: Settings, secretArn: string) => ({
  STRIPE_MODE: settings.stripeMode,
  STRIPE_SECRET_ARN: secretArn,
  STRIPE_API_URL: settings.stripeApiUrl,
});

/** Allows reading one secret's value. Secrets Manager's own key decrypts it without a right of its own. */
export const allowSecret = (fn: NodeFunction, secretArn: string): void =>
  fn.allow(['secretsmanager:GetSecretValue'], secretArn);
