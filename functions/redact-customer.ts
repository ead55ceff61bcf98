// POST /api/customers/{id}/identity-redact: removes a customer's personal data, here at once and at Stripe after that.

import { toCustomerJson } from './contracts/customer.ts';
import { operatorEndpoints } from './contracts/endpoints/operator-actions.ts';
import { customerOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeRedaction } from './shared/compose/redaction.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeStripe } from './shared/compose/stripe.ts';
import { composeVault } from './shared/compose/vault.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { redactCustomer, type RedactCustomerDeps } from './use-cases/redact-customer.ts';

export function createRedactCustomer({ log, ...deps }: RedactCustomerDeps & { log: Log }): HttpHandler {
  return httpEndpoint(
    log,
    operatorEndpoints.redactCustomer,
    async ({ caller, id, body, query, requestId, answer }) => {
      const ref = customerOf(caller, id, query.subaccount_id);
      const operator = { userId: caller.userId, ...body };
      const { context, fault } = await redactCustomer(deps, ref, operator);
      if (fault !== null) log.fault('redaction not finished', fault, { requestId });
      return answer(200, toCustomerJson(context.customer, context.policy));
    },
  );
}

export const handler = lazily(() => {
  const stripe = composeStripe();
  return createRedactCustomer({
    ...composeStorage(composeVault()),
    ...composeRedaction(),
    ...composeEnvironment(),
    identity: async () => (await stripe()).identity,
  });
});
