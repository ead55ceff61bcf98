// Dead letters as the API speaks of them.

import * as z from 'zod';
import type { DeadLetter, DeadLetterSelection } from '../domain/dead-letter.ts';
import { handledEventTypes } from '../domain/stripe-event.ts';
import { toIso, toIsoOrNull, utcTime } from './identifiers.ts';
import { pageLimit } from './page-limit.ts';

const maxEventIds = 100;

/** How many a call of the API looks at: some seconds' work. */
export const lettersPerCall = 500;

/** A code such as `stripe_refused:resource_missing`. */
const cause = z.string().min(1).max(200);

export const listDeadLettersQuery = z.strictObject({
  limit: pageLimit,
});

export const redriveDeadLettersBody = z
  .strictObject({
    event_ids: z
      .array(z.string().regex(/^evt_/, 'must be ids of Stripe events, evt_…'))
      .min(1)
      .max(maxEventIds)
      .optional(),
    cause: cause.optional().describe('`stripe_refused` means every refusal, `stripe_refused:…` one kind.'),
    event_type: z.enum(handledEventTypes).optional(),
    all: z.literal(true).optional(),
    dry_run: z.boolean().default(false).describe('Tells what would be redriven, and moves nothing.'),
  })
  .refine(
    ({ event_ids, cause: because, event_type, all }) =>
      [event_ids, because ?? event_type, all].filter((way) => way !== undefined).length === 1,
    'name `event_ids`, or `cause` and/or `event_type`, or `all`, and no two of these',
  );

export function toSelection(body: z.infer<typeof redriveDeadLettersBody>): DeadLetterSelection {
  if (body.all === true) return { kind: 'all' };
  if (body.event_ids !== undefined) return { kind: 'events', eventIds: body.event_ids };
  return { kind: 'alike', cause: body.cause, eventType: body.event_type };
}

const letterFields = {
  message_id: z.string().describe('SQS’s id of the message; the same event can wait in several.'),
  event_id: z.string().nullable().describe('Null where the message is no event.'),
  event_type: z.enum(handledEventTypes).nullable(),
  object_id: z.string().nullable().describe('The session or charge that the event is about.'),
  cause: z
    .string()
    .describe(
      'Such as `stripe_unavailable` or `stripe_refused:resource_missing`; `malformed` where it is no event, ' +
        '`worker_stopped` where the worker died of it.',
    ),
  tries: z.int().nullable(),
  first_failed_at: utcTime.nullable(),
  last_failed_at: utcTime.nullable(),
  queued_at: utcTime.describe('It is kept for 14 days from then on.'),
  age_seconds: z.int().describe('Since `queued_at`.'),
  customer: z
    .object({ subaccount_id: z.string(), customer_id: z.string() })
    .nullable()
    .describe('Whom the event is about, where that is known.'),
};

const deadLetterJson = z.object(letterFields).meta({ id: 'DeadLetter' });
type DeadLetterJson = z.infer<typeof deadLetterJson>;

export const deadLetterListJson = z
  .object({
    data: z.array(deadLetterJson),
    next_cursor: z.null().describe('There are no pages: a queue can’t be leafed through.'),
    approximate_total: z.int().describe('How many there are, about; may be a minute behind.'),
  })
  .meta({ id: 'DeadLetterList' });

const outcomes = ['redriven', 'selected', 'skipped'] as const;

export const redrivenDeadLettersJson = z
  .object({
    dry_run: z.boolean(),
    matched: z.int().describe('Selected events that were seen.'),
    redriven: z.int(),
    skipped: z.int().describe('Selected messages that are no events: they would come straight back.'),
    remaining: z
      .int()
      .describe(
        'Selected events that are still there, and about how many letters the call didn’t come to, or ' +
          'somebody else had in hand. More than 0 after a redrive: call again.',
      ),
    held_by_others: z
      .int()
      .describe(
        'About how many of `remaining` were hidden, as somebody else looked at them; a selected event may be ' +
          'among them. SQS counts with a delay: some may have left just before.',
      ),
    data: z.array(
      z.object({
        ...letterFields,
        outcome: z
          .enum(outcomes)
          .describe('`selected`: still there, as it was a dry run or the queue didn’t take it.'),
      }),
    ),
  })
  .meta({ id: 'RedrivenDeadLetters' });

function toDeadLetterJson(letter: DeadLetter, nowMs: number): DeadLetterJson {
  const { event, customer } = letter;
  return {
    message_id: letter.messageId,
    event_id: event?.eventId ?? null,
    event_type: event?.type ?? null,
    object_id: event?.objectId ?? null,
    cause: letter.cause,
    tries: letter.tries,
    first_failed_at: toIsoOrNull(letter.firstFailedAtMs),
    last_failed_at: toIsoOrNull(letter.lastFailedAtMs),
    queued_at: toIso(letter.queuedAtMs),
    // The clocks of SQS and of whoever asks are two.
    age_seconds: Math.max(0, Math.floor((nowMs - letter.queuedAtMs) / 1000)),
    customer:
      customer === null ? null : { subaccount_id: customer.subaccountId, customer_id: customer.customerId },
  };
}

/** What a look found, in the shape of functions/use-cases/list-dead-letters.ts. */
type List = { letters: readonly DeadLetter[]; approximateTotal: number };

export function toDeadLetterListJson(
  { letters, approximateTotal }: List,
  nowMs: number,
): z.infer<typeof deadLetterListJson> {
  const data = letters.map((letter) => toDeadLetterJson(letter, nowMs));
  return { data, next_cursor: null, approximate_total: approximateTotal };
}

/** What a redrive did, in the shape of functions/use-cases/redrive-dead-letters.ts. */
type Report = {
  dryRun: boolean;
  matched: number;
  redriven: number;
  skipped: number;
  remaining: number;
  heldByOthers: number;
  letters: readonly { letter: DeadLetter; outcome: (typeof outcomes)[number] }[];
};

export function toRedrivenJson(report: Report, nowMs: number): z.infer<typeof redrivenDeadLettersJson> {
  const { dryRun, matched, redriven, skipped, remaining, heldByOthers, letters } = report;
  const data = letters.map(({ letter, outcome }) => ({ ...toDeadLetterJson(letter, nowMs), outcome }));
  const counts = { matched, redriven, skipped, remaining, held_by_others: heldByOthers };
  return { dry_run: dryRun, ...counts, data };
}
