// A push that waits in the table, saved with the change that caused it.

import * as z from 'zod';
import type { CustomerRef } from '../../domain/customer.ts';
import type { Notification } from '../../domain/notification.ts';
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

const savedPush: z.ZodType<{ notification: Notification }> = z.object({
  notification: z.object({
    id: z.string(),
    kind: z.enum(['verification_required', 'verified', 'requirement_cleared', 'another_try_needed']),
    subaccountId: z.string(),
    customerId: z.string(),
    title: z.string(),
    body: z.string(),
    data: z.object({ action: z.enum(['open_identity_verification', 'open_app']) }),
    createdAtMs: z.number(),
  }),
});

/** Reads the push from its item, as plain values. @throws ZodError */
export function readOutboxItem(item: unknown): Notification {
  return savedPush.parse(item).notification;
}
