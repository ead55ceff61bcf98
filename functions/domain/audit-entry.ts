// The audit trail: who did what when, with the fields that differ as they were and as they are.

import { isDeepStrictEqual } from 'node:util';
import { actorName, type Actor } from './actor.ts';
import type { CustomerChange } from './customer-change.ts';
import type { Customer } from './customer.ts';
import type { Notification } from './notification.ts';
import type { BiometricConsent } from './session.ts';

/** All that the trail tells of: not who the customer is, nor how old. Entries outlive a redaction. */
type Audited = Omit<Customer, 'subaccountId' | 'id' | 'version' | 'createdAtMs' | 'ageClaims'>;

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
  /** Which personal data somebody was shown, by the names of its fields. */
  revealed: readonly string[] | null;
  /** What the rider said to biometrics; null where the change isn't about that. */
  consent: BiometricConsent | null;
  /** The push that was saved with the change. Its words stand elsewhere, and not for long. */
  notification: Pick<Notification, 'id' | 'kind'> | null;
  /** Our own words. */
  remark: string | null;
  /** The operator's own words. Kept apart from the entry: a redaction takes them, and the entry never changes. */
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
  'redaction',
  'risk',
  'firstChargeId',
  'alternativeRequestedAtMs',
  'session',
  'sessionCount',
] as const satisfies readonly (keyof Audited)[];

/** A change as it is saved; `before` is null for a new customer. */
export type AuditedChange = {
  before: Customer | null;
  change: CustomerChange;
  actor: Actor;
  atMs: number;
  notification: Notification | null;
};

/** The entry of a change. */
export function auditEntryOf({ before, change, actor, atMs, notification }: AuditedChange): AuditEntry {
  const { after: is } = change;
  return {
    version: change.after.version,
    atMs,
    actor: actorName(actor),
    action: change.action,
    before: before === null ? null : difference(before, is),
    after: difference(is, before),
    revealed: change.revealed ?? null,
    consent: change.consent ?? null,
    notification: notification === null ? null : { id: notification.id, kind: notification.kind },
    remark: change.remark ?? null,
    notes: change.notes,
  };
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
