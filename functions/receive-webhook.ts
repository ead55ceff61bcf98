// The webhook's Function URL: Stripe's events come in, are checked and queued.

import { Buffer } from 'node:buffer';
import { parseSettings, webhookEnv, webhookSecret, type StripeMode } from './contracts/env.ts';
import { functionUrlEvent, type HttpAnswer } from './contracts/http-event.ts';
import { parseWebhookBody } from './contracts/messages.ts';
import { privateHeaders } from './shared/answer-headers.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeEventQueue } from './shared/compose/messaging.ts';
import { composeSecret } from './shared/compose/secret.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { acceptWebhook, type AcceptWebhookDeps, type WebhookVerdict } from './use-cases/accept-webhook.ts';

type Deps = Omit<AcceptWebhookDeps, 'signingSecrets' | 'livemode'> & {
  stripeMode: StripeMode;
  signingSecrets: () => Promise<readonly string[]>;
  log: Log;
};

export function createReceiveWebhook({ signingSecrets, stripeMode, log, ...deps }: Deps) {
  return async (raw: unknown): Promise<HttpAnswer> => {
    const event = functionUrlEvent.parse(raw);
    const { requestId, http } = event.requestContext;
    if (http.method !== 'POST') return answer(405, 'Stripe sends its events by POST.');
    try {
      const secrets = await signingSecrets();
      if (secrets.length === 0) throw new Error('no webhook signing secret is set');
      const verdict = await acceptWebhook(
        { ...deps, signingSecrets: secrets, livemode: stripeMode === 'live' },
        {
          contentType: event.headers['content-type'],
          body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
          signature: event.headers['stripe-signature'],
          parse: parseWebhookBody,
        },
      );
      log.info('webhook', { code: verdict, requestId });
      return toAnswer(verdict);
    } catch (fault) {
      log.fault('webhook', fault, { requestId });
      return answer(500, 'The event could not be taken. Please send it again.');
    }
  };
}

function toAnswer(verdict: WebhookVerdict): HttpAnswer {
  switch (verdict) {
    case 'not_json':
      return answer(400, 'Stripe sends its events as application/json.');
    case 'unsigned':
      return answer(400, 'This is no event that Stripe signed lately.');
    case 'oversized':
      return answer(400, 'This is larger than any event of Stripe.');
    case 'wrong_mode':
      return answer(400, 'This event is of the other of Stripe’s modes, test and live.');
    case 'queued':
    case 'ignored':
      return answer(200, verdict);
  }
}

function answer(statusCode: number, body: string): HttpAnswer {
  return { statusCode, headers: { ...privateHeaders, 'content-type': 'text/plain; charset=utf-8' }, body };
}

export const handler = lazily(() => {
  const { WEBHOOK_SECRET_ARN, STRIPE_MODE } = parseSettings(webhookEnv, process.env, 'The environment');
  const readSecret = composeSecret(webhookSecret, WEBHOOK_SECRET_ARN);
  return createReceiveWebhook({
    ...composeEnvironment(),
    queue: composeEventQueue(),
    stripeMode: STRIPE_MODE,
    signingSecrets: async () => (await readSecret()).signing_secrets,
  });
});
