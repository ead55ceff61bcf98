// Every reason for which Stripe refuses a check has a plain next step for the rider.

import { describe, expect, it } from 'vitest';
import { knownErrorCodes, nextStepFor, riderLanguages } from '../../functions/domain/next-step.ts';

/** Stripe's list, https://docs.stripe.com/identity/handle-verification-outcomes, and our own age limit. */
const codes = [
  'abandoned',
  'consent_declined',
  'country_not_supported',
  'device_not_supported',
  'document_expired',
  'document_type_not_supported',
  'document_unverified_other',
  'email_unverified_other',
  'email_verification_declined',
  'id_number_insufficient_document_data',
  'id_number_mismatch',
  'id_number_unverified_other',
  'phone_unverified_other',
  'phone_verification_declined',
  'selfie_document_missing_photo',
  'selfie_face_mismatch',
  'selfie_manipulated',
  'selfie_unverified_other',
  'under_supported_age',
  'under_minimum_age',
  'age_unconfirmed',
];

const general = nextStepFor(null);
const otherLanguages = riderLanguages.filter((language) => language !== 'en');

describe('the next step of a rider', () => {
  it.each(codes)('%s has one of its own, in whole sentences', (code) => {
    const step = nextStepFor(code);

    expect(step).not.toBe(general);
    expect(step).toMatch(/^[A-Z].+\.$/);
    expect(step).not.toContain(code);
  });

  it.each(otherLanguages)('is also said in “%s”, for every code and in its own words', (language) => {
    const steps = [null, ...codes].map((code) => nextStepFor(code, language));

    expect(new Set(steps).size).toBe(codes.length + 1);
    expect(steps).not.toContain(general);
    for (const code of codes) expect(nextStepFor(code, language)).not.toBe(nextStepFor(code));
  });

  it('is known for these codes and no others', () => {
    expect([...knownErrorCodes].sort()).toEqual([...codes].sort());
  });

  it('differs from code to code', () => {
    expect(new Set(codes.map((code) => nextStepFor(code))).size).toBe(codes.length);
  });

  it.each(['code_of_next_year', '', '__proto__', 'constructor', 'toString', 'ABANDONED'])(
    'is general advice for the unknown code “%s”',
    (code) => {
      expect(nextStepFor(code)).toBe(general);
    },
  );
});
