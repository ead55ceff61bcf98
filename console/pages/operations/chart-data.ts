// What the charts draw, from the hours that the API tells of.

import { type AgeUnit, inUnit, unitFor } from './durations.ts';
import type { WebhookHealth, WebhookHour } from './operations-types.ts';

export type Point = { x: Date; y: number };

/** What is counted in each hour, in the order in which it is drawn. */
export const countSeries = ['processed', 'dropped', 'failed_tries'] as const;
export type CountName = (typeof countSeries)[number];

export function countsPerHour({ hours }: WebhookHealth, name: CountName): Point[] {
  return hours.map((hour) => ({ x: new Date(hour.from), y: hour[name] }));
}

/** How old events were; hours without any have no point. */
export function agesPerHour(
  { hours }: WebhookHealth,
  name: keyof WebhookHour['age'],
  unit: AgeUnit,
): Point[] {
  return hours.flatMap(({ from, age }) => {
    const seconds = age[name];
    return seconds === null ? [] : [{ x: new Date(from), y: inUnit(seconds, unit) }];
  });
}

/** The unit in which all ages of a chart are drawn. */
export function ageUnitOf({ hours }: WebhookHealth): AgeUnit {
  return unitFor(Math.max(0, ...hours.map(({ age }) => age.p95_seconds ?? 0)));
}

/** Where the axis of time begins and ends. */
export function timeDomain({ hours }: WebhookHealth): [Date, Date] {
  const times = hours.map(({ from }) => Date.parse(from));
  return [new Date(Math.min(...times)), new Date(Math.max(...times))];
}

/** Where an axis of counts ends: high enough that its marks are whole numbers. */
export function axisEnd(points: readonly Point[]): number {
  return Math.max(5, ...points.map(({ y }) => y));
}

/** An hour as tables and files name it, such as `2026-03-01 12:00`, in UTC. */
export function utcHour(from: string): string {
  return new Date(from).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ');
}
