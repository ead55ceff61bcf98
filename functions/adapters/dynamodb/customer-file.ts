// All that a customer's page shows, from his partition and his subaccount's.

import { customerRef, type Customer } from '../../domain/customer.ts';
import { noSuchCustomer } from '../../domain/faults.ts';
import type { CustomerFileRepository } from '../../use-cases/ports/customer-file.ts';
import type { Vault } from '../encryption/vault.ts';
import { openMasked } from './identity-item.ts';
import { customerItem } from './items.ts';
import { alternativeMessage, noteText, signalFacts, signupContent } from './sealed-contents.ts';
import { policyItem } from './subaccount-items.ts';
import { customerKeys, subaccountKeys } from './keys.ts';
import { openItem } from './sealed-items.ts';
import { readZones } from './subaccount-repository.ts';
import type { Table } from './table.ts';

export function createCustomerFileRepository(table: Table, vault: Vault): CustomerFileRepository {
  return {
    async load(ref) {
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
  };
}

async function readManualNotes(table: Table, vault: Vault, customer: Customer): Promise<string | null> {
  if (customer.manualVerification === null) return null;
  const ref = customerRef(customer);
  const item = await table.get(customerKeys.note(ref, customer.manualVerification.version));
  return openItem(vault, ref, 'notes', item, noteText);
}
