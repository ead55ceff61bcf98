// What the charts draw, from the hours that the API tells of.

import { type DurationUnit, inUnit, unitFor } from '../../parts/duration.ts';
import type { WebhookHour } from './operations-types.ts';

/** What is counted, in the order in which it is drawn. */
export const countSeries = ['processed', 'dropped', 'failed_tries'] as const;
type CountName = (typeof countSeries)[number];

/** What one bar stands for: an hour, or several where there are too many to draw. */
export type Stretch = { from: string } & Pick<WebhookHour, CountName | 'age'>;

/** More bars than this are too thin to be seen on a phone. */
const mostBars = 28;

/** How many hours a bar stands for. */
export function hoursPerBar({ length }: readonly unknown[]): number {
  return Math.ceil(length / mostBars);
}

/** The hours as they are drawn: counts are added up; of ages, which can't be, the highest stands for all. */
export function stretchesOf(hours: readonly WebhookHour[]): Stretch[] {
  const step = hoursPerBar(hours);
  return Array.from({ length: Math.ceil(hours.length / step) }, (_, index) =>
    hours.slice(index * step, (index + 1) * step).reduce<Stretch | null>(together, null),
  ).flatMap((stretch) => stretch ?? []);
}

function together(stretch: Stretch | null, hour: WebhookHour): Stretch {
  if (stretch === null) return hour;
  return {
    from: stretch.from,
    processed: stretch.processed + hour.processed,
    dropped: stretch.dropped + hour.dropped,
    failed_tries: stretch.failed_tries + hour.failed_tries,
    age: {
      median_seconds: higher(stretch.age.median_seconds, hour.age.median_seconds),
      p95_seconds: higher(stretch.age.p95_seconds, hour.age.p95_seconds),
    },
  };
}

function higher(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

/** A bar: when its hours begin, and how high it is. */
export type Bar = { x: string; y: number };

/** How old events were, in a unit; where none was processed there is no bar. */
export function ageBars(
  stretches: readonly Stretch[],
  name: keyof Stretch['age'],
  unit: DurationUnit,
): Bar[] {
  return stretches.flatMap(({ from, age }) => {
    const seconds = age[name];
    return seconds === null ? [] : [{ x: from, y: inUnit(seconds, unit) }];
  });
}

/** The unit in which all ages of a chart are drawn. */
export function ageUnitOf(stretches: readonly Stretch[]): DurationUnit {
  return unitFor(Math.max(0, ...stretches.map(({ age }) => age.p95_seconds ?? 0)));
}

/** Where the axis of counts ends, which stand on each other: high enough that its marks are whole numbers. */
export function axisEnd(stretches: readonly Stretch[]): number {
  return Math.max(5, ...stretches.map((each) => countSeries.reduce((sum, name) => sum + each[name], 0)));
}

/** An hour as tables and files name it, such as `2026-03-01 12:00`, in UTC. */
export function utcHour(from: string): string {
  return new Date(from).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ');
}
