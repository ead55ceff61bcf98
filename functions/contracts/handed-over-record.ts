// What the relay could not deliver, on the queue of those that are tried again.

import * as z from 'zod';
import type { HandedOver } from '../domain/failed-relay.ts';
import { toIsoOrNull } from './identifiers.ts';

const time = z.iso
  .datetime()
  .transform((text) => Date.parse(text))
  .nullable()
  .default(null);

/** Ids and codes, no personal data. A person who has an item pushed again sends its key alone (docs/operations.md). */
export const handedOverMessage = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  notification_id: z.string().nullable().default(null),
  reached: z.array(z.string()).default([]),
  cause: z.string().nullable().default(null),
  first_failed_at: time,
  last_failed_at: time,
});
type HandedOverMessage = z.infer<typeof handedOverMessage>;

export function toHandedOverMessage(record: HandedOver): z.input<typeof handedOverMessage> {
  return {
    ...record.item,
    notification_id: record.notificationId,
    reached: [...record.reached],
    cause: record.cause,
    first_failed_at: toIsoOrNull(record.firstFailedAtMs),
    last_failed_at: toIsoOrNull(record.lastFailedAtMs),
  };
}

export function fromHandedOverMessage(message: HandedOverMessage): HandedOver {
  return {
    item: { pk: message.pk, sk: message.sk },
    notificationId: message.notification_id,
    reached: message.reached,
    cause: message.cause,
    firstFailedAtMs: message.first_failed_at,
    lastFailedAtMs: message.last_failed_at,
  };
}
