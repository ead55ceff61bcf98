// What a redaction writes beside its customer, in the same transaction: what has a key of its own goes at once.

import * as z from 'zod';
import { customerRef, type CustomerRef } from '../../domain/customer.ts';
import { openRedaction } from '../../domain/redaction.ts';
import type { CustomerSave } from '../../use-cases/ports/customer-repository.ts';
import { redactionDeadline } from './deadline-index.ts';
import { customerKeys } from './keys.ts';
import type { Table, Write } from './table.ts';

/** Lists an open redaction. `version` is the customer's with which it was asked for: older notes are to go. */
export const redactionItem = z.object({ version: z.int() });

export function redactionWrites(table: Table, { before, change, erasesPersonalData }: CustomerSave): Write[] {
  const { after } = change;
  const ref = customerRef(after);
  const open = openRedaction(after);
  if (open === null) {
    return openRedaction(before) === null ? [] : [table.remove(customerKeys.redaction(ref))];
  }
  if (erasesPersonalData !== true) return [];
  const listed = redactionDeadline(ref, open.requestedAtMs);
  return [
    ...personalItems(ref).map((key) => table.remove(key)),
    table.put({ ...customerKeys.redaction(ref), version: after.version, ...listed }),
  ];
}

function personalItems(ref: CustomerRef) {
  const { identity, signup, signals, alternative, retention, documentExpiry } = customerKeys;
  return [identity, signup, signals, alternative, retention, documentExpiry].map((keyOf) => keyOf(ref));
}
