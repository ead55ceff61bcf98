// What the gate said when somebody asked it from here, and what to tell the rider on the phone.

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useTranslations } from 'use-intl';
import { useFailureText } from '../../../parts/failure-alert.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useStatusText } from '../use-words.ts';
import type { GateCode } from '../customer-types.ts';
import type { RideAnswer } from './check-ride.ts';

export function RideAnswerView({
  isBusy,
  failure,
  answer,
  gateCode,
  onDismiss,
}: {
  isBusy: boolean;
  failure: unknown;
  answer: RideAnswer | null;
  /** The gate’s answer as the page shows it now: it may have changed since somebody asked. */
  gateCode: GateCode;
  onDismiss: () => void;
}) {
  const t = useTranslations('customer.ride');
  const textOf = useFailureText();
  const dismissal = { dismissible: true, dismissAriaLabel: t('dismiss'), onDismiss };
  return (
    <section aria-label={t('title')}>
      <LiveRegion>
        {isBusy && <StatusIndicator type="loading">{t('checking')}</StatusIndicator>}
        {!isBusy && failure !== null && (
          <Alert type="error" header={t('failed')} {...dismissal}>
            {textOf(failure)}
          </Alert>
        )}
        {!isBusy && failure === null && answer !== null && (
          <Alert
            type={answer.code !== gateCode ? 'info' : answer.allowed ? 'success' : 'error'}
            header={t(answer.allowed ? 'allowed' : 'blocked')}
            {...dismissal}
          >
            <SpaceBetween size="s">
              {answer.code !== gateCode && <Box fontWeight="bold">{t('changed')}</Box>}
              <GateWords code={answer.code} />
              <div>
                <Box variant="awsui-key-label">{t('tell')}</Box>
                <Box variant="p" padding="n">
                  {answer.allowed ? t('tellAllowed') : t(`tellNext.${answer.next_action}`)}
                </Box>
              </div>
              <Facts answer={answer} />
            </SpaceBetween>
          </Alert>
        )}
      </LiveRegion>
    </section>
  );
}

function GateWords({ code }: { code: RideAnswer['code'] }) {
  const t = useTranslations('customer.gate');
  return <Box fontWeight="bold">{t(code)}</Box>;
}

function Facts({ answer }: { answer: RideAnswer }) {
  const t = useTranslations('customer.ride');
  const statusText = useStatusText();
  const code = { label: t('code'), value: <Box variant="code">{answer.code}</Box> };
  const checked = { label: t('checkedAt'), value: <Moment at={answer.checked_at} /> };
  const items = answer.allowed
    ? [code, { label: t('policyVersion'), value: answer.policy_version }, checked]
    : [
        code,
        { label: t('status'), value: statusText(answer.identity_status) },
        { label: t('next'), value: t(`nextActions.${answer.next_action}`) },
        checked,
      ];
  return <KeyValuePairs columns={items.length} items={items} />;
}
