// POST /api/customers: the platform tells us of a new rider.

import type * as z from 'zod';
import type { createCustomerBody } from './contracts/customer-requests.ts';
import { toCustomerJson } from './contracts/customer.ts';
import { customerEndpoints } from './contracts/endpoints/customers.ts';
import type { SignupDetails } from './domain/signup.ts';
import { actorOf, subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeVault } from './shared/compose/vault.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { createCustomer } from './use-cases/create-customer.ts';

type Deps = Parameters<typeof createCustomer>[0] & { log: Log };

export function createCreateCustomer(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, customerEndpoints.createCustomer, async ({ caller, body, query, answer }) => {
    const { created, context } = await createCustomer(deps, actorOf(caller), {
      ref: { subaccountId: subaccountOf(caller, query.subaccount_id), customerId: body.id },
      stripeCustomerId: body.stripe_customer_id ?? null,
      signup: toSignup(body),
    });
    return answer(created ? 201 : 200, toCustomerJson(context.customer, context.policy));
  });
}

function toSignup(body: z.infer<typeof createCustomerBody>): SignupDetails {
  return {
    email: body.email ?? null,
    name: body.name ?? null,
    phone: body.phone ?? null,
    ip: body.signup_ip ?? null,
    latitude: body.signup_latitude ?? null,
    longitude: body.signup_longitude ?? null,
    locationAccuracyMeters: body.signup_location_accuracy ?? null,
  };
}

export const handler = lazily(() =>
  createCreateCustomer({ ...composeStorage(composeVault()), ...composeEnvironment() }),
);
