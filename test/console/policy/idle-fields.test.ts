import { expect, test } from 'vitest';
import { idleReason } from '../../../console/pages/policy/idle-fields.ts';
import { defaultRules, ruleFields, type Rules } from '../../../console/pages/policy/policy-rules.ts';

const idleIn = (changed: Partial<Rules>) =>
  Object.fromEntries(
    ruleFields.flatMap((field) => {
      const reason = idleReason(field, { ...defaultRules, ...changed });
      return reason === null ? [] : [[field.replace('identity_', ''), reason]];
    }),
  );

test.each([
  ['by risk', {}, { exempt_customers_created_before: 'all_users_only' }],
  [
    'for all users',
    { identity_verification_mode: 'all_users' },
    {
      verification_risk_threshold: 'risk_only',
      unscored_payment: 'risk_only',
      risk_evaluation: 'score_only',
      blocked_charge_triggers: 'score_only',
    },
  ],
  [
    'for nobody',
    { identity_verification_mode: 'disabled' },
    {
      verification_risk_threshold: 'risk_only',
      unscored_payment: 'risk_only',
      risk_evaluation: 'score_only',
      blocked_charge_triggers: 'score_only',
      exempt_customers_created_before: 'all_users_only',
    },
  ],
  [
    'with a flow that riders can’t do without',
    { identity_verification_flow: 'vf_1' },
    {
      exempt_customers_created_before: 'all_users_only',
      allowed_document_types: 'flow_decides',
      require_live_capture: 'flow_decides',
      require_selfie: 'flow_declined',
    },
  ],
  [
    'with a flow, where riders may decline the selfie',
    { identity_verification_flow: 'vf_1', identity_require_selfie: false },
    {
      exempt_customers_created_before: 'all_users_only',
      allowed_document_types: 'flow_declined',
      require_live_capture: 'flow_declined',
      require_selfie: 'flow_declined',
    },
  ],
] satisfies [string, Partial<Rules>, Record<string, string>][])(
  'a policy %s says which of its fields have no effect',
  (_, changed, idle) => {
    expect(idleIn(changed)).toEqual(idle);
  },
);
