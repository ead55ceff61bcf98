// The last look before saving: what changes, and what that does.

import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { ChangeList } from './change-list.tsx';
import { usePolicyForm } from './form-context.tsx';
import { changesIn } from './policy-form.ts';
import type { Simulation } from './what-if.ts';

export function SaveDialog({
  simulation,
  isBusy,
  failure,
  onSave,
  onCancel,
}: {
  /** Of the very rules that are to be saved; null while it is counted. */
  simulation: Simulation | null;
  isBusy: boolean;
  failure: unknown;
  onSave: () => void;
  onCancel: () => void;
}) {
  const t = useTranslations('policy.save');
  const { form } = usePolicyForm();
  const { version } = form.base;
  return (
    <ConfirmDialog
      title={t('title')}
      text={t('text', { version, next: version + 1 })}
      confirm={t('confirm')}
      notes="none"
      isBusy={isBusy}
      failure={failure}
      onConfirm={onSave}
      onCancel={onCancel}
    >
      <SpaceBetween size="m">
        <ChangeList changes={changesIn(form)} />
        {simulation === null ? (
          <span>{t('unknown')}</span>
        ) : (
          <ul>
            <li>{t('blocked', { count: simulation.newly_blocked_once_saved })}</li>
            <li>{t('flagged', { count: simulation.newly_flagged })}</li>
            <li>{t('allowed', { count: simulation.newly_allowed })}</li>
          </ul>
        )}
      </SpaceBetween>
    </ConfirmDialog>
  );
}
