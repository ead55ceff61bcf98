// What a change of a customer writes, as one transaction: profile (at its version), audit entry, and what goes with it.

import { customerRef, type Customer, type CustomerRef } from '../../domain/customer.ts';
import type { SessionRecord } from '../../domain/session.ts';
import type { CustomerSave } from '../../use-cases/ports/customer-repository.ts';
import type { Vault } from '../encryption/vault.ts';
import { auditEntryItem } from './audit-entry.ts';
import { indexAttributes } from './customer-indexes.ts';
import { deadlineWrites } from './deadline-items.ts';
import { eventMarker } from './event-marker.ts';
import { identityItemOf } from './identity-item.ts';
import { customerKeys, lookupKeys } from './keys.ts';
import { openSessionAttributes } from './open-sessions.ts';
import { outboxItem } from './outbox-item.ts';
import { redactionWrites } from './redaction-items.ts';
import { sealItem } from './sealed-items.ts';
import type { Item, Table, Write } from './table.ts';

/** All that is saved with a change. The event's marker stands last, so that a refusal can be told from a lost race. */
export async function saveWrites(table: Table, vault: Vault, input: CustomerSave): Promise<Write[]> {
  const { before, change, atMs, notification, session, eventId } = input;
  const ref = customerRef(change.after);
  return [
    table.replace(profileItem(change.after), before.version),
    table.insert(auditEntryItem(input)),
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

/** The customer himself, with his places in the indexes. */
export function profileItem(customer: Customer): Item {
  return { ...customerKeys.profile(customerRef(customer)), ...customer, ...indexAttributes(customer) };
}

/** What a lookup item tells. */
export function owner(ref: CustomerRef): Item {
  return { subaccountId: ref.subaccountId, customerId: ref.customerId };
}
