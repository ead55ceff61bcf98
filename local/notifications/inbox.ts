// Every push that left the system, kept for whoever plays the phone: each id once for each target (the
// topic, or a device's endpoint), in order of arrival.
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { devicePush } from './device-push.ts';

/** What a subscriber of the notification topic gets. */
const push = z.object({
  id: z.string().min(1),
  type: z.literal('identity'),
  subaccount_id: z.string(),
  customer_id: z.string(),
  title: z.string(),
  body: z.string(),
  data: z.unknown(),
});

const envelope = z.object({ Type: z.literal('Notification'), TopicArn: z.string(), Message: z.string() });

const delivered = push.extend({ target: z.string(), delivered_at: z.string() });

/** A push as `GET /local/notifications` shows it. */
type DeliveredPush = z.infer<typeof delivered>;

export interface Inbox {
  /**
   * Keeps what a topic sent, unless its id is known already.
   * @returns false for a message that is no push
   */
  receive(topicMessage: string, nowMs: number): boolean;
  /**
   * Keeps what was pushed to a device, unless that push is on it already.
   * @returns false for what the rider app couldn't read
   */
  receiveOnDevice(endpointArn: string, payload: string, nowMs: number): boolean;
  list(filter: {
    customerId?: string | undefined;
    subaccountId?: string | undefined;
  }): readonly DeliveredPush[];
}

const storedRow = z.object({ push: z.string() });

export function openInbox(sql: DatabaseSync): Inbox {
  sql.exec(`
    CREATE TABLE IF NOT EXISTS deliveries (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL,
      target TEXT NOT NULL,
      subaccount_id TEXT NOT NULL,
      customer_id TEXT NOT NULL,
      push TEXT NOT NULL,
      UNIQUE (id, target)
    );
  `);
  const insert = sql.prepare(
    'INSERT OR IGNORE INTO deliveries (id, target, subaccount_id, customer_id, push) VALUES (?, ?, ?, ?, ?)',
  );
  const select = sql.prepare(`
    SELECT push FROM deliveries
    WHERE (:customer IS NULL OR customer_id = :customer) AND (:subaccount IS NULL OR subaccount_id = :subaccount)
    ORDER BY position
  `);
  const keep = (received: z.infer<typeof push>, target: string, nowMs: number): void => {
    const stored: DeliveredPush = { ...received, target, delivered_at: new Date(nowMs).toISOString() };
    insert.run(stored.id, target, stored.subaccount_id, stored.customer_id, JSON.stringify(stored));
  };
  return {
    receive: (topicMessage, nowMs) => {
      const outer = envelope.safeParse(parseJson(topicMessage));
      const inner = push.safeParse(outer.success ? parseJson(outer.data.Message) : undefined);
      if (!outer.success || !inner.success) return false;
      keep(inner.data, outer.data.TopicArn, nowMs);
      return true;
    },
    receiveOnDevice: (endpointArn, payload, nowMs) => {
      const read = devicePush.safeParse(parseJson(payload));
      if (read.success) keep(read.data, endpointArn, nowMs);
      return read.success;
    },
    list: ({ customerId, subaccountId }) =>
      select
        .all({ customer: customerId ?? null, subaccount: subaccountId ?? null })
        .map((row) => delivered.parse(JSON.parse(storedRow.parse(row).push))),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
