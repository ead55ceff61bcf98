// GET /api/webhook-health: how Stripe's events fare, hour by hour and right now.

import { operationsEndpoints } from './contracts/endpoints/operations.ts';
import { toWebhookHealthJson } from './contracts/webhook-health.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeWebhookHealth } from './shared/compose/operations.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { getWebhookHealth } from './use-cases/get-webhook-health.ts';

type Deps = Parameters<typeof getWebhookHealth>[0] & { log: Log };

export function createGetWebhookHealth(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, operationsEndpoints.getWebhookHealth, async ({ query, answer }) =>
    answer(200, toWebhookHealthJson(await getWebhookHealth(deps, query.hours))),
  );
}

export const handler = lazily(() =>
  createGetWebhookHealth({ ...composeWebhookHealth(), ...composeEnvironment() }),
);
