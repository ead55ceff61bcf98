import { expect, test } from 'vitest';
import { whyNothing } from '../../../console/pages/customer/identity/why-nothing.ts';

const nobody = {
  identity_status: null,
  identity_manual_verification: false,
  identity_redaction_status: null,
  identity_attempt_count: 0,
  identity_last_error: null,
};
const error = { code: 'selfie_face_mismatch', reason: null, message: 'Please try again.' };

test.each([
  ['was never checked', {}, 'nothingKnown'],
  ['is being checked', { identity_status: 'pending', identity_attempt_count: 1 }, 'nothingKnown'],
  ['failed', { identity_status: 'failed', identity_attempt_count: 3 }, 'nothingVerified'],
  ['is to try again', { identity_status: 'requires_input', identity_last_error: error }, 'nothingVerified'],
  ['verified at Stripe', { identity_status: 'verified', identity_attempt_count: 1 }, 'nothingKept'],
  [
    'was verified by hand',
    { identity_status: 'verified', identity_manual_verification: true },
    'nothingKnown',
  ],
  ['was redacted', { identity_status: 'failed', identity_redaction_status: 'redacted' }, 'nothingKnown'],
] as const)('of a customer who %s', (_, difference, expected) => {
  expect(whyNothing({ ...nobody, ...difference }, 'references_only')).toBe(expected);
});
