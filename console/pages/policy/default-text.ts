import { useTranslations } from 'use-intl';
import { defaultRules, type RuleField } from './policy-rules.ts';
import { useRuleText } from './rule-text.ts';

/** A field's default in words. */
export function useDefaultText(): (field: RuleField) => string {
  const textOf = useRuleText();
  return (field) => textOf(field, defaultRules[field]);
}

/** The sentence about the default, for fields whose choices stand beside it. */
export function useDefaultSentence(): (field: RuleField) => string {
  const t = useTranslations('policy.constraint');
  const defaultOf = useDefaultText();
  return (field) => t('other', { value: defaultOf(field) });
}
