// Where the verification stands, and what risk a payment had.

import Box from '@cloudscape-design/components/box';
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';
import { useTranslations } from 'use-intl';
import { useSession } from '../../../api/api-provider.tsx';
import { usePolicy } from '../../../api/policy.ts';
import { useCheckErrorText } from '../../../parts/check-error.ts';
import { Moment } from '../../../parts/moment.tsx';
import { useRiskLevelText } from '../../../parts/risk-level.ts';
import { Words } from '../../../parts/words.tsx';
import type { CustomerFile, CustomerRef } from '../customer-types.ts';
import { useStatusText } from '../use-words.ts';

export function VerificationFacts({
  customer,
  customerRef: ref,
}: {
  customer: CustomerFile;
  customerRef: CustomerRef;
}) {
  const t = useTranslations('customer.identity');
  const statusText = useStatusText();
  const risk = useRiskItems(customer);
  const most = usePolicy(ref.subaccountId).data?.identity_max_attempts;
  const { identity_verified_at: verifiedAt, identity_attempt_count: count } = customer;
  const items: KeyValuePairsProps.Item[] = [
    { label: t('status'), value: statusText(customer.identity_status) },
    {
      label: t('attempts'),
      value: most === undefined ? count : t('attemptsOf', { count, most }),
    },
    ...(verifiedAt === null
      ? []
      : [
          { label: t('verifiedAt'), value: <Moment at={verifiedAt} /> },
          { label: t('verifiedBy'), value: <VerifiedBy customer={customer} /> },
        ]),
    ...risk,
    ...ageItem(t('over18'), customer.identity_age_over_18, t),
    ...ageItem(t('overMinimum'), customer.identity_age_over, t),
  ];
  return <KeyValuePairs columns={2} items={items} />;
}

function ageItem(
  label: string,
  claim: boolean | null,
  t: (key: 'yes' | 'no') => string,
): KeyValuePairsProps.Item[] {
  return claim === null ? [] : [{ label, value: t(claim ? 'yes' : 'no') }];
}

function VerifiedBy({ customer }: { customer: CustomerFile }) {
  const t = useTranslations('customer.identity');
  const { person } = useSession();
  const { identity_manual_verification_by: by, identity_manual_verification_notes: notes } = customer;
  if (!customer.identity_manual_verification || by === null) return t('byStripe');
  return (
    <>
      {by === person.id ? t('byYou') : t('byOperator', { id: by })}
      {notes !== null && <Words>{notes}</Words>}
    </>
  );
}

function useRiskItems(customer: CustomerFile): KeyValuePairsProps.Item[] {
  const t = useTranslations('customer.identity');
  const levelText = useRiskLevelText();
  const { stripe_risk_score: score, stripe_risk_level: level, stripe_radar_score: radar } = customer;
  const unscored = level === null ? t('noRisk') : t('notScored');
  return [
    { label: t('riskScore'), value: score === null ? unscored : `${score}/100` },
    { label: t('riskLevel'), value: level === null ? '–' : levelText(level) },
    ...(radar === null ? [] : [{ label: t('radarScore'), value: `${radar}/100` }]),
  ];
}

/** Why the last check didn't go through, and what the rider is told to do. */
export function LastError({ error }: { error: NonNullable<CustomerFile['identity_last_error']> }) {
  const t = useTranslations('customer.identity');
  const errorText = useCheckErrorText();
  return (
    <KeyValuePairs
      columns={1}
      items={[
        {
          label: t('lastError'),
          value: (
            <>
              {errorText(error.code)} <Box variant="code">{error.code}</Box>
              {/* Stripe's own words are English. */}
              {error.reason !== null && (
                <div lang="en">
                  <bdi>{error.reason}</bdi>
                </div>
              )}
            </>
          ),
        },
        { label: t('nextStep'), value: <span lang="en">{error.message}</span> },
      ]}
    />
  );
}
