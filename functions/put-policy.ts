// PUT /api/subaccounts/{id}/identity-policy

import { changedPolicyRules, toPolicyJson } from './contracts/policy.ts';
import { subaccountEndpoints } from './contracts/endpoints/subaccounts.ts';
import { actorOf, subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { savePolicy } from './use-cases/save-policy.ts';

type Deps = Parameters<typeof savePolicy>[0] & { log: Log };

export function createPutPolicy(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, subaccountEndpoints.putPolicy, async ({ caller, id, body, answer }) => {
    const policy = await savePolicy(deps, actorOf(caller), {
      subaccountId: subaccountOf(caller, id),
      version: body.version,
      change: (current) => changedPolicyRules(current, body),
    });
    return answer(200, toPolicyJson(policy));
  });
}

export const handler = lazily(() => createPutPolicy({ ...composeStorage(), ...composeEnvironment() }));
