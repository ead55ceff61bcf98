// What a subaccount asks where nobody changed it, and who is let off under all_users.

import { describe, expect, it } from 'vitest';
import { defaultPolicyRules, isExemptFromAllUsers } from '../../functions/domain/policy.ts';
import { nowMs } from '../support/builders.ts';

describe('the default policy', () => {
  it('is what the API documents', () => {
    expect(defaultPolicyRules).toEqual({
      verificationMode: 'risk_based',
      riskThreshold: 50,
      maxAttempts: 3,
      requireSelfie: true,
      allowedDocumentTypes: ['driving_license', 'id_card', 'passport'],
      requireLiveCapture: true,
      minimumAge: null,
      verificationFlow: null,
      unscoredPayment: 'allow',
      riskEvaluation: 'first_charge',
      blockedChargeTriggers: false,
      exemptCustomersCreatedBeforeMs: null,
      dataRetention: 'verified_fields',
      retentionDays: null,
      documentExpiryReminders: false,
      documentExpiryReverification: false,
    });
  });
});

describe('exempt from all_users is who was created before the moment', () => {
  it.each([
    { created: nowMs - 1, before: nowMs, exempt: true, when: 'a millisecond before' },
    { created: nowMs, before: nowMs, exempt: false, when: 'at the very moment' },
    { created: nowMs + 1, before: nowMs, exempt: false, when: 'after it' },
    { created: nowMs - 1, before: null, exempt: false, when: 'where no moment is set' },
    { created: 0, before: 1, exempt: true, when: 'also at the beginning of time' },
  ])('$when: $exempt', ({ created, before, exempt }) => {
    const policy = { exemptCustomersCreatedBeforeMs: before };

    expect(isExemptFromAllUsers({ createdAtMs: created }, policy)).toBe(exempt);
  });
});
