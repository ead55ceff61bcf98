// The questions before an action. Each stays open, with what was typed, until the action is done or given up.

import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isOvertaken } from '../../../api/failure.ts';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import type { CustomerFile } from '../customer-types.ts';
import { operatorReasons, type OperatorReason } from '../../../parts/requirement-reason.ts';
import { OvertakenAlert } from './overtaken-alert.tsx';
import { useSeenVersion } from './seen-version.ts';
import type { CustomerAction } from './use-customer-action.ts';

type DialogProps = {
  customer: CustomerFile;
  action: CustomerAction;
  /** What was typed when it was given up before. */
  firstNotes: string;
  onCancel: (typed: string) => void;
};

/** The version to send, and what went wrong: news of the customer in their own words, all else as a failure. */
function useDecision(customer: CustomerFile, action: CustomerAction) {
  const version = useSeenVersion(customer.version, action.failure);
  const isNews = isOvertaken(action.failure);
  return {
    version,
    news: isNews && <OvertakenAlert customer={customer} />,
    failure: isNews ? null : action.failure,
  };
}

/** For what needs nothing but notes. */
export function NotesDialog({
  kind,
  customer,
  action,
  firstNotes,
  onCancel,
}: DialogProps & { kind: 'verify' | 'clear' }) {
  const t = useTranslations('customer');
  const { version, news, failure } = useDecision(customer, action);
  return (
    <ConfirmDialog
      title={t(`dialogs.${kind}Title`)}
      text={t(`dialogs.${kind}Text`)}
      confirm={t(`actions.${kind}`)}
      notes="required"
      firstNotes={firstNotes}
      isBusy={action.doing !== null}
      failure={failure}
      onConfirm={(notes) => action.run({ action: kind, version, notes })}
      onCancel={onCancel}
    >
      {news}
    </ConfirmDialog>
  );
}

export function RequireDialog({ customer, action, firstNotes, onCancel }: DialogProps) {
  const t = useTranslations('customer');
  const { version, news, failure } = useDecision(customer, action);
  const [reason, setReason] = useState<OperatorReason | null>(null);
  const options = operatorReasons.map((value) => ({ value, label: t(`dialogs.requireReasons.${value}`) }));
  return (
    <ConfirmDialog
      title={t('dialogs.requireTitle')}
      text={t('dialogs.requireText')}
      confirm={t('actions.require')}
      notes="optional"
      firstNotes={firstNotes}
      fault={reason === null ? t('dialogs.requireReasonMissing') : null}
      isBusy={action.doing !== null}
      failure={failure}
      onConfirm={(notes) => {
        if (reason !== null) action.run({ action: 'require', version, reason, notes });
      }}
      onCancel={onCancel}
    >
      {news}
      <FormField label={t('dialogs.requireReason')} description={t('dialogs.requireReasonHint')}>
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === reason) ?? null}
          placeholder={t('dialogs.requireReasonMissing')}
          disabled={action.doing !== null}
          onChange={({ detail }) =>
            setReason(operatorReasons.find((value) => value === detail.selectedOption.value) ?? null)
          }
        />
      </FormField>
    </ConfirmDialog>
  );
}

/** It can't be undone: whoever does it types whom it is about. */
export function RedactDialog({ customer, action, firstNotes, onCancel }: DialogProps) {
  const t = useTranslations('customer');
  const { version, news, failure } = useDecision(customer, action);
  const [typedId, setTypedId] = useState('');
  return (
    <ConfirmDialog
      title={t('dialogs.redactTitle')}
      text={<RedactText />}
      confirm={t('actions.redact')}
      notes="required"
      firstNotes={firstNotes}
      fault={typedId.trim() === customer.id ? null : t('dialogs.redactMismatch')}
      isBusy={action.doing !== null}
      failure={failure}
      onConfirm={(notes) => action.run({ action: 'redact', version, notes })}
      onCancel={onCancel}
    >
      {news}
      <FormField
        label={t('dialogs.redactConfirm')}
        description={t('dialogs.redactConfirmHint', { id: customer.id })}
      >
        <Input
          value={typedId}
          autoComplete={false}
          spellcheck={false}
          disabled={action.doing !== null}
          onChange={({ detail }) => setTypedId(detail.value)}
        />
      </FormField>
    </ConfirmDialog>
  );
}

function RedactText() {
  const t = useTranslations('customer.dialogs');
  return (
    <SpaceBetween size="xs">
      <strong>{t('redactText')}</strong>
      <div>
        <strong>{t('redactGoes')}</strong>: {t('redactGoesText')}
      </div>
      <div>
        <strong>{t('redactStays')}</strong>: {t('redactStaysText')}
      </div>
    </SpaceBetween>
  );
}
