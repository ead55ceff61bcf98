/** Identifiers that look like Stripe's. */
import { randomInt } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Letters and digits that nobody can guess. */
export function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

/** `vs_1…`, `evt_1…` and so on. */
export function newId(prefix: string): string {
  return `${prefix}_1${randomText(23)}`;
}
