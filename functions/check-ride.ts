// POST /api/customers/{id}/ride-check: may this customer start a ride?

import { nextActionFor } from './contracts/ride-check.ts';
import { toIso } from './contracts/identifiers.ts';
import { verificationEndpoints } from './contracts/endpoints/verification.ts';
import { customerOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { problemJson } from './shared/problem-answer.ts';
import { checkRide } from './use-cases/check-ride.ts';

type Deps = Parameters<typeof checkRide>[0] & { log: Log };

export function createCheckRide(deps: Deps): HttpHandler {
  return httpEndpoint(
    deps.log,
    verificationEndpoints.checkRide,
    async ({ caller, id, query, requestId, answer }) => {
      const check = await checkRide(deps, customerOf(caller, id, query.subaccount_id));
      const { decision, customer, policy } = check;
      if (decision.allowed) {
        return answer(200, {
          allowed: true,
          code: decision.code,
          checked_at: toIso(check.checkedAtMs),
          policy_version: policy.version,
        });
      }
      return problemJson(
        {
          status: 403,
          code: decision.code,
          title: 'Ride blocked',
          detail: 'This customer has to verify their identity before the next ride.',
          identity_status: customer.identityStatus,
          next_action: nextActionFor(customer, policy),
        },
        requestId,
      );
    },
  );
}

export const handler = lazily(() => createCheckRide({ ...composeStorage(), ...composeEnvironment() }));
