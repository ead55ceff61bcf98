// The CustomerRepository port on plain maps. Each method checks and writes without waiting in between, so it
// is as atomic as a transaction; test/adapters holds it to the same contract as the real one.

import { customerRef, type CustomerRef } from '../../../functions/domain/customer.ts';
import {
  ConcurrentChange,
  Conflict,
  DuplicateEvent,
  noSuchCustomer,
} from '../../../functions/domain/faults.ts';
import { mayStillChange, type SessionRecord } from '../../../functions/domain/session.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import { countCustomers, listCustomers, searchCustomers } from './customer-list.ts';
import { writeDeadlines } from './deadlines.ts';
import { writeRedaction } from './redaction-leftovers.ts';
import { auditTrail, copy, customerKey, sessionKey, writeChange, type Storage } from './storage.ts';
import { newestVersionsFirst } from './versions.ts';

export function createInMemoryCustomerRepository(storage: Storage): CustomerRepository {
  return {
    loadForGate: settled((ref) => {
      const customer = storage.customers.get(customerKey(ref));
      if (customer === undefined) return null;
      return { customer: copy(customer), policy: copy(required(storage.policies.get(ref.subaccountId))) };
    }),

    loadContext: settled((ref) => {
      const customer = storage.customers.get(customerKey(ref));
      if (customer === undefined) throw noSuchCustomer();
      return {
        customer: copy(customer),
        policy: copy(required(storage.policies.get(ref.subaccountId))),
        subaccount: copy(required(storage.subaccounts.get(ref.subaccountId))),
      };
    }),

    loadNotes: settled(
      (ref, version) => auditTrail(storage, ref).find((entry) => entry.version === version)?.notes ?? null,
    ),
    loadSignup: settled((ref) => copy(storage.signups.get(customerKey(ref)) ?? null)),

    create: settled((input) => {
      const { after } = input.change;
      const ref = customerRef(after);
      if (storage.customers.has(customerKey(ref))) return false;
      if (after.stripeCustomerId !== null) {
        if (storage.stripeCustomers.has(after.stripeCustomerId)) {
          throw new Conflict('stripe_customer_taken', 'Another customer has this Stripe customer id.');
        }
        storage.stripeCustomers.set(after.stripeCustomerId, ref);
      }
      storage.signups.set(customerKey(ref), copy(input.signup));
      writeDeadlines(storage, null, input);
      writeChange(storage, input);
      return true;
    }),

    save: settled((input) => {
      const ref = customerRef(input.change.after);
      if (input.eventId !== undefined && storage.events.has(input.eventId)) throw new DuplicateEvent();
      if (storage.customers.get(customerKey(ref))?.version !== input.before.version) {
        throw new ConcurrentChange();
      }
      if (input.eventId !== undefined) storage.events.add(input.eventId);
      if (input.session !== undefined) writeSession(storage, ref, input.session, input.atMs);
      if (input.alternativeMessage !== undefined) {
        storage.alternativeMessages.set(customerKey(ref), input.alternativeMessage);
      }
      if (input.identity === null) storage.identities.delete(customerKey(ref));
      else if (input.identity !== undefined) storage.identities.set(customerKey(ref), copy(input.identity));
      writeRedaction(storage, input);
      writeDeadlines(storage, input.before, input);
      writeChange(storage, input);
    }),

    reserveSession: settled((ref, wanted, staleBeforeMs) => {
      const key = sessionKey(ref, wanted.number);
      const earlier = storage.sessions.get(key);
      if (earlier === undefined) {
        storage.sessions.set(key, copy(wanted));
        return wanted;
      }
      if (earlier.sessionId !== null) throw new ConcurrentChange();
      if (earlier.epoch !== wanted.epoch) return copy(earlier);
      if (!storage.releasedClaims.has(earlier.claimId) && earlier.startedAtMs >= staleBeforeMs) {
        return copy(earlier);
      }
      const replacement = { ...wanted, replacesClaim: true };
      storage.sessions.set(key, copy(replacement));
      return replacement;
    }),

    releaseSession: settled((ref, claim) => {
      const key = sessionKey(ref, claim.number);
      const held = storage.sessions.get(key);
      if (held?.claimId !== claim.claimId || held.sessionId !== null) return;
      storage.sessions.set(key, copy(claim));
      storage.releasedClaims.add(claim.claimId);
    }),

    loadSession: settled((ref, number) => copy(storage.sessions.get(sessionKey(ref, number)) ?? null)),
    findByStripeSession: settled((sessionId) => copy(storage.stripeSessions.get(sessionId) ?? null)),
    findByStripeCustomer: settled((id) => copy(storage.stripeCustomers.get(id) ?? null)),

    markEventProcessed: settled((eventId) => {
      storage.events.add(eventId);
    }),

    auditTrail: settled((ref, page) => {
      const { items, nextCursor } = newestVersionsFirst(auditTrail(storage, ref), page);
      return { entries: items, nextCursor };
    }),

    unprocessedEvents: settled((ids) => new Set(ids.filter((id) => !storage.events.has(id)))),

    list: settled((subaccountId, filter, page) => listCustomers(storage, subaccountId, filter, page)),
    count: settled((subaccountId, filter, atMost) => countCustomers(storage, subaccountId, filter, atMost)),
    search: settled((subaccountId, search) => searchCustomers(storage, subaccountId, search)),
  };
}

/** Answers as a promise, also where it throws. */
function settled<Input extends unknown[], Answer>(
  answer: (...input: Input) => Answer,
): (...input: Input) => Promise<Answer> {
  return (...input) => new Promise((resolve) => resolve(answer(...input)));
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the subaccount has no policy');
  return value;
}

function writeSession(storage: Storage, ref: CustomerRef, session: SessionRecord, atMs: number): void {
  const key = sessionKey(ref, session.number);
  storage.sessions.set(key, copy(session));
  if (session.sessionId !== null && mayStillChange(session.status)) {
    const { number, sessionId } = session;
    storage.openSessions.set(key, { ref: copy(ref), number, sessionId, sinceMs: atMs });
  } else {
    storage.openSessions.delete(key);
  }
  if (session.sessionId !== null) {
    storage.stripeSessions.set(session.sessionId, { ref, number: session.number });
  }
}
