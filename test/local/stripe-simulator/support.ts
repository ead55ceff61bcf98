/** A simulator on a free port, Stripe's own library pointed at it, and an endpoint that collects webhooks. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { onTestFinished } from 'vitest';
import { startStripeSimulator } from '../../../local/stripe-simulator/index.ts';
import type { StripeSimulatorOptions } from '../../../local/stripe-simulator/options.ts';

export const SECRET_KEY = 'sk_test_simulated_secret';
export const RESTRICTED_KEY = 'rk_test_simulated_restricted';
export const WEBHOOK_SECRET = 'whsec_simulated';

export interface RunningSimulator {
  url: string;
  stripe: Stripe;
  close(): Promise<void>;
  /** A steering call; answers its status and body. */
  steer(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Record<string, unknown> }>;
  submit(session: string, body: object): Promise<void>;
}

export async function runSimulator(options: Partial<StripeSimulatorOptions> = {}): Promise<RunningSimulator> {
  const simulator = await startStripeSimulator({
    port: 0,
    apiKeys: [SECRET_KEY, RESTRICTED_KEY],
    processingMs: 20,
    ...options,
  });
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await simulator.close();
    open = false;
  };
  onTestFinished(close);
  const steer: RunningSimulator['steer'] = async (method, path, body) => {
    const response = await fetch(`${simulator.url}/simulator${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return {
    url: simulator.url,
    stripe: stripeAt(simulator.url),
    close,
    steer,
    async submit(session, body) {
      const { status, body: answer } = await steer('POST', `/verification_sessions/${session}/submit`, body);
      if (status !== 200) throw new Error(JSON.stringify(answer));
    },
  };
}

/** Stripe's library, without retries unless a test wants them. */
export function stripeAt(url: string, key = SECRET_KEY, config: { maxNetworkRetries?: number } = {}): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe(key, {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
    ...config,
  });
}

interface ReceivedWebhook {
  body: string;
  headers: IncomingHttpHeaders;
  event: Stripe.Event;
}

export interface WebhookReceiver {
  url: string;
  received: ReceivedWebhook[];
  /** What the next posts are answered with; 200 by default. */
  answerWith(status: number): void;
}

/** Collects what is posted. Each post must carry a good signature. */
export async function runReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const event = Stripe.webhooks.constructEvent(
        body,
        request.headers['stripe-signature'] ?? '',
        WEBHOOK_SECRET,
      );
      received.push({ body, headers: request.headers, event });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/webhook`,
    received,
    answerWith(next) {
      status = next;
    },
  };
}

/** Waits until something is true, and answers it. */
export async function until<T>(what: () => T | Promise<T>): Promise<NonNullable<T>> {
  const giveUpAt = Date.now() + 8000;
  for (;;) {
    const found = await what();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > giveUpAt) throw new Error('What was waited for did not come.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Reads a session until it has a status. */
export function untilStatus(
  stripe: Stripe,
  id: string,
  status: string,
): Promise<Stripe.Identity.VerificationSession> {
  return until(async () => {
    const session = await stripe.identity.verificationSessions.retrieve(id);
    return session.status === status ? session : undefined;
  });
}

/** The error that Stripe's library throws. */
export async function errorOf(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Stripe.errors.StripeError)) throw new Error('The call was expected to fail.');
  return outcome;
}
