// Fields that have no effect, or less of it, beside the others as they are: the page says so instead of hiding them.

import type { RuleField, Rules } from './policy-rules.ts';

export type IdleReason = 'risk_only' | 'score_only' | 'all_users_only' | 'flow_decides' | 'flow_declined';

type Judge = (rules: Rules) => IdleReason | null;

const besidesRisk =
  (reason: IdleReason): Judge =>
  ({ identity_verification_mode }) =>
    identity_verification_mode === 'risk_based' ? null : reason;

/** A flow brings its own; riders who may decline the selfie and do so get a session without the flow. */
const besideFlow: Judge = ({ identity_verification_flow, identity_require_selfie }) => {
  if (identity_verification_flow === null) return null;
  return identity_require_selfie ? 'flow_decides' : 'flow_declined';
};

const judges: Partial<Record<RuleField, Judge>> = {
  identity_verification_risk_threshold: besidesRisk('risk_only'),
  identity_unscored_payment: besidesRisk('risk_only'),
  // These choose the score that is kept, in every mode.
  identity_risk_evaluation: besidesRisk('score_only'),
  identity_blocked_charge_triggers: besidesRisk('score_only'),
  identity_exempt_customers_created_before: ({ identity_verification_mode }) =>
    identity_verification_mode === 'all_users' ? null : 'all_users_only',
  identity_require_selfie: ({ identity_verification_flow }) =>
    identity_verification_flow === null ? null : 'flow_declined',
  identity_allowed_document_types: besideFlow,
  identity_require_live_capture: besideFlow,
};

/** Null where a field does all that its help says. */
export function idleReason(field: RuleField, rules: Rules): IdleReason | null {
  return judges[field]?.(rules) ?? null;
}
