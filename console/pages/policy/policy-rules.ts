// The rules of a policy as this page groups them, with what they start from and what they may be. The API's own
// contract says the same (a test holds them together).

import type { Policy } from '../../api/policy.ts';

/** What an operator may change of a policy. */
export type Rules = Omit<Policy, 'subaccount_id' | 'version'>;
export type RuleField = keyof Rules;
export type RuleValue = Rules[RuleField];

export const fieldGroups = {
  when: [
    'identity_verification_mode',
    'identity_verification_risk_threshold',
    'identity_unscored_payment',
    'identity_risk_evaluation',
    'identity_blocked_charge_triggers',
    'identity_exempt_customers_created_before',
    'identity_document_expiry_reminders',
    'identity_document_expiry_reverification',
  ],
  how: [
    'identity_verification_flow',
    'identity_allowed_document_types',
    'identity_require_live_capture',
    'identity_require_selfie',
    'identity_minimum_age',
    'identity_max_attempts',
  ],
  data: ['identity_data_retention', 'identity_retention_days'],
} as const satisfies Record<string, readonly RuleField[]>;
export type FieldGroup = keyof typeof fieldGroups;

export const groupNames = ['when', 'how', 'data'] as const satisfies readonly FieldGroup[];

/** In the order in which the page shows them. */
export const ruleFields: readonly RuleField[] = groupNames.flatMap((group) => [...fieldGroups[group]]);

/** What a new subaccount starts with. */
export const defaultRules: Rules = {
  identity_verification_mode: 'risk_based',
  identity_verification_risk_threshold: 50,
  identity_max_attempts: 3,
  identity_require_selfie: true,
  identity_allowed_document_types: ['driving_license', 'id_card', 'passport'],
  identity_require_live_capture: true,
  identity_minimum_age: null,
  identity_verification_flow: null,
  identity_unscored_payment: 'allow',
  identity_risk_evaluation: 'first_charge',
  identity_blocked_charge_triggers: false,
  identity_exempt_customers_created_before: null,
  identity_data_retention: 'verified_fields',
  identity_retention_days: null,
  identity_document_expiry_reminders: false,
  identity_document_expiry_reverification: false,
};

/** From the least to the most, both allowed. */
export const bounds = {
  identity_verification_risk_threshold: [0, 100],
  identity_max_attempts: [1, 10],
  identity_minimum_age: [13, 99],
  identity_retention_days: [1, 3650],
} as const satisfies Partial<Record<RuleField, readonly [number, number]>>;
export type NumberField = keyof typeof bounds;

export const options = {
  identity_verification_mode: ['risk_based', 'all_users', 'disabled'],
  identity_unscored_payment: ['allow', 'require'],
  identity_risk_evaluation: ['first_charge', 'every_charge'],
  identity_data_retention: ['verified_fields', 'references_only'],
} as const satisfies Partial<{ [Field in RuleField]: readonly Rules[Field][] }>;
export type ChoiceField = keyof typeof options;

export const documentTypes = ['driving_license', 'id_card', 'passport'] as const;

export function rulesOf({ subaccount_id, version, ...rules }: Policy): Rules {
  return rules;
}
