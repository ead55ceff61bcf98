// Random rules of a policy, as the API allows them.

import fc from 'fast-check';
import type { Policy } from '../../../console/api/policy.ts';
import { bounds, documentTypes, options, type Rules } from '../../../console/pages/policy/policy-rules.ts';

const within = ([min, max]: readonly [number, number]) => fc.integer({ min, max });

export const anyRules: fc.Arbitrary<Rules> = fc.record({
  identity_verification_mode: fc.constantFrom(...options.identity_verification_mode),
  identity_verification_risk_threshold: within(bounds.identity_verification_risk_threshold),
  identity_max_attempts: within(bounds.identity_max_attempts),
  identity_require_selfie: fc.boolean(),
  identity_allowed_document_types: fc.subarray([...documentTypes], { minLength: 1 }),
  identity_require_live_capture: fc.boolean(),
  identity_minimum_age: fc.option(within(bounds.identity_minimum_age)),
  identity_verification_flow: fc.option(fc.constantFrom('vf_one', 'vf_two')),
  identity_unscored_payment: fc.constantFrom(...options.identity_unscored_payment),
  identity_risk_evaluation: fc.constantFrom(...options.identity_risk_evaluation),
  identity_blocked_charge_triggers: fc.boolean(),
  identity_exempt_customers_created_before: fc.option(
    fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-06-01T12:30:00.000Z'),
  ),
  identity_data_retention: fc.constantFrom(...options.identity_data_retention),
  identity_retention_days: fc.option(within(bounds.identity_retention_days)),
  identity_document_expiry_reminders: fc.boolean(),
  identity_document_expiry_reverification: fc.boolean(),
});

export const policyOf = (rules: Rules, version = 1): Policy => ({
  subaccount_id: 'metro',
  version,
  ...rules,
});
