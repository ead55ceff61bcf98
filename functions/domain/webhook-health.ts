// How Stripe's events fare on their way through our queues: what a batch of them counts for, and what the counts of
// some hours tell.

import { bucketOf, quantileSeconds } from './duration-sketch.ts';
import { addTallies, type Tally } from './identity-tally.ts';

/** An hour of the UTC clock; of epoch milliseconds. */
export const hourMs = 60 * 60_000;

/** What became of one handing out of one message; `createdMs` is when Stripe made the event. */
export type DeliveryCount =
  | { is: 'processed'; createdMs: number }
  | { is: 'dropped' }
  | { is: 'failed' }
  | { is: 'dead_letter' }
  | { is: 'moved_to_backlog' };

const agePrefix = 'age:';

/** What one handing out counts for at a moment. An event that Stripe's clock puts into the future is new. */
export function tallyOfDelivery(count: DeliveryCount, nowMs: number): Tally {
  switch (count.is) {
    case 'processed':
      return { processed: 1, [`${agePrefix}${bucketOf(nowMs - count.createdMs)}`]: 1 };
    case 'dropped':
      return { dropped: 1 };
    case 'failed':
      return { failed_tries: 1 };
    case 'dead_letter':
      return { failed_tries: 1, dead_lettered: 1 };
    case 'moved_to_backlog':
      return { moved_to_backlog: 1 };
  }
}

/** Whether a tally counts anything. */
export function hasCounts(tally: Tally): boolean {
  return Object.keys(tally).length > 0;
}

/** Whether any event of a tally is done with. */
export function hasDone({ processed = 0, dropped = 0 }: Tally): boolean {
  return processed + dropped > 0;
}

/** When the hour of a moment began. */
export function hourOf(timeMs: number): number {
  return Math.floor(timeMs / hourMs) * hourMs;
}

/** The counts of an hour that had any; `lastProcessedAtMs` is when an event was last done with in it. */
export type CountedHour = { fromMs: number; tally: Tally; lastProcessedAtMs: number | null };

/** About how many messages are in each queue. */
export type WaitingEvents = { fresh: number; backlog: number; deadLetters: number };

/** From an event's creation at Stripe to its effect; null where no event had one. */
export type AgeOfEvents = { medianSeconds: number | null; p95Seconds: number | null };

export type WebhookHour = {
  fromMs: number;
  processed: number;
  dropped: number;
  failedTries: number;
  deadLettered: number;
  movedToBacklog: number;
  age: AgeOfEvents;
};

export type WebhookHealth = {
  checkedAtMs: number;
  waiting: WaitingEvents;
  /** Null where no event was done with in these hours. */
  lastProcessedAtMs: number | null;
  /** Of all the hours together. */
  age: AgeOfEvents;
  /** Oldest first, without a gap; the last one is still going on. */
  hours: readonly WebhookHour[];
};

/** What the counts tell of the last `hours` hours, of which the last is that of `nowMs`. */
export function webhookHealthOf(
  counted: readonly CountedHour[],
  waiting: WaitingEvents,
  { nowMs, hours }: { nowMs: number; hours: number },
): WebhookHealth {
  const firstMs = hourOf(nowMs) - (hours - 1) * hourMs;
  const tallyOf = (fromMs: number): Tally => counted.find((hour) => hour.fromMs === fromMs)?.tally ?? {};
  const done = counted.flatMap(({ lastProcessedAtMs }) => lastProcessedAtMs ?? []);
  return {
    checkedAtMs: nowMs,
    waiting,
    lastProcessedAtMs: done.length === 0 ? null : Math.max(...done),
    age: ageOf(counted.map(({ tally }) => tally).reduce<Tally>(addTallies, {})),
    hours: Array.from({ length: hours }, (_, index) => {
      const fromMs = firstMs + index * hourMs;
      return toHour(fromMs, tallyOf(fromMs));
    }),
  };
}

function toHour(fromMs: number, tally: Tally): WebhookHour {
  return {
    fromMs,
    processed: tally['processed'] ?? 0,
    dropped: tally['dropped'] ?? 0,
    failedTries: tally['failed_tries'] ?? 0,
    deadLettered: tally['dead_lettered'] ?? 0,
    movedToBacklog: tally['moved_to_backlog'] ?? 0,
    age: ageOf(tally),
  };
}

function ageOf(tally: Tally): AgeOfEvents {
  const buckets = Object.entries(tally).flatMap(([name, count]) =>
    name.startsWith(agePrefix) ? [{ bucket: Number(name.slice(agePrefix.length)), count }] : [],
  );
  return { medianSeconds: quantileSeconds(buckets, 0.5), p95Seconds: quantileSeconds(buckets, 0.95) };
}
