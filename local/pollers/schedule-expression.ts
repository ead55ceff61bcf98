// EventBridge's schedule expressions: rate(…) and cron(…).
// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
import { StartFailure } from '../failure.ts';

/** When a schedule is due next, strictly after a moment. Both in milliseconds since the epoch. */
export type NextRun = (afterMs: number) => number;

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const minuteMs = 60_000;
const longestSearchMinutes = 366 * 24 * 60;

/** @throws StartFailure for an expression that the embedded run doesn't know */
export function parseSchedule(expression: string): NextRun {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate !== null) {
    const periodMs = Number(rate[1]) * (unitMs[rate[2] ?? ''] ?? 0);
    return (afterMs) => afterMs + periodMs;
  }
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.split(' ');
  if (fields?.length !== 6) throw unknown(expression);
  const [minute, hour, dayOfMonth, month, dayOfWeek, year] = fields.map((field) =>
    parseField(field, expression),
  );
  return (afterMs) => {
    let at = Math.floor(afterMs / minuteMs + 1) * minuteMs;
    for (let searched = 0; searched < longestSearchMinutes; searched += 1, at += minuteMs) {
      const date = new Date(at);
      if (
        minute?.(date.getUTCMinutes()) === true &&
        hour?.(date.getUTCHours()) === true &&
        dayOfMonth?.(date.getUTCDate()) === true &&
        month?.(date.getUTCMonth() + 1) === true &&
        // EventBridge counts the days of the week from Sunday = 1.
        dayOfWeek?.(date.getUTCDay() + 1) === true &&
        year?.(date.getUTCFullYear()) === true
      ) {
        return at;
      }
    }
    return Number.POSITIVE_INFINITY;
  };
}

function parseField(field: string, expression: string): (value: number) => boolean {
  if (field === '*' || field === '?') return () => true;
  const parts = field.split(',').map((part) => {
    const match = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part);
    if (match === null) throw unknown(expression);
    const [, start, end, step] = match;
    const from = start === '*' ? 0 : Number(start);
    const to =
      end === undefined
        ? step === undefined && start !== '*'
          ? from
          : Number.POSITIVE_INFINITY
        : Number(end);
    return (value: number) => value >= from && value <= to && (value - from) % Number(step ?? 1) === 0;
  });
  return (value) => parts.some((holds) => holds(value));
}

function unknown(expression: string): StartFailure {
  return new StartFailure(`The embedded run doesn't know the schedule ${expression}.`);
}
