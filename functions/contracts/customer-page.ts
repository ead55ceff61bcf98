// One customer's page, as operators and services see it: the customer, who he said he is, who
// Stripe found him to be, and his signals.

import * as z from 'zod';
import type { Customer } from '../domain/customer.ts';
import type { RideGatePolicy } from '../domain/ride-gate.ts';
import type { Signals } from '../domain/signals/signals.ts';
import type { SignupDetails } from '../domain/signup.ts';
import { customerJson, toCustomerJson } from './customer.ts';
import { signalFields, toSignalsJson } from './signals.ts';
import { noVerifiedData, verifiedDataFields } from './verified-data.ts';

/** Lists answer `customerJson`, without the personal data that is here. */
export const customerPageJson = z
  .object({
    ...customerJson.shape,
    /** What the rider wrote with the request for another way of verifying that stands. */
    identity_alternative_message: z.string().nullable(),
    ...verifiedDataFields,
    ...signalFields,
  })
  .meta({ id: 'CustomerPage' });

type PageContent = { customer: Customer; signup: SignupDetails | null; alternativeMessage: string | null };

export function toCustomerPageJson(
  { customer, signup, alternativeMessage }: PageContent,
  policy: RideGatePolicy,
  signals: Signals,
): z.infer<typeof customerPageJson> {
  return {
    ...toCustomerJson(customer, policy),
    identity_alternative_message: customer.alternativeRequestedAtMs === null ? null : alternativeMessage,
    ...noVerifiedData,
    ...toSignalsJson(signup, signals),
  };
}
