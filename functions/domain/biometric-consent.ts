// What a rider says to the comparison of face and document, and what that means for a session of his.

import { changeCustomer, type CustomerChange } from './customer-change.ts';
import type { Customer } from './customer.ts';
import type { BiometricConsent, SessionRecord } from './session.ts';

/** An answer to some version of the words; null where he wasn't told which. */
export type SaidConsent = Omit<BiometricConsent, 'atMs'>;

/** Whether something is said that isn't kept yet. The same answer without a version says nothing new. */
export function isNewConsent(kept: BiometricConsent | null, said: SaidConsent | null): said is SaidConsent {
  if (said === null) return false;
  if (kept?.given !== said.given) return true;
  return said.version !== null && said.version !== kept.version;
}

/** Whether a session asks for the comparison that its rider has declined, or may do so by its flow. */
export function asksForDeclinedSelfie({ options, consent }: SessionRecord): boolean {
  return consent?.given === false && (options.requireSelfie || options.verificationFlow !== null);
}

/** Keeps what a rider says with a session that was started before he said it. */
export function recordConsent(
  customer: Customer,
  record: SessionRecord,
  said: SaidConsent,
  nowMs: number,
): { change: CustomerChange; record: SessionRecord } {
  const consent = { ...said, atMs: nowMs };
  return {
    change: changeCustomer(customer, 'consent_recorded', {}, { consent }),
    record: { ...record, consent },
  };
}
