// Durations in the unit that people would tell them in.

const units = [
  { unit: 'day', seconds: 86_400, from: 2 * 86_400 },
  { unit: 'hour', seconds: 3600, from: 2 * 3600 },
  { unit: 'minute', seconds: 60, from: 2 * 60 },
  { unit: 'second', seconds: 1, from: 0 },
] as const;

export type DurationUnit = (typeof units)[number]['unit'];

/** The unit for a duration, and for all that are shown beside it. */
export function unitFor(seconds: number): DurationUnit {
  return units.find(({ from }) => seconds >= from)?.unit ?? 'second';
}

export function inUnit(seconds: number, unit: DurationUnit): number {
  return seconds / (units.find((known) => known.unit === unit)?.seconds ?? 1);
}

/** How a number of a unit is formatted, such as `3 min` or `3 minutes`: no more exactly than it is known. */
export function durationFormat(unit: DurationUnit, unitDisplay: 'short' | 'long') {
  return { style: 'unit', unit, unitDisplay, maximumSignificantDigits: 2 } as const;
}
