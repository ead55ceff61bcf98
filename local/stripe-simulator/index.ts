/**
 * A stateful stand-in for the part of Stripe that identity verification needs: sessions, reports, ephemeral
 * keys, files, charges, events and signed webhooks. Stripe's own libraries talk to it unchanged.
 */
import type { AddressInfo } from 'node:net';
import { createSimulator } from './create-simulator.ts';
import type { StripeSimulatorOptions } from './options.ts';
import { buildServer } from './server.ts';

export interface RunningStripeSimulator {
  /** Where it listens, without a slash at the end. */
  url: string;
  /** Ends it; events that are not delivered yet stay in the data file for the next start. */
  close(): Promise<void>;
}

/** Starts a simulator. Rejects with one clear sentence if the port is taken or the data file can't be used. */
export async function startStripeSimulator(options: StripeSimulatorOptions): Promise<RunningStripeSimulator> {
  const host = options.host ?? '127.0.0.1';
  let url = '';
  const simulator = createSimulator(options, () => options.publicUrl ?? url);
  const app = await buildServer(simulator);
  const close = async (): Promise<void> => {
    await simulator.stop();
    await app.close();
    simulator.store.close();
  };
  try {
    await app.listen({ host, port: options.port });
  } catch (error) {
    await close();
    throw startError(error, host, options.port);
  }
  const { port } = app.server.address() as AddressInfo;
  url = `http://${host}:${String(port)}`;
  simulator.checks.start();
  // Without an endpoint, what an earlier run could not deliver waits for a run that has one.
  if (options.webhook) simulator.deliveries.start();
  return { url, close };
}

function startError(error: unknown, host: string, port: number): Error {
  const address = `${host}:${String(port)}`;
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  const reason = error instanceof Error ? error.message : String(error);
  const message =
    code === 'EADDRINUSE'
      ? `The Stripe simulator can't start: ${address} is already in use by another program.`
      : `The Stripe simulator can't listen on ${address}: ${reason}.`;
  return new Error(message, { cause: error });
}
