// A push that waits in the table, saved with the change that caused it.

import * as z from 'zod';
import { customerId, subaccountId } from '../../contracts/identifiers.ts';
import type { CustomerRef } from '../../domain/customer.ts';
import { notificationKinds, type Notification } from '../../domain/notification.ts';
import { customerKeys } from './keys.ts';
import type { Item } from './table.ts';

const outboxLifeSeconds = 7 * 24 * 60 * 60;

export function outboxItem(ref: CustomerRef, version: number, notification: Notification): Item {
  return {
    ...customerKeys.outbox(ref, version),
    notification,
    expires_at: Math.ceil(notification.createdAtMs / 1000) + outboxLifeSeconds,
  };
}

/**
 * Far more than our texts have, and little enough for SNS's 256 KiB, in which they stand three times, escaped:
 * what could never go out is told from what failed by chance.
 */
const bounds = { id: 255, title: 500, body: 5_000 };

/** The last date of JavaScript, in epoch milliseconds: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const lastDateMs = 8.64e15;

const savedPush: z.ZodType<{ notification: Notification }> = z.object({
  notification: z.object({
    id: z.string().min(1).max(bounds.id),
    kind: z.enum(notificationKinds),
    subaccountId,
    customerId,
    title: z.string().max(bounds.title),
    body: z.string().max(bounds.body),
    data: z.object({ action: z.enum(['open_identity_verification', 'open_app']) }),
    createdAtMs: z.int().min(0).max(lastDateMs),
  }),
});

/** Reads the push from its item, as plain values. @throws ZodError */
export function readOutboxItem(item: unknown): Notification {
  return savedPush.parse(item).notification;
}
