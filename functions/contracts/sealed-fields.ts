// What personal data is sealed as: the vault binds each ciphertext to one of these, and each role is limited to some.

import { verifiedFieldNames } from '../domain/verified-data.ts';

/** Verified data, field by field. */
export const identityFields = Object.values(verifiedFieldNames);

/**
 * What a ciphertext holds. Bound to it, beside tenant and customer: moved elsewhere it doesn't open. `masked` is
 * verified data as it is shown covered.
 */
export type SealedField =
  (typeof identityFields)[number] | 'masked' | 'signup' | 'signals' | 'alternative' | 'notes';
