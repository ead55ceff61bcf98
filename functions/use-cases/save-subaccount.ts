import type { Actor } from '../domain/actor.ts';
import { ConcurrentChange, Conflict } from '../domain/faults.ts';
import { defaultPolicyRules } from '../domain/policy.ts';
import type { Subaccount } from '../domain/subaccount.ts';
import type { OperationalZones } from '../domain/zones.ts';
import type { Clock } from './ports/environment.ts';
import type { SubaccountRepository } from './ports/subaccount-repository.ts';

/**
 * Creates a subaccount with the default policy, or changes it: zones that are not named stay. Answers null where
 * it doesn't exist and the caller may not create one.
 * @throws Conflict `version_conflict` where somebody else saved at the same moment.
 */
export async function saveSubaccount(
  deps: { subaccounts: SubaccountRepository; clock: Clock },
  actor: Actor,
  wanted: {
    id: string;
    name: string;
    appName: string;
    zones: OperationalZones | null | undefined;
    mayCreate: boolean;
  },
): Promise<{ subaccount: Subaccount; zones: OperationalZones | null } | null> {
  const home = await deps.subaccounts.loadWithZones(wanted.id);
  const { mayCreate, zones, ...details } = wanted;
  const atMs = deps.clock.nowMs();
  try {
    if (home !== null) {
      const after = { ...details, version: home.subaccount.version + 1 };
      await deps.subaccounts.save(after, actor, atMs, zones);
      return { subaccount: after, zones: zones === undefined ? home.zones : zones };
    }
    if (!mayCreate) return null;
    const created = { ...details, version: 1 };
    const policy = { ...defaultPolicyRules, subaccountId: wanted.id, version: 1 };
    await deps.subaccounts.create(created, { before: null, after: policy, actor, atMs }, zones);
    return { subaccount: created, zones: zones ?? null };
  } catch (fault) {
    if (!(fault instanceof ConcurrentChange)) throw fault;
    throw new Conflict('version_conflict', 'Somebody else saved this subaccount just now. Read it again.');
  }
}
