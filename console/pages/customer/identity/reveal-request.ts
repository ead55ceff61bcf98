// What can be revealed of a document, what to ask the API for, and how long it is shown.

import type { Customer, IdentityReport } from '../customer-types.ts';

export const revealableFields = [
  'identity_first_name',
  'identity_last_name',
  'identity_dob',
  'identity_id_type',
  'identity_address',
  'identity_id_number',
  'identity_issuing_country',
  'identity_expiration_date',
  'images',
] as const;
export type RevealableField = (typeof revealableFields)[number];

export const revealChoices = ['all', 'data', 'images', 'some'] as const;
export type RevealChoice = (typeof revealChoices)[number];

/** The `fields` of a query; `undefined` asks for everything, null is no request at all. */
export function fieldsOf(
  choice: RevealChoice,
  chosen: readonly RevealableField[],
): string | undefined | null {
  switch (choice) {
    case 'all':
      return undefined;
    case 'data':
      return revealableFields.filter((field) => field !== 'images').join(',');
    case 'images':
      return 'images';
    case 'some':
      return chosen.length === 0
        ? null
        : revealableFields.filter((field) => chosen.includes(field)).join(',');
  }
}

/** How long revealed values stay on the screen. */
export const shownForMs = 5 * 60_000;

/** Whether personal data was removed after it was revealed: then it goes from the screen too. */
export function isRedactedSince(
  { identity_redaction_requested_at: requestedAt }: Pick<Customer, 'identity_redaction_requested_at'>,
  { revealed_at }: Pick<IdentityReport, 'revealed_at'>,
): boolean {
  return requestedAt !== null && Date.parse(requestedAt) >= Date.parse(revealed_at);
}

/** Links of images die after this, whatever an answer says. */
const longestLinkMs = 30_000;

/**
 * When links die, by this machine's clock: theirs may differ, so the time they have left when they were made counts
 * from when they came.
 */
export function linksDieAtMs(
  report: { revealed_at: string; images?: readonly { expires_at: string }[] },
  receivedAtMs: number,
): number {
  const ends = (report.images ?? []).map(({ expires_at }) => Date.parse(expires_at));
  const left = Math.min(...ends) - Date.parse(report.revealed_at);
  return receivedAtMs + Math.max(0, Math.min(left, longestLinkMs));
}
