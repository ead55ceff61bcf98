// Says in a question that the customer isn’t as he was when it was opened, and what he is asked to verify for now.

import Alert from '@cloudscape-design/components/alert';
import LiveRegion from '@cloudscape-design/components/live-region';
import { useTranslations } from 'use-intl';
import type { CustomerFile } from '../customer-types.ts';
import { askedBecause } from '../standing.ts';
import { useReasonCodeText, useStatusText } from '../use-words.ts';

export function OvertakenAlert({ customer }: { customer: CustomerFile }) {
  const t = useTranslations('customer.dialogs');
  const statusText = useStatusText();
  const reasonText = useReasonCodeText();
  const reason = askedBecause(customer);
  return (
    <LiveRegion>
      <Alert type="error">
        {t('overtaken')}
        <ul>
          <li>{t('overtakenStatus', { status: statusText(customer.identity_status) })}</li>
          {!customer.ride_gate.allowed && reason !== null && (
            <li>{t('overtakenReason', { reason: reasonText(reason) })}</li>
          )}
        </ul>
      </Alert>
    </LiveRegion>
  );
}
