// Values of rules in the viewer's words.

import { useFormatter, useTranslations } from 'use-intl';
import { utcText } from '../../parts/moment.tsx';
import type { RuleField, RuleValue, Rules } from './policy-rules.ts';

/** What a value of a field says, such as `18 years` or `No minimum age`. */
export function useRuleText(): (field: RuleField, value: RuleValue) => string {
  const t = useTranslations('policy');
  const format = useFormatter();
  const momentText = (iso: string): string =>
    t('values.moment', {
      local: format.dateTime(new Date(iso), { dateStyle: 'medium', timeStyle: 'short' }),
      utc: utcText(new Date(iso)),
    });
  return (field, value) => {
    if (typeof value === 'boolean') return t(value ? 'switch.on' : 'switch.off');
    if (Array.isArray(value)) return format.list(value.map((type) => t(`documents.${type}`)));
    if (value === null) return hasNone(field) ? t(`optional.${field}.none`) : '';
    if (typeof value === 'number') {
      const unit = units[field];
      return unit === undefined ? format.number(value) : t(unit, { count: value });
    }
    if (field === 'identity_exempt_customers_created_before') return momentText(value);
    return isOption(value) ? t(`options.${optionTexts[value]}.label`) : value;
  };
}

type FieldWithNone = {
  [Field in RuleField]: null extends Rules[Field] ? Field : never;
}[RuleField];

function hasNone(field: RuleField): field is FieldWithNone {
  return fieldsWithNone.some((other) => other === field);
}

const fieldsWithNone: readonly FieldWithNone[] = [
  'identity_minimum_age',
  'identity_retention_days',
  'identity_verification_flow',
  'identity_exempt_customers_created_before',
];

const units: Partial<Record<RuleField, 'values.years' | 'values.days' | 'values.attempts'>> = {
  identity_minimum_age: 'values.years',
  identity_retention_days: 'values.days',
  identity_max_attempts: 'values.attempts',
};

/** Where the texts of each choice stand. */
export const optionTexts = {
  risk_based: 'identity_verification_mode.risk_based',
  all_users: 'identity_verification_mode.all_users',
  disabled: 'identity_verification_mode.disabled',
  allow: 'identity_unscored_payment.allow',
  require: 'identity_unscored_payment.require',
  first_charge: 'identity_risk_evaluation.first_charge',
  every_charge: 'identity_risk_evaluation.every_charge',
  verified_fields: 'identity_data_retention.verified_fields',
  references_only: 'identity_data_retention.references_only',
} as const;

const isOption = (value: string): value is keyof typeof optionTexts => Object.hasOwn(optionTexts, value);
