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
  .object({ ...customerJson.shape, ...verifiedDataFields, ...signalFields })
  .meta({ id: 'CustomerPage' });

export function toCustomerPageJson(
  customer: Customer,
  policy: RideGatePolicy,
  signup: SignupDetails | null,
  signals: Signals,
): z.infer<typeof customerPageJson> {
  return { ...toCustomerJson(customer, policy), ...noVerifiedData, ...toSignalsJson(signup, signals) };
}
