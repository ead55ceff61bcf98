// What the numbers say about Stripe's webhooks, the most urgent thing first, as docs/operations.md reads them.

import type { WebhookHealth, WebhookHour } from './operations-types.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** An event that is processed later than this is late: by then a rider has given up (in seconds). */
const lateAfterSeconds = 120;

/** This many at once are a jam, and not what just happens to be in hand. */
const manyWaiting = 100;

/** So few in the fresh lane may just have come in, as SQS counts with a delay. */
const fewFresh = 10;

/** A processor that runs is done with a fresh event within seconds; SQS's count may be a minute behind. */
const standsStillAfterMs = 5 * minuteMs;

/** Single failed tries are nothing: they come back and go through. */
const failedTriesAtLeast = 5;

/** Of all tries; beyond it is no chance any more. */
const failedShare = 0.2;

/** Even a small fleet at night has something to tell in this time. */
const silentAfterHours = 3;

export type Finding =
  /** Tries fail, in the hour that is going on and the one before. */
  | { is: 'failing'; failed: number; tries: number }
  /** Events wait, and none has been done with for a while; null where none was in all these hours. */
  | { is: 'stopped' | 'maybe_stopped'; waiting: number; lastAt: string | null }
  /** Events were given up. */
  | { is: 'given_up'; letters: number }
  /** Events have their effect late; null where nothing tells how late. */
  | { is: 'late'; medianSeconds: number | null; waiting: number }
  /** Nothing waits, and nothing came for so many hours or more. */
  | { is: 'silent'; hours: number };

/** What isn't as it should be, the most urgent first; nothing where webhooks are healthy. */
export function findingsIn(health: WebhookHealth): Finding[] {
  return [failing(health), standing(health), givenUp(health), late(health), silent(health)].flatMap(
    (finding) => finding ?? [],
  );
}

/** How bad it is, from which the page takes colour and icon. */
export function severityOf({ is }: Finding): 'error' | 'warning' {
  return is === 'failing' || is === 'stopped' ? 'error' : 'warning';
}

/** The hour that is going on, and the one before: it may have just begun. */
function recent({ hours }: WebhookHealth): readonly WebhookHour[] {
  return hours.slice(-2);
}

function failing(health: WebhookHealth): Finding | null {
  const failed = sum(recent(health).map(({ failed_tries }) => failed_tries));
  const tries = failed + sum(recent(health).map(({ processed, dropped }) => processed + dropped));
  if (failed < failedTriesAtLeast || failed < tries * failedShare) return null;
  return { is: 'failing', failed, tries };
}

function standing({ waiting, last_processed_at: lastAt, checked_at }: WebhookHealth): Finding | null {
  const stillMs = Date.parse(checked_at) - (lastAt === null ? -Infinity : Date.parse(lastAt));
  if (waiting.fresh === 0 || stillMs < standsStillAfterMs) return null;
  return { is: waiting.fresh < fewFresh ? 'maybe_stopped' : 'stopped', waiting: waiting.fresh, lastAt };
}

function givenUp({ waiting: { dead_letters: letters } }: WebhookHealth): Finding | null {
  return letters > 0 ? { is: 'given_up', letters } : null;
}

function late(health: WebhookHealth): Finding | null {
  const waiting = health.waiting.fresh + health.waiting.backlog;
  const medianSeconds = recent(health).findLast(({ age }) => age.median_seconds !== null)?.age.median_seconds;
  if (waiting < manyWaiting && (medianSeconds ?? 0) < lateAfterSeconds) return null;
  return { is: 'late', medianSeconds: medianSeconds ?? null, waiting };
}

function silent({ waiting, last_processed_at, checked_at, hours }: WebhookHealth): Finding | null {
  if (waiting.fresh + waiting.backlog > 0) return null;
  if (last_processed_at === null) return { is: 'silent', hours: hours.length };
  const silentHours = Math.floor((Date.parse(checked_at) - Date.parse(last_processed_at)) / hourMs);
  return silentHours < silentAfterHours ? null : { is: 'silent', hours: silentHours };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
