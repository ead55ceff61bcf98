// The subaccounts with their policies and zones.

import type { Actor } from '../../domain/actor.ts';
import type { Policy, PolicyVersion } from '../../domain/policy.ts';
import type { Subaccount } from '../../domain/subaccount.ts';
import type { OperationalZones } from '../../domain/zones.ts';

/** A change of a policy with who, when, before and after. */
export type PolicyChange = { before: Policy | null; after: Policy; actor: Actor; atMs: number };

export type SubaccountPage = { subaccounts: readonly Subaccount[]; nextCursor: string | null };

/** Subaccounts. Each version of a policy is kept with who made it. */
export type SubaccountRepository = {
  /**
   * By their ids; as the index has them, so one that was saved this moment may be missing.
   * @throws InvalidInput for a cursor that this list didn't give out.
   */
  list: (page: { cursor: string | null; limit: number }) => Promise<SubaccountPage>;
  load: (id: string) => Promise<{ subaccount: Subaccount; policy: Policy } | null>;
  /** Makes a subaccount with its first policy. @throws ConcurrentChange where it exists. */
  create: (subaccount: Subaccount, policy: PolicyChange, zones?: OperationalZones | null) => Promise<void>;
  loadWithZones: (id: string) => Promise<{ subaccount: Subaccount; zones: OperationalZones | null } | null>;
  /**
   * Undefined zones stay as they are, null ones are taken away.
   * @throws ConcurrentChange where the stored version isn't the one before this.
   */
  save: (
    subaccount: Subaccount,
    actor: Actor,
    atMs: number,
    zones?: OperationalZones | null,
  ) => Promise<void>;
  /** @throws ConcurrentChange where the stored version isn't `before.version`. */
  savePolicy: (change: PolicyChange) => Promise<void>;
  /** Newest first, strongly consistent. @throws InvalidInput for a cursor that this list didn't give out. */
  policyVersions: (
    id: string,
    page: { cursor: string | null; limit: number },
  ) => Promise<{ versions: readonly PolicyVersion[]; nextCursor: string | null }>;
};
