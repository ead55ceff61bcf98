// What is typed into the fields, read as values of rules.

import { bounds, type NumberField } from './policy-rules.ts';

/** Null where it is no whole number that the field allows. */
export function readNumber(field: NumberField, text: string): number | null {
  const [least, most] = bounds[field];
  if (!/^\d{1,5}$/.test(text.trim())) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** Null where it is no id of a Stripe verification flow. */
export function readFlow(text: string): string | null {
  const id = text.trim();
  return id.length <= 255 && /^vf_[A-Za-z0-9_]+$/.test(id) ? id : null;
}

/** A moment as date and time of the viewer's zone, such as `2026-03-01T12:30`. */
export function toLocalText(iso: string): string {
  const time = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = [String(time.getFullYear()).padStart(4, '0'), two(time.getMonth() + 1), two(time.getDate())];
  return `${date.join('-')}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** The moment in UTC; null where the text is incomplete, or names a time that a clock there never shows. */
export function readLocalText(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null;
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) return null;
  return toLocalText(time.toISOString()) === text ? time.toISOString() : null;
}

/** What the two inputs of a moment show. */
export function splitLocalText(text: string): { date: string; time: string } {
  const [date = '', time = ''] = text.split('T');
  return { date, time };
}
