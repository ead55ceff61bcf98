import type { Actor } from '../domain/actor.ts';
import { ConcurrentChange, noSuchSubaccount, policyHasChanged } from '../domain/faults.ts';
import type { Policy, PolicyRules } from '../domain/policy.ts';
import type { Clock } from './ports/environment.ts';
import type { SubaccountRepository } from './ports/subaccount-repository.ts';

/**
 * Changes a subaccount's rules, as of the version that the operator has read.
 * @throws NotFound `subaccount_not_found`, Conflict `version_conflict`
 */
export async function savePolicy(
  deps: { subaccounts: SubaccountRepository; clock: Clock },
  actor: Actor,
  wanted: { subaccountId: string; version: number; change: (current: PolicyRules) => PolicyRules },
): Promise<Policy> {
  const home = await deps.subaccounts.load(wanted.subaccountId);
  if (home === null) throw noSuchSubaccount();
  if (home.policy.version !== wanted.version) throw policyHasChanged();
  const after: Policy = {
    ...wanted.change(home.policy),
    subaccountId: wanted.subaccountId,
    version: wanted.version + 1,
  };
  try {
    await deps.subaccounts.savePolicy({ before: home.policy, after, actor, atMs: deps.clock.nowMs() });
  } catch (fault) {
    throw fault instanceof ConcurrentChange ? policyHasChanged() : fault;
  }
  return after;
}
