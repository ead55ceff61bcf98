// POST /api/subaccounts/{id}/identity-policy/apply: has the policy applied to existing customers.

import { policyEffectEndpoints } from './contracts/endpoints/policy-effects.ts';
import { toPolicyApplicationJson } from './contracts/policy-application.ts';
import { actorOf, subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeBatchQueue, composePolicyApplications } from './shared/compose/policy-effects.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { startPolicyApplication } from './use-cases/start-policy-application.ts';

type Deps = Parameters<typeof startPolicyApplication>[0] & { log: Log };

export function createStartPolicyApplication(deps: Deps): HttpHandler {
  return httpEndpoint(
    deps.log,
    policyEffectEndpoints.startPolicyApplication,
    async ({ caller, id, body, answer }) => {
      const subaccountId = subaccountOf(caller, id);
      const job = await startPolicyApplication(deps, actorOf(caller), subaccountId, body.version);
      return answer(202, toPolicyApplicationJson(job));
    },
  );
}

export const handler = lazily(() =>
  createStartPolicyApplication({
    ...composeStorage(),
    ...composePolicyApplications(),
    ...composeBatchQueue(),
    ...composeEnvironment(),
  }),
);
