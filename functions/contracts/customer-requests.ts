// What may be sent about a customer.

import * as z from 'zod';
import { operatorRequestCodes } from '../domain/requirement.ts';
import { freeText } from './free-text.ts';
import { customerId, stripeCustomerId } from './identifiers.ts';

/** About a centimetre; what is finer no receiver knows, and no table keeps. */
const coordinateDecimals = 7;
const accuracyDecimals = 2;

export const createCustomerBody = z.strictObject({
  id: customerId,
  stripe_customer_id: stripeCustomerId.nullish(),
  email: z.email().max(320).nullish(),
  name: freeText(200).nullish(),
  phone: z.e164().nullish().describe('E.164.'),
  signup_ip: z.union([z.ipv4(), z.ipv6()]).nullish(),
  signup_latitude: z.number().min(-90).max(90).overwrite(roundTo(coordinateDecimals)).nullish(),
  signup_longitude: z.number().min(-180).max(180).overwrite(roundTo(coordinateDecimals)).nullish(),
  /** Meters. */
  signup_location_accuracy: z.number().min(0).max(1_000_000).overwrite(roundTo(accuracyDecimals)).nullish(),
});

/** Notes that explain an operator's decision to whoever reads the audit trail later. */
const notes = freeText(2000);

const version = z
  .int()
  .min(1)
  .optional()
  .describe(
    'The customer’s version that the decision rests on: where another one is stored, nothing is changed (409 `version_conflict`).',
  );

export const verifyManuallyBody = z.strictObject({ version, notes });
export const clearRequirementBody = z.strictObject({ version, notes });
export const redactCustomerBody = z.strictObject({ version, notes });
export const requireVerificationBody = z.strictObject({
  version,
  reason: z.enum(operatorRequestCodes),
  notes: notes.optional(),
});

export const requestAlternativeBody = z.strictObject({
  /** What the rider wants the operator to know; seen by operators only. */
  message: freeText(1000).optional(),
});

function roundTo(decimals: number): (value: number) => number {
  const scale = 10 ** decimals;
  // The sum turns -0 into 0.
  return (value) => Math.round(value * scale) / scale + 0;
}
