// The audit trail: who did what when, with the fields that differ as they were and as they are.

import { isDeepStrictEqual } from 'node:util';
import { actorName, type Actor } from './actor.ts';
import type { CustomerChange } from './customer-change.ts';
import type { Customer } from './customer.ts';

/** All that the trail tells of: not who the customer is, and not the notes, which stand in the entry itself. */
type Audited = Omit<Customer, 'subaccountId' | 'id' | 'version' | 'createdAtMs' | 'manualVerification'> & {
  manualVerification: { by: string; atMs: number } | null;
};

/** Some of the audited fields: those that a change touched. */
export type AuditedFields = { [Field in keyof Audited]?: Audited[Field] | undefined };

/** One change of a customer: exactly one for each version, never changed. */
export type AuditEntry = {
  version: number;
  atMs: number;
  /** `operator:u_1`, `stripe:evt_1`, … */
  actor: string;
  action: string;
  /** Null where there was no customer before. */
  before: AuditedFields | null;
  after: AuditedFields;
  notes: string | null;
};

const auditedFields = [
  'stripeCustomerId',
  'requirement',
  'epoch',
  'identityStatus',
  'identityStatusAtMs',
  'verifiedAtMs',
  'attemptCount',
  'lastError',
  'manualVerification',
  'risk',
  'firstChargeId',
  'alternativeRequestedAtMs',
  'session',
  'sessionCount',
] as const satisfies readonly (keyof Audited)[];

/** The entry of a change; `before` is null for a new customer. */
export function auditEntryOf(
  before: Customer | null,
  change: CustomerChange,
  actor: Actor,
  atMs: number,
): AuditEntry {
  const was = before === null ? null : audited(before);
  const is = audited(change.after);
  return {
    version: change.after.version,
    atMs,
    actor: actorName(actor),
    action: change.action,
    before: was === null ? null : difference(was, is),
    after: difference(is, was),
    notes: change.notes,
  };
}

function audited({ manualVerification, ...customer }: Customer): Audited {
  if (manualVerification === null) return { ...customer, manualVerification };
  const { by, atMs } = manualVerification;
  return { ...customer, manualVerification: { by, atMs } };
}

/** The fields of one state that another hasn't the same. */
function difference(of: Audited, from: Audited | null): AuditedFields {
  const found: AuditedFields = {};
  for (const field of auditedFields) {
    if (from === null || !isDeepStrictEqual(of[field], from[field]))
      Object.assign(found, { [field]: of[field] });
  }
  return found;
}
