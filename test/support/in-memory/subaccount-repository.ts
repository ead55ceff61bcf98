import { Buffer } from 'node:buffer';
import { subaccountId } from '../../../functions/contracts/identifiers.ts';
import { actorName } from '../../../functions/domain/actor.ts';
import { ConcurrentChange, InvalidInput } from '../../../functions/domain/faults.ts';
import type { SubaccountRepository } from '../../../functions/use-cases/ports/subaccount-repository.ts';
import { writeSweep } from './deadlines.ts';
import { copy, type Storage } from './storage.ts';
import { newestVersionsFirst } from './versions.ts';

/** The SubaccountRepository port on plain maps. */
export function createInMemorySubaccountRepository(storage: Storage): SubaccountRepository {
  const { subaccounts, policies, policyChanges, zones } = storage;
  return {
    load: async (id) => {
      const subaccount = subaccounts.get(id);
      const policy = policies.get(id);
      if (subaccount === undefined) return Promise.resolve(null);
      if (policy === undefined) throw new Error('the subaccount has no policy');
      return { subaccount: copy(subaccount), policy: copy(policy) };
    },

    loadWithZones: async (id) => {
      const subaccount = subaccounts.get(id);
      if (subaccount === undefined) return Promise.resolve(null);
      return { subaccount: copy(subaccount), zones: copy(zones.get(id) ?? null) };
    },

    create: async (subaccount, change, area) => {
      if (subaccounts.has(subaccount.id)) throw new ConcurrentChange();
      subaccounts.set(subaccount.id, copy(subaccount));
      policies.set(subaccount.id, copy(change.after));
      policyChanges.push(copy(change));
      if (area !== undefined) zones.set(subaccount.id, copy(area));
      return Promise.resolve();
    },

    save: async (subaccount, _actor, _atMs, area) => {
      if (subaccounts.get(subaccount.id)?.version !== subaccount.version - 1) throw new ConcurrentChange();
      subaccounts.set(subaccount.id, copy(subaccount));
      if (area !== undefined) zones.set(subaccount.id, copy(area));
      return Promise.resolve();
    },

    savePolicy: async (change) => {
      const { after } = change;
      if (policies.get(after.subaccountId)?.version !== after.version - 1) throw new ConcurrentChange();
      policies.set(after.subaccountId, copy(after));
      policyChanges.push(copy(change));
      writeSweep(storage, change);
      return Promise.resolve();
    },

    list: async ({ cursor, limit }) => {
      const after = cursor === null ? '' : Buffer.from(cursor, 'base64url').toString();
      if (cursor !== null && !subaccountId.safeParse(after).success) {
        throw new InvalidInput([{ path: 'cursor', message: 'is not a cursor of this list' }]);
      }
      const rest = [...subaccounts.keys()].filter((id) => id > after).toSorted();
      const shown = rest.slice(0, limit);
      const last = shown.at(-1);
      return Promise.resolve({
        subaccounts: shown.flatMap((id) => copy(subaccounts.get(id)) ?? []),
        nextCursor:
          last === undefined || rest.length <= limit ? null : Buffer.from(last).toString('base64url'),
      });
    },

    policyVersions: async (id, page) => {
      const changes = policyChanges
        .filter(({ after }) => after.subaccountId === id)
        .map(({ actor, ...change }) => ({
          ...change,
          version: change.after.version,
          actor: actorName(actor),
        }));
      const { items, nextCursor } = newestVersionsFirst(changes, page);
      return Promise.resolve({ versions: copy(items), nextCursor });
    },
  };
}
