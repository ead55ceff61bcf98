// The Stripe that the functions talk to: the local simulator, or Stripe's own test mode, which needs nothing here.
import { loopback, type Settings } from '../settings.ts';
import { startStripeSimulator } from '../stripe-simulator/index.ts';

export interface LocalStripe {
  readonly url: string;
  close(): Promise<void>;
}

/** @returns undefined in Stripe's test mode */
export async function startStripe(
  settings: Pick<Settings, 'ports' | 'stripe' | 'webhookSecrets'>,
  dataFile: string,
): Promise<LocalStripe | undefined> {
  const { ports, stripe, webhookSecrets } = settings;
  const [secret] = webhookSecrets;
  if (stripe.mode === 'test-mode' || secret === undefined) return undefined;
  return startStripeSimulator({
    port: ports.stripe,
    host: '127.0.0.1',
    dataFile,
    apiKeys: [stripe.apiKey, ...(stripe.restrictedKey === undefined ? [] : [stripe.restrictedKey])],
    // As at Stripe: what is sensitive takes the restricted key.
    allowSensitiveForSecretKeys: false,
    webhook: { url: `${loopback(ports.webhook)}/`, secret },
    publicUrl: loopback(ports.stripe),
  });
}
