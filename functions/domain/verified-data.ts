// What Stripe read from a customer's document, how it is shown masked, and what is kept of the age alone.

import { ageAt, type CalendarDate } from './calendar-date.ts';
import type { AgeClaims } from './customer.ts';

/** Null where the document, or Stripe, told nothing. */
export type Address = {
  line1: string | null;
  line2: string | null;
  city: string | null;
  state: string | null;
  postalCode: string | null;
  country: string | null;
};

/** What Stripe read from a customer's document; null where it told nothing. Dates are ISO days (`2030-04-15`). */
export type VerifiedData = {
  firstName: string | null;
  lastName: string | null;
  dob: string | null;
  /** Stripe's own word: `driving_license`, `id_card`, `passport`, or one that Stripe adds later. */
  idType: string | null;
  address: Address | null;
  /** The document's number, never a tax number. */
  idNumber: string | null;
  issuingCountry: string | null;
  expirationDate: string | null;
};

export const verifiedFields = [
  'firstName',
  'lastName',
  'dob',
  'idType',
  'address',
  'idNumber',
  'issuingCountry',
  'expirationDate',
] as const satisfies readonly (keyof VerifiedData)[];
export type VerifiedField = (typeof verifiedFields)[number];

/** What each field is called outside: in the API, in the audit trail, and in the rights to the identity key. */
export const verifiedFieldNames = {
  firstName: 'identity_first_name',
  lastName: 'identity_last_name',
  dob: 'identity_dob',
  idType: 'identity_id_type',
  address: 'identity_address',
  idNumber: 'identity_id_number',
  issuingCountry: 'identity_issuing_country',
  expirationDate: 'identity_expiration_date',
} as const satisfies Record<keyof VerifiedData, string>;

/** Of a document that told nothing. */
export const unknownData: VerifiedData = {
  firstName: null,
  lastName: null,
  dob: null,
  idType: null,
  address: null,
  idNumber: null,
  issuingCountry: null,
  expirationDate: null,
};

/** Some fields of verified data; the others are null. */
export function pickFields(data: VerifiedData, fields: readonly VerifiedField[]): VerifiedData {
  return { ...unknownData, ...Object.fromEntries(fields.map((field) => [field, data[field]])) };
}

/** The same with what identifies somebody covered. */
export type MaskedData = VerifiedData;

const cover = '•••';
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Covers what identifies somebody; what is null stays null. */
export function maskVerifiedData(data: VerifiedData): MaskedData {
  return {
    firstName: masked(data.firstName, maskName),
    lastName: masked(data.lastName, maskName),
    dob: masked(data.dob, maskDay),
    idType: data.idType,
    address: data.address && maskAddress(data.address),
    idNumber: masked(data.idNumber, maskNumber),
    issuingCountry: data.issuingCountry,
    expirationDate: masked(data.expirationDate, maskDay),
  };
}

/** Whether somebody is 18, and old enough for the policy, at a moment. Nothing is guessed. */
export function ageClaims(dob: CalendarDate | null, minimumAge: number | null, atMs: number): AgeClaims {
  if (dob === null) return { over18: null, overMinimumAge: null };
  const age = ageAt(dob, atMs);
  return { over18: age >= 18, overMinimumAge: minimumAge === null ? null : age >= minimumAge };
}

function masked(value: string | null, mask: (value: string) => string): string | null {
  return value === null ? null : mask(value);
}

/** A name of a single letter is covered whole: its first letter would be all of it. */
function maskName(name: string): string {
  const [first, second] = graphemes.segment(name.normalize('NFC'));
  return first === undefined || second === undefined ? cover : `${first.segment}${cover}`;
}

/** Only a day of the month stays; what isn't an ISO day is covered whole. */
function maskDay(day: string): string {
  const parts = /^\d{4}-\d{2}-(\d{2})$/.exec(day);
  return `••••-••-${parts?.[1] ?? '••'}`;
}

/** The last four of a number, where at least three more stay covered. */
function maskNumber(number: string): string {
  const signs = Array.from(graphemes.segment(number), ({ segment }) => segment);
  return signs.length > 6 ? `••••${signs.slice(-4).join('')}` : '••••';
}

function maskAddress(address: Address): Address {
  return {
    line1: masked(address.line1, () => cover),
    line2: masked(address.line2, () => cover),
    city: masked(address.city, () => cover),
    state: masked(address.state, () => cover),
    postalCode: masked(address.postalCode, () => cover),
    country: address.country,
  };
}
