// A customer's signals in the table: the facts in an item of their own beside the signup details.

import { noSuchCustomer } from '../../domain/faults.ts';
import type { SignalRepository } from '../../use-cases/ports/signals.ts';
import { alternativeItem, customerItem, policyItem, signalsItem, signupItem } from './items.ts';
import { customerKeys, subaccountKeys } from './keys.ts';
import { readZones } from './subaccount-repository.ts';
import type { Table } from './table.ts';

export function createSignalRepository(table: Table): SignalRepository {
  return {
    async loadFile(ref) {
      const [customer, policy, signup, alternative, facts, zones] = await table.getAll([
        customerKeys.profile(ref),
        subaccountKeys.policy(ref.subaccountId),
        customerKeys.signup(ref),
        customerKeys.alternative(ref),
        customerKeys.signals(ref),
        subaccountKeys.zones(ref.subaccountId),
      ]);
      if (customer == null) {
        throw noSuchCustomer();
      }
      return {
        customer: customerItem.parse(customer),
        policy: policyItem.parse(policy),
        signup: signup == null ? null : signupItem.parse(signup),
        alternativeMessage: alternative == null ? null : alternativeItem.parse(alternative).message,
        facts: facts == null ? null : signalsItem.parse(facts),
        zones: readZones(zones),
      };
    },

    async load(ref) {
      const item = await table.get(customerKeys.signals(ref));
      return item === null ? null : signalsItem.parse(item);
    },

    async save(ref, facts) {
      await table.putIf({ ...customerKeys.signals(ref), ...facts }, 'attribute_not_exists(pk)');
    },
  };
}
