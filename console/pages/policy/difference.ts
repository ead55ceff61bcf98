// What one set of rules has that another has not, and changes brought over to rules that changed meanwhile.

import { type RuleField, ruleFields, type Rules, type RuleValue } from './policy-rules.ts';

export type Change = { field: RuleField; from: RuleValue; to: RuleValue };

/** A rule that two people changed to different values. */
export type Conflict = { field: RuleField; theirs: RuleValue; mine: RuleValue };

/** Whether two values are the same rule: the order of document types means nothing, nor how a time is written. */
export function isSameValue(one: RuleValue, other: RuleValue): boolean {
  return comparable(one) === comparable(other);
}

function comparable(value: RuleValue): string {
  if (Array.isArray(value)) return JSON.stringify([...value].sort());
  const isTime = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
  return isTime ? String(Date.parse(value)) : JSON.stringify(value);
}

/** In the page's order. */
export function difference(from: Rules, to: Rules): Change[] {
  return ruleFields
    .filter((field) => !isSameValue(from[field], to[field]))
    .map((field) => ({ field, from: from[field], to: to[field] }));
}

/** The values of those rules alone that differ from `base`. */
export function editsOn(base: Rules, wanted: Partial<Rules>): Partial<Rules> {
  const changed = difference(base, { ...base, ...wanted }).map(({ field }): string => field);
  return Object.fromEntries(Object.entries(wanted).filter(([field]) => changed.includes(field)));
}

export function without(edits: Partial<Rules>, field: RuleField): Partial<Rules> {
  return Object.fromEntries(Object.entries(edits).filter(([edited]) => edited !== field));
}

/**
 * My edits of `before` put on top of `now`, which somebody else made of it. Edits that `now` has already are no edits
 * any more; those of rules that `now` has otherwise are conflicts as well.
 */
export function mergeEdits(
  before: Rules,
  now: Rules,
  edits: Partial<Rules>,
): { edits: Partial<Rules>; conflicts: Conflict[] } {
  const mine = editsOn(now, edits);
  const theirs = difference(before, now);
  return {
    edits: mine,
    conflicts: theirs
      .filter(({ field }) => field in mine)
      .map(({ field, to }) => ({ field, theirs: to, mine: { ...now, ...mine }[field] })),
  };
}
