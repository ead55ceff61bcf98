// Customers in the table. A change is one transaction: profile (at its version), audit entry, and what goes with it.

import { customerRef, type Customer, type CustomerRef } from '../../domain/customer.ts';
import { ConcurrentChange, Conflict, DuplicateEvent, noSuchCustomer } from '../../domain/faults.ts';
import type { SessionRecord } from '../../domain/session.ts';
import type { CustomerRepository, CustomerSave } from '../../use-cases/ports/customer-repository.ts';
import { lockedVault } from '../encryption/locked-vault.ts';
import type { Vault } from '../encryption/vault.ts';
import { auditEntryItem, readAuditTrail } from './audit-entry.ts';
import { indexAttributes, indexFor, inIndex } from './customer-indexes.ts';
import { deadlineWrites } from './deadline-items.ts';
import { eventMarker, findUnprocessed } from './event-marker.ts';
import { identityItemOf } from './identity-item.ts';
import {
  customerItem,
  ownerItem,
  policyItem,
  noteText,
  sessionOwnerItem,
  signupContent,
  subaccountItem,
} from './items.ts';
import { customerKeys, lookupKeys, subaccountKeys } from './keys.ts';
import { openSessionAttributes } from './open-sessions.ts';
import { outboxItem } from './outbox-item.ts';
import { queryPage } from './page.ts';
import { redactionWrites } from './redaction-items.ts';
import { openItem, sealItem } from './sealed-items.ts';
import { sessionRecords } from './session-records.ts';
import { TransactionRefused, type Item, type Table, type Write } from './table.ts';

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
        table.insert(auditEntryItem(null, change, actor, atMs)),
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

    async list(subaccountId, filter, { cursor, limit }) {
      const index = indexFor(subaccountId, filter);
      const query = { ...inIndex(index, subaccountId, cursor), ScanIndexForward: index.oldestFirst };
      const { items, nextCursor } = await queryPage(table, query, { limit, sortKey: index.sk });
      return { customers: items.map((item) => customerItem.parse(item)), nextCursor };
    },
  };
}

/** The event's marker stands last, so that a refusal can be told from a lost race. */
async function saveWrites(table: Table, vault: Vault, input: CustomerSave): Promise<Write[]> {
  const { before, change, actor, atMs, notification, session, eventId } = input;
  const ref = customerRef(change.after);
  return [
    table.replace(profileItem(change.after), before.version),
    table.insert(auditEntryItem(before, change, actor, atMs)),
    ...(notification === null ? [] : [table.insert(outboxItem(ref, change.after.version, notification))]),
    ...(session === undefined ? [] : sessionWrites(table, ref, session, atMs)),
    ...(await personalDataWrites(table, vault, input)),
    ...deadlineWrites(table, before, change.after, input.documentExpiry),
    ...redactionWrites(table, input),
    ...(eventId === undefined ? [] : [table.insert(eventMarker(eventId, atMs))]),
  ];
}

/** What is sealed before it is stored. */
async function personalDataWrites(
  table: Table,
  vault: Vault,
  { change, alternativeMessage, identity }: CustomerSave,
): Promise<Write[]> {
  const ref = customerRef(change.after);
  const { notes } = change;
  const note = customerKeys.note(ref, change.after.version);
  const alternative = customerKeys.alternative(ref);
  return [
    ...(notes === null ? [] : [table.insert(await sealItem(vault, ref, 'notes', note, notes))]),
    ...(alternativeMessage === undefined
      ? []
      : [table.put(await sealItem(vault, ref, 'alternative', alternative, alternativeMessage))]),
    ...(identity === undefined
      ? []
      : [
          identity === null
            ? table.remove(customerKeys.identity(ref))
            : table.put(await identityItemOf(vault, ref, identity)),
        ]),
  ];
}

function sessionWrites(table: Table, ref: CustomerRef, session: SessionRecord, atMs: number): Write[] {
  const record = table.put({
    ...customerKeys.session(ref, session.number),
    ...session,
    ...openSessionAttributes(ref, session, atMs),
  });
  if (session.sessionId === null) return [record];
  const lookup = { ...lookupKeys.stripeSession(session.sessionId), ...owner(ref), number: session.number };
  return [record, table.put(lookup)];
}

function profileItem(customer: Customer): Item {
  return { ...customerKeys.profile(customerRef(customer)), ...customer, ...indexAttributes(customer) };
}

function owner(ref: CustomerRef): Item {
  return { subaccountId: ref.subaccountId, customerId: ref.customerId };
}
