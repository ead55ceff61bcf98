// How Stripe's events fare on their way through our queues, as the API tells it. Hours are UTC.

import * as z from 'zod';
import { relativeError } from '../domain/duration-sketch.ts';
import type { AgeOfEvents, WebhookHealth, WebhookHour } from '../domain/webhook-health.ts';
import { toIso, toIsoOrNull, utcTime } from './identifiers.ts';
import { countInQuery } from './page-limit.ts';

const longestHours = 168;

export const webhookHealthQuery = z.strictObject({
  hours: countInQuery(longestHours)
    .prefault(24)
    .describe('How many hours to tell of: the one that is going on, and those before it.'),
});

const count = z.int();

const ageJson = z
  .object({
    median_seconds: z.number().nullable(),
    p95_seconds: z.number().nullable(),
  })
  .describe('From an event’s creation at Stripe to its effect here; null where no event had one.');

const hourJson = z.object({
  from: utcTime.describe('When the hour began.'),
  processed: count.describe('Events that are done with, also those that changed nothing more.'),
  dropped: count.describe('Events of a session or a customer that nobody here knows: done with as well.'),
  failed_tries: count.describe(
    'Tries that failed; an event that fails is tried again, so it can be in here often.',
  ),
  dead_lettered: count.describe(
    'Events that were given up after a failed try. Not in here: those that SQS itself moved, as they kept ' +
      'killing the processor.',
  ),
  moved_to_backlog: count.describe(
    'Events that waited too long in the fresh lane and made way for newer ones.',
  ),
  age: ageJson,
});

export const webhookHealthJson = z
  .object({
    checked_at: utcTime,
    waiting: z
      .object({
        fresh: count.describe('In the lane for events as they happen.'),
        backlog: count.describe('In the lane for events that had to wait, or were redriven.'),
        dead_letters: count.describe('Given up; see `GET /api/dead-letters`.'),
      })
      .describe(
        'How many there are now, about, those in hand or to be tried again too; may be a minute behind.',
      ),
    last_processed_at: utcTime
      .nullable()
      .describe('When an event was last done with, dropped ones too; null where none was in these hours.'),
    age: ageJson.extend({ relative_error: z.number().describe('By this share all ages may be off.') }),
    hours: z
      .array(hourJson)
      .describe(
        'Oldest first, each hour that was asked for; the last is still going on. Numbers may be a little off.',
      ),
  })
  .meta({ id: 'WebhookHealth' });

export function toWebhookHealthJson(health: WebhookHealth): z.infer<typeof webhookHealthJson> {
  return {
    checked_at: toIso(health.checkedAtMs),
    waiting: {
      fresh: health.waiting.fresh,
      backlog: health.waiting.backlog,
      dead_letters: health.waiting.deadLetters,
    },
    last_processed_at: toIsoOrNull(health.lastProcessedAtMs),
    age: { ...toAgeJson(health.age), relative_error: relativeError },
    hours: health.hours.map(toHourJson),
  };
}

function toHourJson(hour: WebhookHour): z.infer<typeof hourJson> {
  return {
    from: toIso(hour.fromMs),
    processed: hour.processed,
    dropped: hour.dropped,
    failed_tries: hour.failedTries,
    dead_lettered: hour.deadLettered,
    moved_to_backlog: hour.movedToBacklog,
    age: toAgeJson(hour.age),
  };
}

function toAgeJson({ medianSeconds, p95Seconds }: AgeOfEvents): z.infer<typeof ageJson> {
  return { median_seconds: rounded(medianSeconds), p95_seconds: rounded(p95Seconds) };
}

function rounded(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds);
}
