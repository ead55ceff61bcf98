// Fields that may be none or something typed: the flow at Stripe, and the moment of the exemption.

import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TimeInput from '@cloudscape-design/components/time-input';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/language-provider.tsx';
import { utcText } from '../../parts/moment.tsx';
import { useDefaultText } from './default-text.ts';
import { usePolicyForm } from './form-context.tsx';
import { RuleField } from './rule-field.tsx';
import { readFlow, readLocalText, splitLocalText, toLocalText } from './typed-rules.ts';

type OptionalText = 'identity_verification_flow' | 'identity_exempt_customers_created_before';

/** None, or what the inputs below it say. */
function NoneOrSome({ field, first, children }: { field: OptionalText; first: string; children: ReactNode }) {
  const t = useTranslations('policy.optional');
  const { form, rules, change } = usePolicyForm();
  const hasSome = form.unfinished[field] !== undefined || rules[field] !== null;
  return (
    <SpaceBetween size="xs">
      <RadioGroup
        name={field}
        value={hasSome ? 'some' : 'none'}
        items={[
          { value: 'none', label: t(`${field}.none`) },
          { value: 'some', label: t(`${field}.some`) },
        ]}
        onChange={({ detail }) =>
          change(
            detail.value === 'some'
              ? { type: 'type', field, text: first }
              : { type: 'set', rules: { [field]: null } },
          )
        }
      />
      {hasSome && children}
    </SpaceBetween>
  );
}

export function FlowField() {
  const field = 'identity_verification_flow';
  const t = useTranslations('policy');
  const { form, rules, change } = usePolicyForm();
  const defaultOf = useDefaultText();
  const unfinished = form.unfinished[field];
  const type = (text: string): void => {
    const flow = readFlow(text);
    change(flow === null ? { type: 'type', field, text } : { type: 'set', rules: { [field]: flow } });
  };
  return (
    <RuleField
      field={field}
      constraint={t('constraint.flow', { value: defaultOf(field) })}
      fault={unfinished === undefined ? undefined : t('faults.flow')}
    >
      <NoneOrSome field={field} first="vf_">
        <Input
          ariaLabel={t(`fields.${field}.label`)}
          value={unfinished ?? rules[field] ?? ''}
          invalid={unfinished !== undefined}
          spellcheck={false}
          autoComplete={false}
          onChange={({ detail }) => type(detail.value)}
        />
      </NoneOrSome>
    </RuleField>
  );
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function ExemptionField() {
  const field = 'identity_exempt_customers_created_before';
  const t = useTranslations('policy');
  const { language } = useLanguage();
  const { form, rules, change } = usePolicyForm();
  const defaultOf = useDefaultText();
  const unfinished = form.unfinished[field];
  const value = rules[field];
  const text = unfinished ?? (value === null ? '' : toLocalText(value));
  const { date, time } = splitLocalText(text);
  const type = (typed: string): void => {
    const moment = readLocalText(typed);
    change(
      moment === null ? { type: 'type', field, text: typed } : { type: 'set', rules: { [field]: moment } },
    );
  };
  return (
    <RuleField
      field={field}
      constraint={
        <>
          {t('constraint.moment', { zone, value: defaultOf(field) })}
          {unfinished === undefined && value !== null && (
            <>
              <br />
              {t('constraint.utc', { utc: utcText(new Date(value)) })}
            </>
          )}
        </>
      }
      fault={unfinished === undefined ? undefined : t('faults.moment')}
    >
      <NoneOrSome field={field} first="T00:00">
        <div className="policy-moment">
          <FormField label={t('exemption.date')}>
            <DatePicker
              locale={language}
              format="iso"
              inputFormat="iso"
              placeholder="YYYY-MM-DD"
              value={date}
              invalid={unfinished !== undefined}
              i18nStrings={{ openCalendarAriaLabel: () => t('exemption.openCalendar') }}
              onChange={({ detail }) => type(`${detail.value}T${time}`)}
            />
          </FormField>
          <FormField label={t('exemption.time')}>
            <TimeInput
              format="hh:mm"
              placeholder="hh:mm"
              value={time}
              invalid={unfinished !== undefined}
              onChange={({ detail }) => type(`${date}T${detail.value}`)}
            />
          </FormField>
        </div>
      </NoneOrSome>
    </RuleField>
  );
}
