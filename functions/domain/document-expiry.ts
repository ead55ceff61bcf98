// When a verified customer is told that his document expires, and when he has to verify again. Days are UTC days, and
// a document is good to the end of the day on its face.

import { dayMs, utcDay } from './calendar-date.ts';
import { changeCustomer, type CustomerChange } from './customer-change.ts';
import type { Customer } from './customer.ts';
import { decideRequireVerification } from './operator-requirement.ts';
import type { PolicyRules } from './policy.ts';

/** How many days before the document expires its owner is told, at most once each. */
export const reminderDays = [30, 7, 1] as const;
export type ReminderDays = (typeof reminderDays)[number];

/**
 * The day on a verified document (`2030-04-15`), and the reminder whose time came last: it was sent, or nobody wanted
 * it then. It doesn't come again.
 */
export type DocumentExpiry = { expiresOn: string; reachedDays: ReminderDays | null };

type ExpiryRules = Pick<PolicyRules, 'documentExpiryReminders' | 'documentExpiryReverification'>;

/** What is to be saved: a change of the customer, if any, and what is kept of the expiry; null keeps nothing. */
export type ExpiryDecision = { change: CustomerChange | null; expiry: DocumentExpiry | null };

/** Whether a policy has a use for the day on which documents expire. */
export function actsOnDocumentExpiry(policy: ExpiryRules): boolean {
  return policy.documentExpiryReminders || policy.documentExpiryReverification;
}

/** Whether a change takes the verification away, and with it what is kept of its document's expiry. */
export function endsVerification(before: Customer | null, after: Customer): boolean {
  return before !== null && before.verifiedAtMs !== null && after.verifiedAtMs === null;
}

/** Null where nothing is to be done yet. */
export function decideDocumentExpiry(
  customer: Customer,
  expiry: DocumentExpiry,
  policy: ExpiryRules,
  nowMs: number,
): ExpiryDecision | null {
  // An operator who vouches for somebody has seen no document that we know of.
  const counts = customer.identityStatus === 'verified' && customer.manualVerification === null;
  if (!counts || !actsOnDocumentExpiry(policy)) return { change: null, expiry: null };
  const daysLeft = daysUntil(expiry.expiresOn, nowMs);
  if (daysLeft < 0)
    return { change: policy.documentExpiryReverification ? expired(customer, nowMs) : null, expiry: null };
  const reached = reachedReminder(daysLeft);
  if (reached === null || (expiry.reachedDays !== null && expiry.reachedDays <= reached)) return null;
  return {
    change: policy.documentExpiryReminders ? reminded(customer, daysLeft) : null,
    expiry: { ...expiry, reachedDays: reached },
  };
}

/** The first UTC day on which there is something to decide. */
export function nextExpiryDay({ expiresOn, reachedDays }: DocumentExpiry): string {
  const next = reminderDays.find((days) => reachedDays === null || days < reachedDays);
  return utcDay(startOfDay(expiresOn) - (next ?? -1) * dayMs);
}

/** Whole days from today to a day: 0 on the day itself, negative after it. */
function daysUntil(day: string, nowMs: number): number {
  return (startOfDay(day) - startOfDay(utcDay(nowMs))) / dayMs;
}

function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

/** The nearest reminder whose time has come: where several were missed, one is enough. */
function reachedReminder(daysLeft: number): ReminderDays | null {
  return reminderDays.findLast((days) => daysLeft <= days) ?? null;
}

function reminded(customer: Customer, daysLeft: number): CustomerChange {
  const push = { notification: 'document_expiring', documentDaysLeft: daysLeft } as const;
  return changeCustomer(customer, 'document_expiry_reminded', {}, push);
}

function expired(customer: Customer, nowMs: number): CustomerChange | null {
  return decideRequireVerification(customer, { code: 'document_expired', notes: null }, nowMs);
}
