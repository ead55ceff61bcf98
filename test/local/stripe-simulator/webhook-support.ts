/** What the tests of webhooks share. */
import {
  runReceiver,
  runSimulator,
  type RunningSimulator,
  WEBHOOK_SECRET,
  type WebhookReceiver,
} from './support.ts';

const FAST_RETRIES = [20, 20, 20];

/** A simulator whose events go to a receiver, tried again quickly. */
export async function runWithReceiver(
  retryDelaysMs: readonly number[] = FAST_RETRIES,
): Promise<{ simulator: RunningSimulator; receiver: WebhookReceiver }> {
  const receiver = await runReceiver();
  const simulator = await runSimulator({
    webhook: { url: receiver.url, secret: WEBHOOK_SECRET, retryDelaysMs },
  });
  return { simulator, receiver };
}

/** Charges customers one after the other. */
export async function charge(simulator: RunningSimulator, customers: readonly string[]): Promise<void> {
  for (const customer of customers) await simulator.steer('POST', '/charges', { customer });
}
