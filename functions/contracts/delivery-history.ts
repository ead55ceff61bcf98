// What happened to an event on its way, as SQS message attributes: the body stays the event and nothing else.

import * as z from 'zod';
import type { DeliveryHistory } from '../domain/failed-delivery.ts';
import { customerId, subaccountId, toIso } from './identifiers.ts';

/** As SQS takes one. */
type Attribute = { DataType: 'String' | 'Number'; StringValue: string };

/**
 * Codes such as `stripe_refused:resource_missing`. Stripe's part of it, or what somebody else wrote, may be
 * anything: then it is unknown.
 */
const causeCode = z
  .string()
  .regex(/^[\w:.-]{1,100}$/)
  .catch('unknown');

/** A cause as it may be kept and shown. */
export function plainCause(cause: string): string {
  return causeCode.parse(cause);
}

/** The attributes of a message; what isn't known is left out. */
export function toHistoryAttributes(history: DeliveryHistory): Record<string, Attribute> {
  const { tries, firstFailedAtMs, lastFailedAtMs, cause, customer } = history;
  const texts = {
    first_failed_at: firstFailedAtMs === null ? null : toIso(firstFailedAtMs),
    last_failed_at: lastFailedAtMs === null ? null : toIso(lastFailedAtMs),
    cause: cause === null ? null : plainCause(cause),
    subaccount_id: customer?.subaccountId ?? null,
    customer_id: customer?.customerId ?? null,
  };
  const known = Object.entries(texts).flatMap(([name, text]) =>
    text === null ? [] : [[name, { DataType: 'String', StringValue: text }] as const],
  );
  return { tries: { DataType: 'Number', StringValue: String(tries) }, ...Object.fromEntries(known) };
}

/** The reader is lenient: a damaged note must never keep an event from being processed. */
const historyTexts = z.object({
  tries: z.coerce.number().int().min(0).catch(0),
  first_failed_at: epochMs(),
  last_failed_at: epochMs(),
  cause: causeCode.optional(),
  subaccount_id: subaccountId.nullable().catch(null),
  customer_id: customerId.nullable().catch(null),
});

/** Reads the values of a message's attributes by their names. A message without any has no history. */
export function readHistory(texts: Readonly<Record<string, string | undefined>>): DeliveryHistory {
  const read = historyTexts.parse(texts);
  const { subaccount_id: subaccount, customer_id: customer } = read;
  return {
    tries: read.tries,
    firstFailedAtMs: read.first_failed_at,
    lastFailedAtMs: read.last_failed_at,
    cause: read.cause ?? null,
    customer:
      subaccount === null || customer === null ? null : { subaccountId: subaccount, customerId: customer },
  };
}

function epochMs() {
  return z.iso
    .datetime()
    .transform((text) => Date.parse(text))
    .nullable()
    .catch(null);
}
