// Field-level encryption: what is sealed here opens only for the same customer and field.

import type { SealedField } from '../../contracts/sealed-fields.ts';
import type { CustomerRef } from '../../domain/customer.ts';

export type { SealedField } from '../../contracts/sealed-fields.ts';

/**
 * Both calls may ask KMS.
 * @throws StorageUnavailable where it can't be reached or is throttled, and NotSetUp where it refuses
 */
export type Vault = {
  seal: (ref: CustomerRef, field: SealedField, plaintext: string) => Promise<Uint8Array>;
  /** @throws Unreadable where it was not sealed for just this customer and field, or was tampered with */
  open: (ref: CustomerRef, field: SealedField, sealed: Uint8Array) => Promise<string>;
};
