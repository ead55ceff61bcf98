// Customers in the table. A change is one transaction: profile (at its version), audit entry, and what goes with it.

import { customerRef, type Customer, type CustomerRef } from '../../domain/customer.ts';
import { ConcurrentChange, Conflict, DuplicateEvent, noSuchCustomer } from '../../domain/faults.ts';
import type { SessionRecord } from '../../domain/session.ts';
import type { CustomerRepository, CustomerSave } from '../../use-cases/ports/customer-repository.ts';
import { auditEntryItem, readAuditTrail } from './audit-entry.ts';
import { indexAttributes, indexFor, inIndex } from './customer-indexes.ts';
import { eventMarker, findUnprocessed } from './event-marker.ts';
import {
  customerItem,
  ownerItem,
  policyItem,
  sessionOwnerItem,
  signupItem,
  subaccountItem,
} from './items.ts';
import { customerKeys, lookupKeys, subaccountKeys } from './keys.ts';
import { openSessionAttributes } from './open-sessions.ts';
import { outboxItem } from './outbox-item.ts';
import { queryPage } from './page.ts';
import { sessionRecords } from './session-records.ts';
import { TransactionRefused, type Item, type Table, type Write } from './table.ts';

export function createCustomerRepository(table: Table): CustomerRepository {
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
      const item = await table.get(customerKeys.signup(ref));
      return item === null ? null : signupItem.parse(item);
    },

    async create({ change, actor, atMs, notification, signup }) {
      const { after } = change;
      const ref = customerRef(after);
      const writes = [
        table.insert(profileItem(after)),
        table.insert(auditEntryItem(null, change, actor, atMs)),
        table.insert({ ...customerKeys.signup(ref), ...signup }),
        ...(notification === null ? [] : [table.insert(outboxItem(ref, after.version, notification))]),
        ...(after.stripeCustomerId === null
          ? []
          : [table.insert({ ...lookupKeys.stripeCustomer(after.stripeCustomerId), ...owner(ref) })]),
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
      const writes = saveWrites(table, input);
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

    auditTrail: (ref, page) => readAuditTrail(table, ref, page),

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
function saveWrites(table: Table, input: CustomerSave): Write[] {
  const { before, change, actor, atMs, notification, session, alternativeMessage, eventId } = input;
  const ref = customerRef(change.after);
  return [
    table.replace(profileItem(change.after), before.version),
    table.insert(auditEntryItem(before, change, actor, atMs)),
    ...(notification === null ? [] : [table.insert(outboxItem(ref, change.after.version, notification))]),
    ...(session === undefined ? [] : sessionWrites(table, ref, session, atMs)),
    ...(alternativeMessage === undefined
      ? []
      : [table.put({ ...customerKeys.alternative(ref), message: alternativeMessage })]),
    ...(eventId === undefined ? [] : [table.insert(eventMarker(eventId, atMs))]),
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
