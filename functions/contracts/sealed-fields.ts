// What personal data is sealed as: the vault binds each ciphertext to one of these, and each role is limited to some.

/** Verified data, field by field. */
export const identityFields = [
  'identity_first_name',
  'identity_last_name',
  'identity_dob',
  'identity_id_type',
  'identity_address',
  'identity_id_number',
  'identity_issuing_country',
  'identity_expiration_date',
] as const;

/**
 * What a ciphertext holds. Bound to it, beside tenant and customer: moved elsewhere it doesn't open. `masked` is
 * verified data as it is shown covered.
 */
export type SealedField =
  (typeof identityFields)[number] | 'masked' | 'signup' | 'signals' | 'alternative' | 'notes';
