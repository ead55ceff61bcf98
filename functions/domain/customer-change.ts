// A decided change of one customer, as data: saved as a whole with its audit entry and its push, or not at all.

import type { Customer } from './customer.ts';
import type { NotificationKind } from './notification.ts';
import type { RequirementReason } from './requirement.ts';
import type { BiometricConsent } from './session.ts';

/** What can be done, as the audit trail names it. */
export const customerActions = [
  'customer_created',
  'requirement_raised',
  'requirement_cleared',
  'risk_assessed',
  'session_started',
  'consent_recorded',
  'session_pending',
  'identity_verified',
  'identity_requires_input',
  'identity_failed',
  'identity_canceled',
  'manually_verified',
  'alternative_requested',
  'identity_revealed',
  'customer_exported',
  'redaction_requested',
  'redaction_completed',
  'identity_redacted',
  'document_expiry_reminded',
] as const;
export type CustomerAction = (typeof customerActions)[number];

/**
 * `notes` are an operator's own words; `notification` is the push that goes with it. `revealed` names the fields of
 * personal data that the operator is shown, `documentDaysLeft` says in how many days the document expires that the push is about.
 */
export type CustomerChange = {
  after: Customer;
  action: CustomerAction;
  notes: string | null;
  /** Our own words, which name nobody: they stay where notes are taken away. */
  remark?: string;
  notification: NotificationKind | null;
  revealed?: readonly string[];
  /** What the rider said to biometrics. */
  consent?: BiometricConsent | null;
  documentDaysLeft?: number;
};

/** The next version of a customer, with what makes it differ. */
export function changeCustomer(
  before: Customer,
  action: CustomerAction,
  difference: Partial<Omit<Customer, 'subaccountId' | 'id' | 'version' | 'createdAtMs'>>,
  extra: {
    notes?: string | null;
    notification?: NotificationKind | null;
    revealed?: readonly string[];
    consent?: BiometricConsent | null;
    documentDaysLeft?: number;
  } = {},
): CustomerChange {
  return {
    after: { ...before, ...difference, version: before.version + 1 },
    action,
    notes: extra.notes ?? null,
    notification: extra.notification ?? null,
    ...(extra.revealed !== undefined && { revealed: extra.revealed }),
    ...(extra.consent !== undefined && { consent: extra.consent }),
    ...(extra.documentDaysLeft !== undefined && { documentDaysLeft: extra.documentDaysLeft }),
  };
}

/** What raising a requirement changes; a session that is under way keeps counting. */
export function raisedRequirement(
  customer: Customer,
  reason: RequirementReason,
  atMs: number,
): Pick<Customer, 'requirement' | 'epoch'> {
  return { requirement: { state: 'required', atMs, reason }, epoch: customer.epoch + 1 };
}
