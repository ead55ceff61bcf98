// Subaccounts and their policies. Each policy version stays, with who made it, when, and what it replaced.

import { actorName, type Actor } from '../../domain/actor.ts';
import { actsOnDocumentExpiry } from '../../domain/document-expiry.ts';
import { ConcurrentChange } from '../../domain/faults.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Subaccount } from '../../domain/subaccount.ts';
import type { OperationalZones } from '../../domain/zones.ts';
import type { PolicyChange, SubaccountRepository } from '../../use-cases/ports/subaccount-repository.ts';
import { policyDeadline, sweepDeadline } from './deadline-index.ts';
import { policyItem, policyVersionItem, subaccountItem, zonesItem } from './subaccount-items.ts';
import { listedSubaccount, subaccountList } from './subaccount-list.ts';
import { policyVersionPrefix, subaccountKeys } from './keys.ts';
import { newestVersionsFirst } from './page.ts';
import { TransactionRefused, type Item, type Table, type Write } from './table.ts';

export function createSubaccountRepository(table: Table): SubaccountRepository {
  const transact = async (writes: readonly Write[]): Promise<void> => {
    try {
      await table.transact(writes);
    } catch (fault) {
      throw fault instanceof TransactionRefused ? new ConcurrentChange() : fault;
    }
  };

  return {
    ...subaccountList(table),

    async load(id) {
      const [subaccount, policy] = await table.getAll([
        subaccountKeys.profile(id),
        subaccountKeys.policy(id),
      ]);
      if (subaccount == null) return null;
      return { subaccount: subaccountItem.parse(subaccount), policy: policyItem.parse(policy) };
    },

    async loadWithZones(id) {
      const [subaccount, zones] = await table.getAll([subaccountKeys.profile(id), subaccountKeys.zones(id)]);
      if (subaccount == null) return null;
      return { subaccount: subaccountItem.parse(subaccount), zones: readZones(zones) };
    },

    create: (subaccount, policy, zones) =>
      transact([
        table.insert(profileItem(subaccount)),
        table.insert(profileAudit(subaccount, policy.actor, policy.atMs, zones)),
        ...zonesWrites(table, subaccount.id, zones),
        table.insert(currentPolicy(policy.after)),
        table.insert(policyVersion(policy)),
      ]),

    save: (subaccount, actor, atMs, zones) =>
      transact([
        table.replace(profileItem(subaccount), subaccount.version - 1),
        table.insert(profileAudit(subaccount, actor, atMs, zones)),
        ...zonesWrites(table, subaccount.id, zones),
      ]),

    savePolicy: (change) =>
      transact([
        table.replace(currentPolicy(change.after), change.after.version - 1),
        table.insert(policyVersion(change)),
        ...expirySweepWrites(table, change),
      ]),

    async policyVersions(id, page) {
      const history = { pk: subaccountKeys.policy(id).pk, prefix: policyVersionPrefix };
      const { items, nextCursor } = await newestVersionsFirst(table, history, page);
      return { versions: items.map((item) => policyVersionItem.parse(item)), nextCursor };
    },
  };
}

function profileItem(subaccount: Subaccount): Item {
  const { id } = subaccount;
  return { ...subaccountKeys.profile(id), ...subaccount, ...listedSubaccount(id) };
}

/** Zones are an item of their own: most reads of a subaccount want its name alone, and pay by size. */
function zonesWrites(table: Table, id: string, zones: OperationalZones | null | undefined): Write[] {
  return zones === undefined ? [] : [table.put({ ...subaccountKeys.zones(id), zones: zonesText(zones) })];
}

function zonesText(zones: OperationalZones | null): string | null {
  return zones === null ? null : JSON.stringify(zones);
}

/** A subaccount that never had zones has no item. */
export function readZones(item: Item | null | undefined): OperationalZones | null {
  return item == null ? null : zonesItem.parse(item).zones;
}

function profileAudit(
  subaccount: Subaccount,
  actor: Actor,
  atMs: number,
  zones: OperationalZones | null | undefined,
): Item {
  const { id, version } = subaccount;
  const after = { ...subaccount, ...(zones !== undefined && { zones: zonesText(zones) }) };
  return { ...subaccountKeys.profileAudit(id, version), atMs, actor: actorName(actor), after };
}

function currentPolicy(policy: Policy): Item {
  return { ...subaccountKeys.policy(policy.subaccountId), ...policy, ...policyDeadline(policy) };
}

/** Where nobody needs them any longer, the dates that are kept have to go: it is noted, and done by the next run. */
function expirySweepWrites(table: Table, { before, after, atMs }: PolicyChange): Write[] {
  if (before === null || !actsOnDocumentExpiry(before) || actsOnDocumentExpiry(after)) return [];
  const { subaccountId } = after;
  return [table.put({ ...subaccountKeys.expirySweep(subaccountId), atMs, ...sweepDeadline(subaccountId) })];
}

function policyVersion({ before, after, actor, atMs }: PolicyChange): Item {
  const key = subaccountKeys.policyVersion(after.subaccountId, after.version);
  return { ...key, version: after.version, atMs, actor: actorName(actor), before, after };
}
