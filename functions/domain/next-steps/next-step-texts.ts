/**
 * Stripe's codes, and ours of the operator's own age limit: `under_minimum_age`, and `age_unconfirmed` where
 * Stripe doesn't let us see the date of birth.
 */
export type NextStepCode =
  | 'abandoned'
  | 'consent_declined'
  | 'country_not_supported'
  | 'device_not_supported'
  | 'document_expired'
  | 'document_type_not_supported'
  | 'document_unverified_other'
  | 'email_unverified_other'
  | 'email_verification_declined'
  | 'id_number_insufficient_document_data'
  | 'id_number_mismatch'
  | 'id_number_unverified_other'
  | 'phone_unverified_other'
  | 'phone_verification_declined'
  | 'selfie_document_missing_photo'
  | 'selfie_face_mismatch'
  | 'selfie_manipulated'
  | 'selfie_unverified_other'
  | 'under_supported_age'
  | 'under_minimum_age'
  | 'age_unconfirmed';

export type NextStepTexts = {
  steps: Readonly<Record<NextStepCode, string>>;
  /** For a code that nobody knows yet. */
  general: string;
};
