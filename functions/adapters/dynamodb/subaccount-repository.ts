// Subaccounts and their policies. Each policy version stays, with who made it, when, and what it replaced.

import { actorName, type Actor } from '../../domain/actor.ts';
import { ConcurrentChange } from '../../domain/faults.ts';
import type { Subaccount } from '../../domain/subaccount.ts';
import type { PolicyChange, SubaccountRepository } from '../../use-cases/ports.ts';
import { policyItem, subaccountItem } from './items.ts';
import { subaccountKeys } from './keys.ts';
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
    async load(id) {
      const [subaccount, policy] = await table.getAll([
        subaccountKeys.profile(id),
        subaccountKeys.policy(id),
      ]);
      if (subaccount == null) return null;
      return { subaccount: subaccountItem.parse(subaccount), policy: policyItem.parse(policy) };
    },

    create: (subaccount, policy) =>
      transact([
        table.insert(profileItem(subaccount)),
        table.insert(profileAudit(subaccount, policy.actor, policy.atMs)),
        table.insert({ ...subaccountKeys.policy(subaccount.id), ...policy.after }),
        table.insert(policyVersion(policy)),
      ]),

    save: (subaccount, actor, atMs) =>
      transact([
        table.replace(profileItem(subaccount), subaccount.version - 1),
        table.insert(profileAudit(subaccount, actor, atMs)),
      ]),

    savePolicy: (change) =>
      transact([
        table.replace(
          { ...subaccountKeys.policy(change.after.subaccountId), ...change.after },
          change.after.version - 1,
        ),
        table.insert(policyVersion(change)),
      ]),
  };
}

function profileItem(subaccount: Subaccount): Item {
  return { ...subaccountKeys.profile(subaccount.id), ...subaccount };
}

function profileAudit(subaccount: Subaccount, actor: Actor, atMs: number): Item {
  const { id, version } = subaccount;
  return { ...subaccountKeys.profileAudit(id, version), atMs, actor: actorName(actor), after: subaccount };
}

function policyVersion({ before, after, actor, atMs }: PolicyChange): Item {
  const key = subaccountKeys.policyVersion(after.subaccountId, after.version);
  return { ...key, version: after.version, atMs, actor: actorName(actor), before, after };
}
