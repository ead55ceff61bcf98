// GET /api/subaccounts/{id}/identity-stats: what happened in a period, from daily counters.

import { policyEffectEndpoints } from './contracts/endpoints/policy-effects.ts';
import { toIdentityStatsJson } from './contracts/identity-stats.ts';
import { noSuchSubaccount } from './domain/faults.ts';
import { statsOfPeriod } from './domain/identity-stats.ts';
import { subaccountOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStats } from './shared/compose/policy-effects.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { StatsCounters } from './use-cases/ports/policy-effects.ts';
import type { SubaccountRepository } from './use-cases/ports/subaccount-repository.ts';

type Deps = {
  subaccounts: Pick<SubaccountRepository, 'load'>;
  counters: Pick<StatsCounters, 'byDay'>;
  log: Log;
};

export function createGetIdentityStats(deps: Deps): HttpHandler {
  return httpEndpoint(
    deps.log,
    policyEffectEndpoints.getIdentityStats,
    async ({ caller, id, query, answer }) => {
      const subaccountId = subaccountOf(caller, id);
      const [home, tallies] = await Promise.all([
        deps.subaccounts.load(subaccountId),
        deps.counters.byDay(subaccountId, query.from, query.to),
      ]);
      if (home === null) throw noSuchSubaccount();
      return answer(200, toIdentityStatsJson(statsOfPeriod(tallies, query.from, query.to), query));
    },
  );
}

export const handler = lazily(() =>
  createGetIdentityStats({ ...composeStorage(), ...composeStats(), ...composeEnvironment() }),
);
