// POST /api/subaccounts/{id}/identity-policy/simulate: what a proposed policy would do to existing customers.

import { policyEffectEndpoints } from './contracts/endpoints/policy-effects.ts';
import { toPolicySimulationJson } from './contracts/policy-simulation.ts';
import { changedPolicyRules } from './contracts/policy.ts';
import { subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composePolicySubjects } from './shared/compose/policy-effects.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { simulatePolicy } from './use-cases/simulate-policy.ts';

type Deps = Parameters<typeof simulatePolicy>[0] & { log: Log };

export function createSimulatePolicy(deps: Deps): HttpHandler {
  return httpEndpoint(
    deps.log,
    policyEffectEndpoints.simulatePolicy,
    async ({ caller, id, body, answer }) => {
      const simulated = await simulatePolicy(deps, subaccountOf(caller, id), (current) =>
        changedPolicyRules(current, body),
      );
      return answer(200, toPolicySimulationJson(simulated, body));
    },
  );
}

export const handler = lazily(() =>
  createSimulatePolicy({ ...composeStorage(), ...composePolicySubjects(), ...composeEnvironment() }),
);
