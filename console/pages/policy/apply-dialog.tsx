// The question before a policy is applied: whom it would ask to verify, as the policy stands in force.

import Alert from '@cloudscape-design/components/alert';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useFormatter, useTranslations } from 'use-intl';
import type { Policy } from '../../api/policy.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import type { Rules } from './policy-rules.ts';
import { useSimulation } from './queries.ts';
import type { Price } from '../../parts/price/price.ts';

/** What is left out of a simulation has the value that is in force. */
const asInForce: Partial<Rules> = {};

export function ApplyDialog({
  policy,
  isNews,
  price,
  isDirty,
  isBusy,
  failure,
  onConfirm,
  onCancel,
}: {
  policy: Policy;
  /** Another policy was asked about before, which somebody changed meanwhile. */
  isNews: boolean;
  price: Price;
  isDirty: boolean;
  isBusy: boolean;
  failure: unknown;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  const t = useTranslations('policy.apply');
  const format = useFormatter();
  const { data, error, isCurrent } = useSimulation(policy.subaccount_id, asInForce, price, policy.version);
  const consequence =
    // The numbers of the policy before are not those of this one.
    data === undefined || !isCurrent
      ? t(error === null ? 'confirmUnknown' : 'confirmFailed')
      : t('confirmText', {
          count: data.newly_flagged,
          seen: format.number(data.customers_seen),
          cost: format.number(data.cost.amount, { style: 'currency', currency: data.cost.currency }),
        });
  return (
    <ConfirmDialog
      title={t('confirmTitle', { version: policy.version })}
      text={
        <SpaceBetween size="s">
          {isNews && (
            <LiveRegion>
              <Alert type="warning">{t('confirmOvertaken', { version: policy.version })}</Alert>
            </LiveRegion>
          )}
          <b>{consequence}</b>
          {isDirty && <span>{t('confirmUnsaved')}</span>}
          <span>{t('confirmBackground')}</span>
        </SpaceBetween>
      }
      confirm={t('confirm')}
      notes="none"
      isBusy={isBusy}
      failure={failure}
      onConfirm={onConfirm}
      onCancel={onCancel}
    />
  );
}
