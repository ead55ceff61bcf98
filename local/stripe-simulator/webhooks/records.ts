/** What is stored of events and their delivery. */
import * as z from 'zod';

export const eventRecord = z.object({
  id: z.string(),
  type: z.string(),
  created: z.number(),
  request: z.object({ id: z.string().nullable(), idempotency_key: z.string().nullable() }),
  object: z.record(z.string(), z.unknown()),
  delivery: z.object({
    /** `none`: there was no webhook endpoint. */
    state: z.enum(['none', 'pending', 'delivered', 'undelivered']),
    /** True where the delivery settings lost it on purpose. */
    dropped: z.boolean(),
    attempts: z.number(),
    last_status: z.number().nullable(),
    last_error: z.string().nullable(),
  }),
});

/** One copy of an event on its way to the webhook endpoint. */
export const deliveryRecord = z.object({
  id: z.string(),
  event_id: z.string(),
  due_ms: z.number(),
  order: z.number(),
  /** Tries that failed so far. */
  failures: z.number(),
});

export const deliverySettings = z.object({
  duplicate_rate: z.number(),
  drop_rate: z.number(),
  shuffle: z.boolean(),
  delay_ms: z.number(),
  seed: z.number(),
  /** A run with a chosen seed is delivered one at a time, so that it can be repeated exactly. */
  one_at_a_time: z.boolean(),
  random_state: z.number(),
  /** While events are shuffled: when those gathered so far go out. */
  gathering_until_ms: z.number(),
});

export type EventRecord = z.output<typeof eventRecord>;
export type DeliveryRecord = z.output<typeof deliveryRecord>;
export type DeliverySettings = z.output<typeof deliverySettings>;
/** Which API request caused an event; both null when none did. */
export type EventCause = EventRecord['request'];

export const NO_REQUEST: EventCause = { id: null, idempotency_key: null };
