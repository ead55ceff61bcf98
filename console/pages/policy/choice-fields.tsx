// Fields with a few fixed values: choices, switches, and the accepted documents.

import Checkbox from '@cloudscape-design/components/checkbox';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Toggle from '@cloudscape-design/components/toggle';
import { useTranslations } from 'use-intl';
import { useDefaultSentence, useDefaultText } from './default-text.ts';
import { usePolicyForm } from './form-context.tsx';
import { type ChoiceField as ChoiceName, documentTypes, options, type Rules } from './policy-rules.ts';
import { RuleField } from './rule-field.tsx';
import { optionTexts, useRuleText } from './rule-text.ts';

export function ChoiceField({ field }: { field: ChoiceName }) {
  const t = useTranslations('policy.options');
  const { rules, change } = usePolicyForm();
  const defaultSentence = useDefaultSentence();
  const textOf = useRuleText();
  return (
    <RuleField field={field} constraint={defaultSentence(field)}>
      <RadioGroup
        name={field}
        value={rules[field]}
        items={options[field].map((value) => ({
          value,
          label: textOf(field, value),
          description: t(`${optionTexts[value]}.help`),
        }))}
        onChange={({ detail }) => {
          const chosen = options[field].find((value) => value === detail.value);
          if (chosen !== undefined) change({ type: 'set', rules: { [field]: chosen } });
        }}
      />
    </RuleField>
  );
}

export type SwitchName = {
  [Field in keyof Rules]: Rules[Field] extends boolean ? Field : never;
}[keyof Rules];

export function SwitchField({ field }: { field: SwitchName }) {
  const { rules, change } = usePolicyForm();
  const defaultSentence = useDefaultSentence();
  const textOf = useRuleText();
  return (
    <RuleField field={field} constraint={defaultSentence(field)}>
      <Toggle
        checked={rules[field]}
        onChange={({ detail }) => change({ type: 'set', rules: { [field]: detail.checked } })}
      >
        {textOf(field, rules[field])}
      </Toggle>
    </RuleField>
  );
}

export function DocumentTypesField() {
  const field = 'identity_allowed_document_types';
  const t = useTranslations('policy');
  const { form, rules, change } = usePolicyForm();
  const defaultOf = useDefaultText();
  const hasNone = form.unfinished[field] !== undefined;
  const chosen = hasNone ? [] : rules[field];
  const choose = (type: (typeof documentTypes)[number], isWanted: boolean): void => {
    const next = documentTypes.filter((other) => (other === type ? isWanted : chosen.includes(other)));
    change(next.length === 0 ? { type: 'type', field, text: '' } : { type: 'set', rules: { [field]: next } });
  };
  return (
    <RuleField
      field={field}
      constraint={t('constraint.documents', { value: defaultOf(field) })}
      fault={hasNone ? t('faults.documents') : undefined}
    >
      {documentTypes.map((type) => (
        <Checkbox
          key={type}
          checked={chosen.includes(type)}
          onChange={({ detail }) => choose(type, detail.checked)}
        >
          {t(`documents.${type}`)}
        </Checkbox>
      ))}
    </RuleField>
  );
}
