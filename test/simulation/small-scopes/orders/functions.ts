// The functions that a story needs, on a table and a Stripe that answer at once and never fail.

import type { Context } from 'aws-lambda';
import { createCustomerRepository } from '../../../../functions/adapters/dynamodb/customer-repository.ts';
import { createRedactionLeftovers } from '../../../../functions/adapters/dynamodb/redaction-leftovers.ts';
import { createSubaccountRepository } from '../../../../functions/adapters/dynamodb/subaccount-repository.ts';
import {
  createTable,
  type DocumentClient,
  type Table,
} from '../../../../functions/adapters/dynamodb/table.ts';
import { createCreateCustomer } from '../../../../functions/create-customer.ts';
import { defaultPolicyRules } from '../../../../functions/domain/policy.ts';
import { createProcessWebhook } from '../../../../functions/process-webhook.ts';
import { createRequireVerification } from '../../../../functions/require-verification.ts';
import { createStartIdentitySession } from '../../../../functions/start-identity-session.ts';
import type { StripeEvent } from '../../../../functions/domain/stripe-event.ts';
import type { Clock } from '../../../../functions/use-cases/ports/environment.ts';
import type { IdentityProvider } from '../../../../functions/use-cases/ports/stripe.ts';
import { createVerifyManually } from '../../../../functions/verify-manually.ts';
import { apiEvent, claims } from '../../../functions/events/api-gateway.ts';
import { sqsEventOf } from '../../../functions/events/sqs.ts';
import { createInMemoryChargeSource } from '../../../support/in-memory/charge-source.ts';
import { createInMemoryWebhookDeliveries } from '../../../support/in-memory/webhook-deliveries.ts';
import { createInMemoryVault } from '../../../support/in-memory/vault.ts';
import { tableName } from '../../wiring.ts';

export const ref = { subaccountId: 'metro', customerId: 'rider' };
const operator = claims.operator(ref.subaccountId, 'op-1');
const context = {} as Context;

export type Functions = {
  /** The tenant asks everybody to verify, and the rider signs up. */
  signUp: (maxAttempts: number) => Promise<void>;
  process: (event: StripeEvent) => Promise<void>;
  askForSession: () => Promise<void>;
  requireVerification: () => Promise<void>;
  vouch: () => Promise<void>;
};

type Ground = { documents: DocumentClient; clock: Clock; uuid: () => string; identity: IdentityProvider };

/** Each throws where it fails. A function is put together when it is called: most moments need one of them. */
export function openFunctions({ documents, clock, uuid, identity }: Ground): Functions {
  const table = createTable(tableName, documents);
  const deps = {
    table,
    customers: createCustomerRepository(table, createInMemoryVault()),
    subaccounts: createSubaccountRepository(table),
    leftovers: createRedactionLeftovers(table),
    stripe: () => Promise.resolve({ identity, charges: createInMemoryChargeSource() }),
    deliveries: createInMemoryWebhookDeliveries(),
    webhookCounters: { add: () => Promise.resolve() },
    laneOf: () => 'fresh' as const,
    clock,
    randomness: { next: () => 0.5, uuid },
    pause: () => Promise.resolve(),
    metrics: { count: () => undefined },
    log: { info: () => undefined, fault: () => undefined },
    allowedReturnUrls: [],
  };
  return {
    signUp: async (maxAttempts) => {
      await settle(deps.table, maxAttempts, clock.nowMs());
      const body = { id: ref.customerId, stripe_customer_id: 'cus_rider' };
      const query = { subaccount_id: ref.subaccountId };
      const request = apiEvent({ route: 'POST /api/customers', as: claims.service(), query, body });
      await succeed(createCreateCustomer(deps)(request, context));
    },
    process: async (event) => {
      const message = sqsEventOf({ sentAtMs: clock.nowMs() }, event);
      const { batchItemFailures } = await createProcessWebhook(deps)(message);
      if (batchItemFailures.length > 0) throw new Error(`${event.eventId} failed`);
    },
    askForSession: () =>
      succeed(
        createStartIdentitySession(deps)(
          event('POST /api/customers/{id}/identity-session', claims.rider(ref.customerId, ref.subaccountId)),
          context,
        ),
      ),
    requireVerification: () =>
      succeed(
        createRequireVerification(deps)(
          event('POST /api/customers/{id}/identity-require', operator, { reason: 'other' }),
          context,
        ),
      ),
    vouch: () =>
      succeed(
        createVerifyManually(deps)(
          event('POST /api/customers/{id}/identity-manual-verify', operator, { notes: 'passport seen' }),
          context,
        ),
      ),
  };
}

async function settle(table: Table, maxAttempts: number, atMs: number): Promise<void> {
  const { subaccountId: id } = ref;
  const after = {
    ...defaultPolicyRules,
    subaccountId: id,
    version: 1,
    verificationMode: 'all_users',
    maxAttempts,
  } as const;
  const actor = { kind: 'system', id: 'setup' } as const;
  await createSubaccountRepository(table).create(
    { id, name: id, appName: `${id} app`, version: 1 },
    { before: null, after, actor, atMs },
  );
}

function event(route: string, as: typeof operator, body?: unknown): ReturnType<typeof apiEvent> {
  return apiEvent({ route, as, id: ref.customerId, ...(body !== undefined && { body }) });
}

async function succeed(answer: Promise<{ statusCode: number; body: string }>): Promise<void> {
  const { statusCode, body } = await answer;
  if (statusCode >= 300) throw new Error(`answered ${statusCode}: ${body}`);
}
