// Stripe's ports. The key comes from Secrets Manager at the first call, and again when it may have been rotated.

import { createSecretReader } from '../../adapters/secrets/secret-store.ts';
import { createChargeSource } from '../../adapters/stripe/charge-source.ts';
import { createStripeClient } from '../../adapters/stripe/client.ts';
import { createIdentityProvider } from '../../adapters/stripe/identity-provider.ts';
import { createUndeliveredEvents } from '../../adapters/stripe/undelivered-events.ts';
import { parseSettings, stripeEnv, stripeSecret, type StripeMode } from '../../contracts/env.ts';
import { WrongStripeKey } from '../../domain/faults.ts';
import type { ChargeSource, IdentityProvider, UndeliveredEvents } from '../../use-cases/ports/stripe.ts';

export type StripePorts = {
  identity: IdentityProvider;
  charges: ChargeSource;
  undelivered: UndeliveredEvents;
};

/** Answers Stripe's ports as of now; cheap to call for each event. */
export function composeStripe(): () => Promise<StripePorts> {
  const env = parseSettings(stripeEnv, process.env, 'The environment');
  const readSecret = createSecretReader(stripeSecret, env.STRIPE_SECRET_ARN, Date.now);
  const apiUrl = env.STRIPE_API_URL ?? null;
  let built: { forKeys: string; ports: StripePorts } | null = null;
  return async () => {
    const { api_key: apiKey, restricted_key: restrictedKey = apiKey } = await readSecret();
    const forKeys = `${apiKey} ${restrictedKey}`;
    if (built?.forKeys === forKeys) return built.ports;
    refuseOtherMode(env.STRIPE_MODE, [apiKey, restrictedKey]);
    const stripe = createStripeClient({ apiKey, apiUrl });
    const sensitive = createStripeClient({ apiKey: restrictedKey, apiUrl });
    const ports = {
      identity: createIdentityProvider(stripe, sensitive),
      charges: createChargeSource(stripe),
      undelivered: createUndeliveredEvents(stripe),
    };
    built = { forKeys, ports };
    return ports;
  };
}

/** A live key in a test deployment would charge and verify real people; a test key in a live one would verify none. */
function refuseOtherMode(mode: StripeMode, keys: readonly string[]): void {
  const other = mode === 'test' ? 'live' : 'test';
  if (keys.some((key) => key.startsWith(`sk_${other}_`) || key.startsWith(`rk_${other}_`))) {
    throw new WrongStripeKey(
      `The Stripe secret holds a key of ${other} mode, but this deployment's stripeMode is ${mode}.`,
    );
  }
}
