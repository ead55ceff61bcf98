// What became of Stripe's events, as numbers of one item an hour. A batch adds to it at most once every so often, far
// below what one item takes.

import * as z from 'zod';
import { dayMs } from '../../domain/calendar-date.ts';
import { hasDone, hourMs, hourOf, type CountedHour } from '../../domain/webhook-health.ts';
import type { WebhookCounters } from '../../use-cases/ports/operations.ts';
import { hourPrefix, webhookKeys } from './keys.ts';
import type { Item, Table } from './table.ts';

const lifeMs = 14 * dayMs;

export function createWebhookCounters(table: Table): WebhookCounters {
  return {
    async add(tally, atMs) {
      const expiresAt = Math.ceil((hourOf(atMs) + hourMs + lifeMs) / 1000);
      await table.increment(webhookKeys.hour(atMs), tally, {
        expires_at: expiresAt,
        ...(hasDone(tally) && { lastProcessedAtMs: atMs }),
      });
    },

    async hours(fromMs, toMs) {
      const { pk, sk: first } = webhookKeys.hour(fromMs);
      // A week of hours is under 200 KB, and a query answers 1 MB.
      const items = await table.query({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: { ':pk': pk, ':first': first, ':last': webhookKeys.hour(toMs).sk },
      });
      return items.map(toCountedHour);
    },
  };
}

const hourItem = z
  .object({
    pk: z.string(),
    sk: z.string().startsWith(hourPrefix),
    expires_at: z.number(),
    lastProcessedAtMs: z.number().nullable().default(null),
  })
  .catchall(z.number());

function toCountedHour(item: Item): CountedHour {
  const { pk: _, sk, expires_at: __, lastProcessedAtMs, ...tally } = hourItem.parse(item);
  return { fromMs: Date.parse(`${sk.slice(hourPrefix.length)}:00Z`), tally, lastProcessedAtMs };
}
