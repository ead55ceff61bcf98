// The frame of each field: what it does, what it may be, whether it matters now, and whether it was changed.

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePolicyForm } from './form-context.tsx';
import { idleReason } from './idle-fields.ts';
import type { RuleField } from './policy-rules.ts';
import { useRuleText } from './rule-text.ts';

export function RuleField({
  field,
  constraint,
  fault,
  children,
}: {
  field: RuleField;
  /** What may stand here, and what does by default. */
  constraint: ReactNode;
  /** What is wrong with what was typed. */
  fault?: string | undefined;
  children: ReactNode;
}) {
  const t = useTranslations('policy');
  const { form, rules } = usePolicyForm();
  const idle = idleReason(field, rules);
  const refused = form.refused[field];
  const error = refused === undefined ? fault : t('faults.refused', { message: refused });
  return (
    <div id={`field-${field}`} className="policy-field">
      <FormField
        stretch
        label={t(`fields.${field}.label`)}
        description={t(`fields.${field}.help`)}
        constraintText={
          <>
            {idle !== null && (
              <div>
                <StatusIndicator type="info">{t(`idle.${idle}`)}</StatusIndicator>
              </div>
            )}
            {constraint}
          </>
        }
        errorText={error}
      >
        {children}
      </FormField>
      <ChangedMark field={field} />
    </div>
  );
}

/** Says that a field was changed, from what, and by whom else. */
function ChangedMark({ field }: { field: RuleField }) {
  const t = useTranslations('policy');
  const { form, rules, change } = usePolicyForm();
  const textOf = useRuleText();
  const label = t(`fields.${field}.label`);
  const conflict = form.conflicts.find((open) => open.field === field);
  if (conflict !== undefined) {
    return (
      <Box margin={{ top: 'xs' }}>
        <Alert type="warning">
          <SpaceBetween size="xs">
            <span>
              {t('conflict.same', {
                theirs: textOf(field, conflict.theirs),
                mine: textOf(field, rules[field]),
              })}
            </span>
            <SpaceBetween size="xs" direction="horizontal">
              <Button
                ariaLabel={t('conflict.keepOf', { field: label })}
                onClick={() => change({ type: 'keep', field })}
              >
                {t('conflict.keep')}
              </Button>
              <Button
                ariaLabel={t('conflict.takeOf', { field: label })}
                onClick={() => change({ type: 'undo', field })}
              >
                {t('conflict.take')}
              </Button>
            </SpaceBetween>
          </SpaceBetween>
        </Alert>
      </Box>
    );
  }
  if (!(field in form.edits) && form.unfinished[field] === undefined) return null;
  return (
    <Box margin={{ top: 'xxs' }} color="text-status-info" fontSize="body-s">
      {t('changed.was', { value: textOf(field, form.base[field]) })}{' '}
      <Button
        variant="inline-link"
        ariaLabel={t('changed.undoOf', { field: label })}
        onClick={() => change({ type: 'undo', field })}
      >
        {t('changed.undo')}
      </Button>
    </Box>
  );
}
