// One customer's page, as operators and services see it: the customer, who he said he is, who Stripe found him to
// be (covered), and his signals.

import * as z from 'zod';
import type { Customer } from '../domain/customer.ts';
import type { RideGatePolicy } from '../domain/ride-gate.ts';
import type { Signals } from '../domain/signals/signals.ts';
import type { SignupDetails } from '../domain/signup.ts';
import type { MaskedData } from '../domain/verified-data.ts';
import { customerJson, toCustomerJson } from './customer.ts';
import { signalFields, toSignalsJson } from './signals.ts';
import { ageClaimFields, maskedDataFields, toAgeClaimsJson, toVerifiedDataJson } from './verified-data.ts';

/** Lists answer `customerJson`, without the personal data that is here. */
export const customerFileJson = z
  .object({
    ...customerJson.shape,
    /** What the rider wrote with the request for another way of verifying that stands. */
    identity_alternative_message: z.string().nullable(),
    identity_manual_verification_notes: z.string().nullable(),
    ...maskedDataFields,
    ...ageClaimFields,
    ...signalFields,
  })
  .meta({ id: 'CustomerFile' });

type FileContent = {
  customer: Customer;
  signup: SignupDetails | null;
  alternativeMessage: string | null;
  manualVerificationNotes: string | null;
  masked: MaskedData | null;
};

export function toCustomerFileJson(
  { customer, signup, alternativeMessage, manualVerificationNotes, masked }: FileContent,
  policy: RideGatePolicy,
  signals: Signals,
): z.infer<typeof customerFileJson> {
  return {
    ...toCustomerJson(customer, policy),
    identity_alternative_message: customer.alternativeRequestedAtMs === null ? null : alternativeMessage,
    identity_manual_verification_notes: manualVerificationNotes,
    ...toVerifiedDataJson(masked),
    ...toAgeClaimsJson(customer.ageClaims),
    ...toSignalsJson(signup, signals),
  };
}
