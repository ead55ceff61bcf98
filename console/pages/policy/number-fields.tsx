// Fields with a whole number: plain, as a threshold with a slider, and with "none" as a choice of its own.

import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Slider from '@cloudscape-design/components/slider';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTranslations } from 'use-intl';
import { useDefaultText } from './default-text.ts';
import { usePolicyForm } from './form-context.tsx';
import { bounds, type NumberField as NumberName } from './policy-rules.ts';
import { RuleField } from './rule-field.tsx';
import { readNumber } from './typed-rules.ts';

/** What a number's input shows, what is wrong with it, and what typing does. */
function useTypedNumber(field: NumberName) {
  const t = useTranslations('policy');
  const { form, rules, change } = usePolicyForm();
  const defaultOf = useDefaultText();
  const [least, most] = bounds[field];
  const unfinished = form.unfinished[field];
  const value = rules[field];
  return {
    least,
    most,
    text: unfinished ?? (value === null ? '' : String(value)),
    fault: unfinished === undefined ? undefined : t('faults.number', { least, most }),
    constraint: t('constraint.range', { least, most, value: defaultOf(field) }),
    type: (text: string): void => {
      const number = readNumber(field, text);
      change(number === null ? { type: 'type', field, text } : { type: 'set', rules: { [field]: number } });
    },
  };
}

export function NumberField({ field }: { field: NumberName }) {
  const t = useTranslations('policy.fields');
  const { text, fault, constraint, type } = useTypedNumber(field);
  return (
    <RuleField field={field} constraint={constraint} fault={fault}>
      <div className="policy-number">
        <Input
          type="number"
          inputMode="numeric"
          ariaLabel={t(`${field}.label`)}
          value={text}
          onChange={({ detail }) => type(detail.value)}
        />
      </div>
    </RuleField>
  );
}

export function ThresholdField() {
  const field = 'identity_verification_risk_threshold';
  const t = useTranslations('policy.threshold');
  const { rules, change } = usePolicyForm();
  const { least, most, text, fault, constraint, type } = useTypedNumber(field);
  return (
    <RuleField field={field} constraint={constraint} fault={fault}>
      <div className="policy-threshold">
        <Slider
          ariaLabel={t('slider')}
          min={least}
          max={most}
          value={rules[field]}
          referenceValues={[25, 50, 75]}
          onChange={({ detail }) => change({ type: 'set', rules: { [field]: detail.value } })}
        />
        <Input
          type="number"
          inputMode="numeric"
          ariaLabel={t('number')}
          value={text}
          onChange={({ detail }) => type(detail.value)}
        />
      </div>
    </RuleField>
  );
}

export type OptionalNumberName = 'identity_minimum_age' | 'identity_retention_days';

export function OptionalNumberField({ field }: { field: OptionalNumberName }) {
  const t = useTranslations('policy');
  const { form, rules, change } = usePolicyForm();
  const { text, fault, constraint, type } = useTypedNumber(field);
  const hasSome = form.unfinished[field] !== undefined || rules[field] !== null;
  return (
    <RuleField field={field} constraint={constraint} fault={fault}>
      <SpaceBetween size="xs">
        <RadioGroup
          name={field}
          value={hasSome ? 'some' : 'none'}
          items={[
            { value: 'none', label: t(`optional.${field}.none`) },
            { value: 'some', label: t(`optional.${field}.some`) },
          ]}
          onChange={({ detail }) => {
            const wants = detail.value === 'some';
            change(wants ? { type: 'type', field, text: '' } : { type: 'set', rules: { [field]: null } });
          }}
        />
        {hasSome && (
          <FormField>
            <div className="policy-number">
              <Input
                type="number"
                inputMode="numeric"
                ariaLabel={`${t(`fields.${field}.label`)}, ${t(`optional.${field}.unit`)}`}
                value={text}
                invalid={fault !== undefined}
                onChange={({ detail }) => type(detail.value)}
              />
              <Box padding={{ top: 'xxs' }}>{t(`optional.${field}.unit`)}</Box>
            </div>
          </FormField>
        )}
      </SpaceBetween>
    </RuleField>
  );
}
