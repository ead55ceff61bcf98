// A customer's page in the table: his signals' facts in an item of their own, and all that is shown beside them.

import { customerRef, type Customer } from '../../domain/customer.ts';
import { ConcurrentChange, noSuchCustomer } from '../../domain/faults.ts';
import type { SignalRepository } from '../../use-cases/ports/signals.ts';
import type { Vault } from '../encryption/vault.ts';
import { openMasked } from './identity-item.ts';
import {
  alternativeMessage,
  customerItem,
  noteText,
  policyItem,
  signalFacts,
  signupContent,
} from './items.ts';
import { customerKeys, subaccountKeys } from './keys.ts';
import { openItem, sealItem } from './sealed-items.ts';
import { readZones } from './subaccount-repository.ts';
import { TransactionRefused, type Table } from './table.ts';

export function createSignalRepository(table: Table, vault: Vault): SignalRepository {
  return {
    async loadFile(ref) {
      const [profile, policy, signup, alternative, facts, identity, zones] = await table.getAll([
        customerKeys.profile(ref),
        subaccountKeys.policy(ref.subaccountId),
        customerKeys.signup(ref),
        customerKeys.alternative(ref),
        customerKeys.signals(ref),
        customerKeys.identity(ref),
        subaccountKeys.zones(ref.subaccountId),
      ]);
      if (profile == null) {
        throw noSuchCustomer();
      }
      const customer = customerItem.parse(profile);
      const opened = await Promise.all([
        openItem(vault, ref, 'signup', signup, signupContent),
        openItem(vault, ref, 'alternative', alternative, alternativeMessage),
        openItem(vault, ref, 'signals', facts, signalFacts),
        openMasked(vault, ref, identity),
        readManualNotes(table, vault, customer),
      ]);
      return {
        customer,
        policy: policyItem.parse(policy),
        signup: opened[0],
        alternativeMessage: opened[1],
        facts: opened[2],
        masked: opened[3],
        manualVerificationNotes: opened[4],
        zones: readZones(zones),
      };
    },

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

async function readManualNotes(table: Table, vault: Vault, customer: Customer): Promise<string | null> {
  if (customer.manualVerification === null) return null;
  const ref = customerRef(customer);
  const item = await table.get(customerKeys.note(ref, customer.manualVerification.version));
  return openItem(vault, ref, 'notes', item, noteText);
}
