// The questions before an action. Each stays open, with what was typed, until the action is done or given up.

import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { operatorReasons, type OperatorReason } from './operator-reasons.ts';
import type { CustomerAction } from './use-customer-action.ts';

type DialogProps = { action: CustomerAction; onCancel: () => void };

/** For what needs nothing but notes. */
export function NotesDialog({ kind, action, onCancel }: DialogProps & { kind: 'verify' | 'clear' }) {
  const t = useTranslations('customer');
  return (
    <ConfirmDialog
      title={t(`dialogs.${kind}Title`)}
      text={t(`dialogs.${kind}Text`)}
      confirm={t(`actions.${kind}`)}
      notes="required"
      isBusy={action.doing !== null}
      failure={action.failure}
      onConfirm={(notes) => action.run({ action: kind, notes })}
      onCancel={onCancel}
    />
  );
}

export function RequireDialog({ action, onCancel }: DialogProps) {
  const t = useTranslations('customer');
  const [reason, setReason] = useState<OperatorReason | null>(null);
  const options = operatorReasons.map((value) => ({ value, label: t(`dialogs.requireReasons.${value}`) }));
  return (
    <ConfirmDialog
      title={t('dialogs.requireTitle')}
      text={t('dialogs.requireText')}
      confirm={t('actions.require')}
      notes="optional"
      fault={reason === null ? t('dialogs.requireReasonMissing') : null}
      isBusy={action.doing !== null}
      failure={action.failure}
      onConfirm={(notes) => {
        if (reason !== null) action.run({ action: 'require', reason, notes });
      }}
      onCancel={onCancel}
    >
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
export function RedactDialog({ action, onCancel, customerId }: DialogProps & { customerId: string }) {
  const t = useTranslations('customer');
  const [typedId, setTypedId] = useState('');
  return (
    <ConfirmDialog
      title={t('dialogs.redactTitle')}
      text={<RedactText />}
      confirm={t('actions.redact')}
      notes="required"
      fault={typedId.trim() === customerId ? null : t('dialogs.redactMismatch')}
      isBusy={action.doing !== null}
      failure={action.failure}
      onConfirm={(notes) => action.run({ action: 'redact', notes })}
      onCancel={onCancel}
    >
      <FormField
        label={t('dialogs.redactConfirm')}
        description={t('dialogs.redactConfirmHint', { id: customerId })}
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
