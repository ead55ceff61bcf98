// Customers in the table. A change is one transaction: customer-writes.ts.

import { customerRef } from '../../domain/customer.ts';
import { ConcurrentChange, Conflict, DuplicateEvent, noSuchCustomer } from '../../domain/faults.ts';
import type { CustomerRepository } from '../../use-cases/ports/customer-repository.ts';
import { lockedVault } from '../encryption/locked-vault.ts';
import type { Vault } from '../encryption/vault.ts';
import { auditEntryItem, readAuditTrail } from './audit-entry.ts';
import { customerLists } from './customer-lists.ts';
import { owner, profileItem, saveWrites } from './customer-writes.ts';
import { deadlineWrites } from './deadline-items.ts';
import { eventMarker, findUnprocessed } from './event-marker.ts';
import { customerItem, ownerItem, sessionOwnerItem } from './items.ts';
import { noteText, signupContent } from './sealed-contents.ts';
import { policyItem, subaccountItem } from './subaccount-items.ts';
import { customerKeys, lookupKeys, subaccountKeys } from './keys.ts';
import { outboxItem } from './outbox-item.ts';
import { openItem, sealItem } from './sealed-items.ts';
import { sessionRecords } from './session-records.ts';
import { TransactionRefused, type Table } from './table.ts';

/** Functions that neither seal nor open anything need no vault. */
export function createCustomerRepository(table: Table, vault: Vault = lockedVault): CustomerRepository {
  return {
    async loadForGate(ref) {
      const [customer, policy] = await table.getAll([
        customerKeys.profile(ref),
        subaccountKeys.policy(ref.subaccountId),
      ]);
      if (customer == null) return null;
      return { customer: customerItem.parse(customer), policy: policyItem.parse(policy) };
    },

    async loadContext(ref) {
      const [customer, policy, subaccount] = await table.getAll([
        customerKeys.profile(ref),
        subaccountKeys.policy(ref.subaccountId),
        subaccountKeys.profile(ref.subaccountId),
      ]);
      if (customer == null) {
        throw noSuchCustomer();
      }
      return {
        customer: customerItem.parse(customer),
        policy: policyItem.parse(policy),
        subaccount: subaccountItem.parse(subaccount),
      };
    },

    async loadSignup(ref) {
      return openItem(vault, ref, 'signup', await table.get(customerKeys.signup(ref)), signupContent);
    },

    async loadNotes(ref, version) {
      return openItem(vault, ref, 'notes', await table.get(customerKeys.note(ref, version)), noteText);
    },

    async create({ change, actor, atMs, notification, signup }) {
      const { after } = change;
      const ref = customerRef(after);
      const writes = [
        table.insert(profileItem(after)),
        table.insert(auditEntryItem({ before: null, change, actor, atMs, notification })),
        table.insert(await sealItem(vault, ref, 'signup', customerKeys.signup(ref), signup)),
        ...(notification === null ? [] : [table.insert(outboxItem(ref, after.version, notification))]),
        ...(after.stripeCustomerId === null
          ? []
          : [table.insert({ ...lookupKeys.stripeCustomer(after.stripeCustomerId), ...owner(ref) })]),
        ...deadlineWrites(table, null, after, undefined),
      ];
      try {
        await table.transact(writes);
        return true;
      } catch (fault) {
        if (!(fault instanceof TransactionRefused)) throw fault;
        if (fault.failed.has(0)) return false;
        if (fault.failed.size === 0) throw new ConcurrentChange();
        throw new Conflict('stripe_customer_taken', 'Another customer has this Stripe customer id.');
      }
    },

    async save(input) {
      const writes = await saveWrites(table, vault, input);
      try {
        await table.transact(writes);
      } catch (fault) {
        if (!(fault instanceof TransactionRefused)) throw fault;
        const marker = input.eventId === undefined ? -1 : writes.length - 1;
        throw fault.failed.has(marker) ? new DuplicateEvent() : new ConcurrentChange();
      }
    },

    ...sessionRecords(table),

    async findByStripeSession(sessionId) {
      const item = await table.get(lookupKeys.stripeSession(sessionId));
      if (item === null) return null;
      const { number, ...ref } = sessionOwnerItem.parse(item);
      return { ref, number };
    },

    async findByStripeCustomer(stripeCustomerId) {
      const item = await table.get(lookupKeys.stripeCustomer(stripeCustomerId));
      return item === null ? null : ownerItem.parse(item);
    },

    async markEventProcessed(eventId, atMs) {
      await table.putIf(eventMarker(eventId, atMs), 'attribute_not_exists(pk)');
    },

    auditTrail: (ref, page) => readAuditTrail(table, vault, ref, page),

    unprocessedEvents: (eventIds) => findUnprocessed(table, eventIds),

    ...customerLists(table),
  };
}
