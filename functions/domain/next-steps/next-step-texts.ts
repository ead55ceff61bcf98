/** Stripe's codes, and `under_minimum_age`: the operator's own age limit, stricter than Stripe's. */
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
  | 'under_minimum_age';

export type NextStepTexts = {
  steps: Readonly<Record<NextStepCode, string>>;
  /** For a code that nobody knows yet. */
  general: string;
};
