// What a customer's state means for this page: what is asked of him, and which actions make sense.

import type { Customer, CustomerFile } from './customer-types.ts';

type Standing = Pick<
  CustomerFile,
  'identity_status' | 'identity_verification_required' | 'identity_verification_required_reason' | 'ride_gate'
>;

/** Whether he is asked to verify, by a requirement of his own or by the gate alone. */
export function isAskedToVerify(customer: Standing): boolean {
  return customer.identity_verification_required || !customer.ride_gate.allowed;
}

/** Whether clearing would change something; the API refuses it otherwise. */
export function canClear(customer: Standing): boolean {
  return customer.identity_status !== 'verified' && isAskedToVerify(customer);
}

/** Whether somebody may still vouch for him. */
export function canVerifyManually({ identity_status }: Pick<Standing, 'identity_status'>): boolean {
  return identity_status !== 'verified';
}

/**
 * Why he is asked, as the API's reason codes have it; null where nothing but his last check stands against him.
 * Customers from before a policy for all users have no reason of their own: the gate asks them.
 */
export function askedBecause(customer: Standing): string | null {
  const { identity_verification_required_reason: reason, identity_status: status } = customer;
  if (reason !== null) return reason;
  return status === null || status === 'pending' ? 'subaccount_policy' : null;
}

/** The page's customer once an action was answered. What the answer doesn't tell stays until it is read anew. */
export function withAnswer(file: CustomerFile, answer: Customer): CustomerFile {
  const merged = { ...file, ...answer };
  return {
    ...merged,
    ...(!merged.identity_manual_verification && { identity_manual_verification_notes: null }),
    ...(merged.identity_alternative_requested_at === null && { identity_alternative_message: null }),
    ...(isNewlyRedacted(file, answer) && nothingPersonal),
  };
}

function isNewlyRedacted(before: Customer, after: Customer): boolean {
  return (
    after.identity_redaction_status !== null &&
    after.identity_redaction_requested_at !== before.identity_redaction_requested_at
  );
}

/** What a redaction takes at once. */
const nothingPersonal = {
  identity_alternative_message: null,
  identity_manual_verification_notes: null,
  identity_id_type: null,
  identity_issuing_country: null,
  identity_first_name: null,
  identity_last_name: null,
  identity_dob: null,
  identity_address: null,
  identity_id_number: null,
  identity_expiration_date: null,
  identity_age_over: null,
  identity_age_over_18: null,
  email: null,
  name: null,
  phone: null,
  phone_type: null,
  phone_carrier: null,
  phone_is_prepaid: null,
  phone_risk_score: null,
  phone_country: null,
  signup_ip: null,
  signup_ip_city: null,
  signup_ip_region: null,
  signup_ip_country: null,
  signup_latitude: null,
  signup_longitude: null,
  signup_location_accuracy: null,
  signals: [],
} satisfies Partial<CustomerFile>;
