// POST /api/customers/{id}/identity-manual-verify: an operator vouches for a customer.

import { toCustomerJson, verifyManuallyBody } from './contracts/customer.ts';
import { customerOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, jsonAnswer, subaccountQuery, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { verifyManually } from './use-cases/verify-manually.ts';

type Deps = Parameters<typeof verifyManually>[0] & { log: Log };

export function createVerifyManually(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, {
    roles: ['operator'],
    body: verifyManuallyBody,
    query: subaccountQuery,
    run: async ({ caller, id, body, query }) => {
      const ref = customerOf(caller, id, query.subaccount_id);
      const operator = { userId: caller.userId, notes: body.notes };
      const { customer, policy } = await verifyManually(deps, ref, operator);
      return jsonAnswer(200, toCustomerJson(customer, policy));
    },
  });
}

export const handler = lazily(() => createVerifyManually({ ...composeStorage(), ...composeEnvironment() }));
