// GET /api/subaccounts/{id}/identity-policy/apply: how far the latest application is.

import { policyEffectEndpoints } from './contracts/endpoints/policy-effects.ts';
import { toPolicyApplicationJson } from './contracts/policy-application.ts';
import { NotFound } from './domain/faults.ts';
import { subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composePolicyApplications } from './shared/compose/policy-effects.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { PolicyApplications } from './use-cases/ports/policy-effects.ts';

type Deps = { applications: Pick<PolicyApplications, 'load'>; log: Log };

export function createGetPolicyApplication(deps: Deps): HttpHandler {
  return httpEndpoint(
    deps.log,
    policyEffectEndpoints.getPolicyApplication,
    async ({ caller, id, answer }) => {
      const job = await deps.applications.load(subaccountOf(caller, id));
      if (job === null) {
        throw new NotFound('policy_application_not_found', 'No policy was ever applied to customers here.');
      }
      return answer(200, toPolicyApplicationJson(job));
    },
  );
}

export const handler = lazily(() =>
  createGetPolicyApplication({ ...composePolicyApplications(), ...composeEnvironment() }),
);
