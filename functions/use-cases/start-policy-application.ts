import type { Actor } from '../domain/actor.ts';
import { noSuchSubaccount, policyHasChanged } from '../domain/faults.ts';
import {
  batchDue,
  isActive,
  mayHaveStalled,
  newApplication,
  type PolicyApplication,
} from '../domain/policy-application-job.ts';
import type { Clock, Pause, Randomness } from './ports/environment.ts';
import type { BatchQueue, PolicyApplications } from './ports/policy-effects.ts';
import type { SubaccountRepository } from './ports/subaccount-repository.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

/**
 * Has a policy applied to existing customers, in the background. One job at a time: who asks while one is
 * under way gets that one, and the word of its next batch is said again where it may have been lost. A job
 * for an older version of the policy is replaced, as it would stop anyway.
 * @param version the policy’s version that is meant; without it, the one in force
 * @throws NotFound `subaccount_not_found`, Conflict `version_conflict`
 */
export async function startPolicyApplication(
  deps: {
    subaccounts: Pick<SubaccountRepository, 'load'>;
    applications: PolicyApplications;
    batches: BatchQueue;
    clock: Clock;
    randomness: Randomness;
    pause: Pause;
  },
  requestedBy: Actor,
  subaccountId: string,
  version?: number,
): Promise<PolicyApplication> {
  return retryOnConflict(deps, async () => {
    const home = await deps.subaccounts.load(subaccountId);
    if (home === null) throw noSuchSubaccount();
    const policyVersion = home.policy.version;
    if (version !== undefined && version !== policyVersion) throw policyHasChanged();
    const latest = await deps.applications.load(subaccountId);
    const nowMs = deps.clock.nowMs();
    if (latest !== null && isActive(latest) && latest.policyVersion === policyVersion) {
      if (mayHaveStalled(latest, nowMs)) await deps.batches.send(batchDue(latest));
      return latest;
    }
    const id = `apply_${deps.randomness.uuid()}`;
    const job = newApplication({ id, subaccountId, policyVersion, requestedBy }, latest, nowMs);
    await deps.applications.save(job);
    await deps.batches.send(batchDue(job));
    return job;
  });
}
