// What was found out about a signup, in an item of its own.

import { ConcurrentChange } from '../../domain/faults.ts';
import type { SignalRepository } from '../../use-cases/ports/signals.ts';
import type { Vault } from '../encryption/vault.ts';
import { customerKeys } from './keys.ts';
import { sealItem } from './sealed-items.ts';
import { TransactionRefused, type Table } from './table.ts';

export function createSignalRepository(table: Table, vault: Vault): SignalRepository {
  return {
    async isCollected(ref) {
      return (await table.get(customerKeys.signals(ref))) !== null;
    },

    async save(ref, facts) {
      const item = await sealItem(vault, ref, 'signals', customerKeys.signals(ref), facts);
      try {
        // A signup that was taken away while its facts were looked up leaves none behind.
        await table.transact([table.insert(item), table.mustExist(customerKeys.signup(ref))]);
      } catch (fault) {
        if (!(fault instanceof TransactionRefused)) throw fault;
        if (fault.failed.size === 0) throw new ConcurrentChange();
      }
    },
  };
}
