// Ages in the unit that people would tell them in.

const units = [
  { unit: 'day', seconds: 86_400, from: 2 * 86_400 },
  { unit: 'hour', seconds: 3600, from: 2 * 3600 },
  { unit: 'minute', seconds: 60, from: 120 },
  { unit: 'second', seconds: 1, from: 0 },
] as const;

export type AgeUnit = (typeof units)[number]['unit'];

/** The unit for an age, and for all that are drawn beside it. */
export function unitFor(seconds: number): AgeUnit {
  return units.find(({ from }) => seconds >= from)?.unit ?? 'second';
}

/** An age in a unit, to one decimal. */
export function inUnit(seconds: number, unit: AgeUnit): number {
  const length = units.find((known) => known.unit === unit)?.seconds ?? 1;
  return Math.round((seconds / length) * 10) / 10;
}

/** How a number of a unit is formatted, such as `3 min`. */
export function unitFormat(unit: AgeUnit) {
  return { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
}
