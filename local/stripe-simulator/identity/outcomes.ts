/** How a verification can end: verified, or each of Stripe's `last_error` codes with its reason and the check it belongs to. */

/** The part of a report that carries the error. `none`: the session ends without a report, as nothing was checked. */
type Check = 'document' | 'selfie' | 'id_number' | 'email' | 'phone' | 'none';

interface Failure {
  reason: string;
  check: Check;
}

/** https://docs.stripe.com/identity/handle-verification-outcomes; the codes are those of the `stripe` package. */
export const FAILURES = {
  document_expired: { reason: 'The document is expired.', check: 'document' },
  document_type_not_supported: { reason: 'The provided document type is not supported.', check: 'document' },
  document_unverified_other: { reason: 'The document could not be verified.', check: 'document' },
  selfie_document_missing_photo: {
    reason: 'The provided document did not contain a photo of a face.',
    check: 'selfie',
  },
  selfie_face_mismatch: {
    reason: "The captured face image did not match with the document's face.",
    check: 'selfie',
  },
  selfie_manipulated: { reason: 'The captured face image was manipulated.', check: 'selfie' },
  selfie_unverified_other: { reason: 'The selfie could not be verified.', check: 'selfie' },
  id_number_insufficient_document_data: {
    reason: 'The document did not contain enough information to verify the ID number.',
    check: 'id_number',
  },
  id_number_mismatch: {
    reason: 'The ID number did not match the name and date of birth.',
    check: 'id_number',
  },
  id_number_unverified_other: { reason: 'The ID number could not be verified.', check: 'id_number' },
  email_unverified_other: { reason: 'The email address could not be verified.', check: 'email' },
  email_verification_declined: { reason: 'The user declined to verify the email address.', check: 'email' },
  phone_unverified_other: { reason: 'The phone number could not be verified.', check: 'phone' },
  phone_verification_declined: { reason: 'The user declined to verify the phone number.', check: 'phone' },
  // Reports have no error code for these two: their document check stays unverified.
  under_supported_age: {
    reason: 'Stripe does not verify users under the age of majority.',
    check: 'document',
  },
  country_not_supported: {
    reason: 'Stripe does not verify users from the provided country.',
    check: 'document',
  },
  device_not_supported: {
    reason: "The user's device does not have a camera that can be used.",
    check: 'none',
  },
  abandoned: { reason: 'The user did not finish the verification.', check: 'none' },
  consent_declined: { reason: 'The user declined to be verified by Stripe.', check: 'none' },
} as const satisfies Record<string, Failure>;

export type FailureCode = keyof typeof FAILURES;
export type Outcome = 'verified' | FailureCode;

/** Every outcome that a submission may name. */
export const OUTCOMES: readonly ['verified', ...FailureCode[]] = ['verified', ...failureCodes()];

/** Does Stripe check anything, and so make a report? */
export function isChecked(outcome: Outcome): boolean {
  return outcome === 'verified' || FAILURES[outcome].check !== 'none';
}

/** The `last_error` of a failure. */
export function lastErrorOf(code: FailureCode): { code: string; reason: string } {
  return { code, reason: FAILURES[code].reason };
}

/** The error of one check in a report, if that is where this outcome failed. */
export function checkErrorOf(outcome: Outcome, check: Check): { code: string; reason: string } | null {
  if (outcome === 'verified' || FAILURES[outcome].check !== check) return null;
  if (outcome === 'under_supported_age' || outcome === 'country_not_supported') {
    return lastErrorOf('document_unverified_other');
  }
  return lastErrorOf(outcome);
}

function failureCodes(): FailureCode[] {
  return Object.keys(FAILURES).filter((code): code is FailureCode => code in FAILURES);
}
