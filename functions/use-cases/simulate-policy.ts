import { noSuchSubaccount } from '../domain/faults.ts';
import { emptySimulation, simulateCustomer, type PolicySimulation } from '../domain/policy-simulation.ts';
import type { PolicyRules } from '../domain/policy.ts';
import type { Clock } from './ports/environment.ts';
import type { PolicySubjects } from './ports/policy-effects.ts';
import type { SubaccountRepository } from './ports/subaccount-repository.ts';

/** Well below the time that API Gateway waits for an answer. */
const timeBudgetMs = 15_000;
const customersPerPage = 200;

/** `complete` is false where time ran out: the counts are of the customers that were seen until then. */
export type SimulatedPolicy = { counts: PolicySimulation; complete: boolean; policyVersion: number };

/** What a proposed policy would do to the customers who are there. @throws NotFound `subaccount_not_found` */
export async function simulatePolicy(
  deps: { subaccounts: Pick<SubaccountRepository, 'load'>; subjects: PolicySubjects; clock: Clock },
  subaccountId: string,
  propose: (current: PolicyRules) => PolicyRules,
): Promise<SimulatedPolicy> {
  const untilMs = deps.clock.nowMs() + timeBudgetMs;
  const home = await deps.subaccounts.load(subaccountId);
  if (home === null) throw noSuchSubaccount();
  const proposed = propose(home.policy);
  const policyVersion = home.policy.version;
  let counts = emptySimulation;
  let cursor: string | null = null;
  do {
    const { subjects, nextCursor } = await readPage(deps, subaccountId, cursor);
    for (const subject of subjects) counts = simulateCustomer(counts, subject, home.policy, proposed);
    cursor = nextCursor;
  } while (cursor !== null && deps.clock.nowMs() < untilMs);
  return { counts, complete: cursor === null, policyVersion };
}

function readPage(
  { subjects }: { subjects: PolicySubjects },
  subaccountId: string,
  cursor: string | null,
): ReturnType<PolicySubjects['page']> {
  return subjects.page(subaccountId, { cursor, limit: customersPerPage });
}
