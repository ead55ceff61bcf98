// Calls the HTTP functions as API Gateway does, on in-memory ports, and checks the shape of what comes back.

import * as z from 'zod';
import { createCheckRide } from '../../functions/check-ride.ts';
import { createClearRequirement } from '../../functions/clear-requirement.ts';
import type { HttpAnswer } from '../../functions/contracts/http-event.ts';
import { problem } from '../../functions/contracts/problem.ts';
import { createCreateCustomer } from '../../functions/create-customer.ts';
import { createExportCustomer } from '../../functions/export-customer.ts';
import { createGetAuditTrail } from '../../functions/get-audit-trail.ts';
import { createGetCustomerCounts } from '../../functions/get-customer-counts.ts';
import { createGetCustomer } from '../../functions/get-customer.ts';
import { createGetIdentityStats } from '../../functions/get-identity-stats.ts';
import { createGetPolicyApplication } from '../../functions/get-policy-application.ts';
import { createGetPolicy } from '../../functions/get-policy.ts';
import { createGetSubaccount } from '../../functions/get-subaccount.ts';
import { createGetWebhookHealth } from '../../functions/get-webhook-health.ts';
import { createListCustomers } from '../../functions/list-customers.ts';
import { createListDeadLetters } from '../../functions/list-dead-letters.ts';
import { createListPolicyVersions } from '../../functions/list-policy-versions.ts';
import { createListReconcilerRuns } from '../../functions/list-reconciler-runs.ts';
import { createListSubaccounts } from '../../functions/list-subaccounts.ts';
import { createPutPolicy } from '../../functions/put-policy.ts';
import { createPutSubaccount } from '../../functions/put-subaccount.ts';
import { createRegisterDevice } from '../../functions/register-device.ts';
import { createRemoveDevice } from '../../functions/remove-device.ts';
import { createRedactCustomer } from '../../functions/redact-customer.ts';
import { createRedriveDeadLetters } from '../../functions/redrive-dead-letters.ts';
import { createRefreshSession } from '../../functions/refresh-session.ts';
import { createRequireVerification } from '../../functions/require-verification.ts';
import { createRevealIdentity } from '../../functions/reveal-identity.ts';
import type { HttpHandler } from '../../functions/shared/http-endpoint.ts';
import type { Log } from '../../functions/shared/log.ts';
import { createSimulatePolicy } from '../../functions/simulate-policy.ts';
import { createRequestAlternative } from '../../functions/request-alternative.ts';
import { createStartIdentitySession } from '../../functions/start-identity-session.ts';
import { createStartPolicyApplication } from '../../functions/start-policy-application.ts';
import { createVerifyManually } from '../../functions/verify-manually.ts';
import { nowMs } from '../support/builders.ts';
import { expectDocumented } from '../support/api-document.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';
import { createRecordingLog, type RecordingLog } from '../support/recording-log.ts';
import { apiEvent, requestId, type ApiRequest } from './events/api-gateway.ts';
import { lambdaContext } from './events/lambda-context.ts';

const returnUrls = ['https://fleet.example/app'];

/** Every HTTP function by its route. */
const creators = {
  'POST /api/customers': createCreateCustomer,
  'GET /api/customers': createListCustomers,
  'GET /api/customers/{id}': createGetCustomer,
  'POST /api/customers/{id}/identity-session': (deps: World & { log: Log }) =>
    createStartIdentitySession({
      ...deps,
      stripe: () => Promise.resolve({ identity: deps.identity }),
      allowedReturnUrls: returnUrls,
    }),
  'POST /api/customers/{id}/ride-check': createCheckRide,
  'POST /api/customers/{id}/identity-alternative': createRequestAlternative,
  'GET /api/customers/{id}/audit': createGetAuditTrail,
  'POST /api/customers/{id}/identity-manual-verify': createVerifyManually,
  'POST /api/customers/{id}/identity-clear-requirement': createClearRequirement,
  'POST /api/customers/{id}/identity-require': createRequireVerification,
  'POST /api/customers/{id}/identity-refresh': (deps: World & { log: Log }) =>
    createRefreshSession({ ...deps, stripe: () => Promise.resolve({ identity: deps.identity }) }),
  'POST /api/customers/{id}/identity-redact': (deps: World & { log: Log }) =>
    createRedactCustomer({ ...deps, identity: () => Promise.resolve(deps.identity) }),
  'GET /api/customers/{id}/identity-report': (deps: World & { log: Log }) =>
    createRevealIdentity({ ...deps, stripe: () => Promise.resolve({ identity: deps.identity }) }),
  'GET /api/customers/{id}/export': createExportCustomer,
  'PUT /api/customers/{id}/devices/{device_id}': createRegisterDevice,
  'DELETE /api/customers/{id}/devices/{device_id}': createRemoveDevice,
  'GET /api/subaccounts': createListSubaccounts,
  'GET /api/subaccounts/{id}': createGetSubaccount,
  'PUT /api/subaccounts/{id}': createPutSubaccount,
  'GET /api/subaccounts/{id}/customer-counts': createGetCustomerCounts,
  'GET /api/subaccounts/{id}/identity-policy': createGetPolicy,
  'PUT /api/subaccounts/{id}/identity-policy': createPutPolicy,
  'GET /api/subaccounts/{id}/identity-policy/versions': createListPolicyVersions,
  'POST /api/subaccounts/{id}/identity-policy/simulate': createSimulatePolicy,
  'POST /api/subaccounts/{id}/identity-policy/apply': createStartPolicyApplication,
  'GET /api/subaccounts/{id}/identity-policy/apply': createGetPolicyApplication,
  'GET /api/subaccounts/{id}/identity-stats': createGetIdentityStats,
  'GET /api/dead-letters': createListDeadLetters,
  'POST /api/dead-letters/redrive': createRedriveDeadLetters,
  'GET /api/webhook-health': createGetWebhookHealth,
  'GET /api/reconciler-runs': createListReconcilerRuns,
} satisfies Record<string, (deps: World & { log: Log }) => HttpHandler>;

export type Route = keyof typeof creators;
export const routes = Object.keys(creators) as Route[];

export type Answer = { status: number; headers: Record<string, string>; body: Record<string, unknown> };
export type Call = (request: ApiRequest & { route: Route }) => Promise<Answer>;

export type Api = World & { call: Call; log: RecordingLog };

/** The API on a fresh world with the subaccounts `metro` (risk_based), `harbor` (all_users), `campus` (disabled). */
export async function startApi(): Promise<Api> {
  const world = createWorld({ nowMs });
  await world.addSubaccount('metro', { verificationMode: 'risk_based' });
  await world.addSubaccount('harbor', { verificationMode: 'all_users' });
  await world.addSubaccount('campus', { verificationMode: 'disabled' });
  const log = createRecordingLog();
  return { ...world, log, call: callerOf({ ...world, log }) };
}

/** Calls the functions on these ports, some of which a test may have replaced. Every answer is as documented. */
export function callerOf(deps: World & { log: Log }, context = lambdaContext()): Call {
  return async (request) => {
    const answer = toAnswer(await creators[request.route](deps)(apiEvent(request), context));
    const { status, headers, body } = answer;
    const contentType = headers['content-type'] ?? null;
    expectDocumented(request.route, { status, contentType, body: contentType === null ? undefined : body });
    return answer;
  };
}

const privateAnswer = z.object({
  'cache-control': z.literal('no-store'),
  'content-security-policy': z.literal("default-src 'none'; frame-ancestors 'none'"),
  'referrer-policy': z.literal('no-referrer'),
  'strict-transport-security': z.string().startsWith('max-age='),
  'x-content-type-options': z.literal('nosniff'),
});

/** Every error is a problem, every other answer JSON or none; none of them may be kept by a cache. */
function toAnswer({ statusCode, headers, body }: HttpAnswer): Answer {
  if (statusCode === 204) {
    const bare = z.object({
      headers: privateAnswer,
      body: z.literal(''),
    });
    return { status: statusCode, headers: bare.parse({ headers, body }).headers, body: {} };
  }
  const parsed = z.record(z.string(), z.unknown()).parse(JSON.parse(body));
  const isError = statusCode >= 400;
  z.object({
    'content-type': z.literal(isError ? 'application/problem+json' : 'application/json'),
  })
    .extend(privateAnswer.shape)
    .parse(headers);
  if (isError) {
    const { code } = problem.parse(parsed);
    z.object({
      type: z.literal(`urn:ridegate:problem:${code}`),
      status: z.literal(statusCode),
      request_id: z.literal(requestId),
    }).parse(parsed);
  }
  return { status: statusCode, headers, body: parsed };
}

/** The paths that an `invalid_request` names, sorted. */
export function faultyPaths({ body }: Answer): string[] {
  const { errors } = z.object({ errors: z.array(z.object({ path: z.string() })) }).parse(body);
  return errors.map(({ path }) => path).sort();
}

/** Everything that is stored, to be compared before and after. */
export function stored(world: Pick<World, 'storage'>): unknown {
  return structuredClone(world.storage);
}
