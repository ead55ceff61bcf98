// What has to be known before anything else: what is asked of the customer, what he asks for, and what is gone.

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTranslations } from 'use-intl';
import { Moment } from '../../parts/moment.tsx';
import { useRiskLevelText } from '../../parts/risk-level.ts';
import { Words } from '../../parts/words.tsx';
import type { CustomerFile } from './customer-types.ts';
import { askedBecause, isAskedToVerify } from './standing.ts';
import { useReasonCodeText, useStatusText } from './use-words.ts';

export function CustomerBanners({
  customer,
  clear,
}: {
  customer: CustomerFile;
  /** Null for those who may not. */
  clear: (() => void) | null;
}) {
  const isQuiet =
    !isAskedToVerify(customer) &&
    customer.identity_alternative_requested_at === null &&
    customer.identity_redaction_status === null;
  if (isQuiet) return null;
  return (
    <SpaceBetween size="m">
      {isAskedToVerify(customer) && <RequirementBanner customer={customer} clear={clear} />}
      {customer.identity_alternative_requested_at !== null && (
        <AlternativeBanner
          since={customer.identity_alternative_requested_at}
          message={customer.identity_alternative_message}
        />
      )}
      {customer.identity_redaction_status !== null && (
        <RedactionBanner
          isDone={customer.identity_redaction_status === 'redacted'}
          at={customer.identity_redaction_requested_at}
        />
      )}
    </SpaceBetween>
  );
}

function RequirementBanner({ customer, clear }: { customer: CustomerFile; clear: (() => void) | null }) {
  const t = useTranslations('customer');
  const reasonText = useReasonCodeText();
  const statusText = useStatusText();
  const reason = askedBecause(customer);
  const flaggedAt = customer.identity_verification_required_at;
  return (
    <Alert
      type="warning"
      header={t('banner.title')}
      action={clear === null ? undefined : <Button onClick={clear}>{t('actions.clear')}</Button>}
    >
      <Box padding={{ top: 'xs' }}>
        <KeyValuePairs
          columns={4}
          items={[
            {
              label: t('banner.reason'),
              value: reason === null ? t('banner.lastCheck') : reasonText(reason),
            },
            {
              label: t('banner.flagged'),
              value: flaggedAt === null ? t('banner.notFlagged') : <Moment at={flaggedAt} />,
            },
            { label: t('banner.risk'), value: <RiskWords customer={customer} /> },
            { label: t('banner.status'), value: statusText(customer.identity_status) },
          ]}
        />
        {customer.ride_gate.code === 'policy_disabled' && (
          <Box padding={{ top: 'xs' }}>{t('banner.notAsked')}</Box>
        )}
      </Box>
    </Alert>
  );
}

function RiskWords({ customer }: { customer: CustomerFile }) {
  const t = useTranslations('customer.banner');
  const levelText = useRiskLevelText();
  const { stripe_risk_score: score, stripe_risk_level: level } = customer;
  return score === null ? t('notScored') : t('riskScore', { score, level: levelText(level) });
}

function AlternativeBanner({ since, message }: { since: string; message: string | null }) {
  const t = useTranslations('customer.banner');
  return (
    <Alert type="info" header={t('alternativeTitle')}>
      <SpaceBetween size="xs">
        {message === null ? <div>{t('alternativeNoMessage')}</div> : <Words>{message}</Words>}
        <div>
          {t.rich('alternativeSince', { time: () => <Moment at={since} /> })} {t('alternativeNext')}
        </div>
      </SpaceBetween>
    </Alert>
  );
}

function RedactionBanner({ isDone, at }: { isDone: boolean; at: string | null }) {
  const t = useTranslations('customer.banner');
  return (
    <Alert type="info" header={t(isDone ? 'redactedTitle' : 'redactingTitle')}>
      <Box variant="span">
        {t.rich(isDone ? 'redacted' : 'redacting', {
          time: () => (at === null ? '–' : <Moment at={at} />),
        })}
      </Box>
    </Alert>
  );
}
