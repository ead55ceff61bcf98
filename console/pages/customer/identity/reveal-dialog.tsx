// Asks why somebody looks, and at what.

import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import {
  fieldsOf,
  type RevealableField,
  revealableFields,
  type RevealChoice,
  revealChoices,
} from './reveal-request.ts';
import type { Reveal } from './use-reveal.ts';

export function RevealDialog({
  reveal,
  first,
  firstReason,
  onReveal,
  onCancel,
}: {
  reveal: Reveal;
  /** What is chosen at the start. */
  first: RevealChoice;
  /** What was typed when it was given up before. */
  firstReason: string;
  onReveal: (reason: string, fields: string | undefined) => void;
  onCancel: (typed: string) => void;
}) {
  const t = useTranslations('customer.identity');
  const [choice, setChoice] = useState<RevealChoice>(first);
  const [chosen, setChosen] = useState<readonly RevealableField[]>([]);
  const fields = fieldsOf(choice, chosen);
  return (
    <ConfirmDialog
      title={t('revealTitle')}
      text={t('revealText')}
      confirm={t('reveal')}
      notes="required"
      notesLabel={t('revealReason')}
      maxNotes={500}
      firstNotes={firstReason}
      fault={fields === null ? t('fieldsMissing') : null}
      isBusy={reveal.call.isBusy}
      failure={reveal.call.failure}
      onConfirm={(reason) => {
        if (fields !== null) onReveal(reason, fields);
      }}
      onCancel={onCancel}
    >
      <FormField label={t('revealWhat')}>
        <RadioGroup
          value={choice}
          items={revealChoices.map((value) => ({ value, label: t(`choices.${value}`) }))}
          onChange={({ detail }) =>
            setChoice(revealChoices.find((value) => value === detail.value) ?? choice)
          }
        />
      </FormField>
      {choice === 'some' && (
        <div role="group" aria-label={t('choices.some')}>
          <SpaceBetween size="xxs">
            {revealableFields.map((field) => (
              <Checkbox
                key={field}
                checked={chosen.includes(field)}
                onChange={({ detail }) =>
                  setChosen(detail.checked ? [...chosen, field] : chosen.filter((other) => other !== field))
                }
              >
                {t(`fields.${field}`)}
              </Checkbox>
            ))}
          </SpaceBetween>
        </div>
      )}
    </ConfirmDialog>
  );
}
