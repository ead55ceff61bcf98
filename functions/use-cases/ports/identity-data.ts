// What is kept of a customer's document.

import type { CustomerRef } from '../../domain/customer.ts';
import type { VerifiedData, VerifiedField } from '../../domain/verified-data.ts';

/** Verified data, the session at Stripe that gave it, and when it was taken from there. */
export type KeptIdentity = { data: VerifiedData; sessionId: string; capturedAtMs: number };

/** The verified data of customers. Whoever may use this reads documents: operators' reveals and exports alone. */
export type IdentityDataRepository = {
  /** Strongly consistent; null where none is kept. Opens the wanted fields alone: in `data` the others are null. */
  load: (ref: CustomerRef, wanted: readonly VerifiedField[]) => Promise<KeptIdentity | null>;
};
