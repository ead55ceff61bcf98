// The audit trail (SPEC 12): one entry for each version, in the same transaction as the change itself.

import { isDeepStrictEqual } from 'node:util';
import { actorName, type Actor } from '../../domain/actor.ts';
import type { CustomerChange } from '../../domain/customer-change.ts';
import { customerRef, type Customer } from '../../domain/customer.ts';
import { customerKeys } from './keys.ts';
import type { Item } from './table.ts';

/** Who did what when, with the fields that differ as they were and as they are. */
export function auditEntry(
  before: Customer | null,
  change: CustomerChange,
  actor: Actor,
  atMs: number,
): Item {
  const { after } = change;
  const was = before === null ? {} : auditView(before);
  const is = auditView(after);
  const changed = Object.keys(is).filter((field) => !isDeepStrictEqual(was[field], is[field]));
  return {
    ...customerKeys.audit(customerRef(after), after.version),
    version: after.version,
    atMs,
    actor: actorName(actor),
    action: change.action,
    before: before === null ? null : pick(was, changed),
    after: pick(is, changed),
    notes: change.notes,
  };
}

/** The notes of an operator stand in the entry itself, once. */
function auditView(customer: Customer): Item {
  const { subaccountId, id, version, manualVerification, ...rest } = customer;
  return { ...rest, manualVerification: manualVerification === null ? null : omitNotes(manualVerification) };
}

function omitNotes({ by, atMs }: { by: string; atMs: number }): Item {
  return { by, atMs };
}

function pick(fields: Item, names: readonly string[]): Item {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
