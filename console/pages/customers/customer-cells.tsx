// What a list shows of a customer, piece by piece. Nothing of it is personal.

import Box from '@cloudscape-design/components/box';
import { type ReactNode, use } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useCheckErrorText } from '../../parts/check-error.ts';
import { TimeAgo } from '../../parts/moment.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useReasonText } from '../../parts/requirement-reason.ts';
import { useRiskLevelText } from '../../parts/risk-level.ts';
import { StatusBadges } from '../../parts/status-badge.tsx';
import { type Customer, type ListName, sinceIn, sinceKind } from './lists.ts';
import { NowContext } from './now-context.ts';

export function CustomerLink({ id, href }: { id: string; href: string }) {
  return (
    <span className="customer-id">
      <PageLink href={href}>{id}</PageLink>
    </span>
  );
}

export function Standing({ customer }: { customer: Customer }) {
  return (
    <span className="customer-standing">
      <StatusBadges customer={customer} />
    </span>
  );
}

/** Why the customer is in this list: what support is asked for stands first. */
export function Why({ customer, list }: { customer: Customer; list: ListName }) {
  const t = useTranslations('customers.why');
  const reason = useReasonText()(customer);
  const errorText = useCheckErrorText();
  const error = customer.identity_last_error;
  const isOpen = customer.identity_status === 'failed' || customer.identity_status === 'requires_input';
  const parts = [
    customer.identity_alternative_requested_at !== null && list !== 'required' && list !== 'failed'
      ? t('alternative')
      : null,
    isOpen && error !== null && list !== 'required' && list !== 'alternative_requested'
      ? errorText(error.code)
      : null,
    reason,
  ].filter((part) => part !== null);
  if (parts.length === 0) return <Nothing />;
  return (
    <>
      {parts.map((part, index) => (
        <Box
          key={part}
          color={index === 0 ? 'inherit' : 'text-body-secondary'}
          fontSize={index === 0 ? 'body-m' : 'body-s'}
        >
          {part}
        </Box>
      ))}
    </>
  );
}

/** Who has left the list says so here, on one line as before, so that nothing moves. */
export function Since({ customer, list, isGone }: { customer: Customer; list: ListName; isGone: boolean }) {
  const t = useTranslations('customers');
  const now = use(NowContext);
  const since = sinceIn(list, customer);
  if (isGone) return <Box color="text-status-inactive">{t('gone')}</Box>;
  return since === null ? <Nothing /> : <TimeAgo at={since} now={now} />;
}

export function Risk({ customer }: { customer: Customer }) {
  const levelText = useRiskLevelText();
  const { stripe_risk_score: score, stripe_risk_level: level } = customer;
  if (score === null) return level === null ? <Nothing /> : levelText(level);
  return (
    <span className="numeric">
      {score}
      {level !== null && ` (${levelText(level)})`}
    </span>
  );
}

export function Attempts({ customer }: { customer: Customer }) {
  const format = useFormatter();
  return <span className="numeric">{format.number(customer.identity_attempt_count)}</span>;
}

/** All of a row, one below the other. */
export function CustomerBlock({
  customer,
  list,
  isGone,
  link,
}: {
  customer: Customer;
  list: ListName;
  isGone: boolean;
  link: ReactNode;
}) {
  const t = useTranslations('customers.columns');
  const hasSince = isGone || sinceIn(list, customer) !== null;
  return (
    <div className="customer-block">
      <Box fontWeight="bold">{link}</Box>
      <Standing customer={customer} />
      <Why customer={customer} list={list} />
      <Box color="text-body-secondary" fontSize="body-s">
        {hasSince && (
          <>
            {t(sinceKind(list))}: <Since customer={customer} list={list} isGone={isGone} />
            {' · '}
          </>
        )}
        {t('risk')}: <Risk customer={customer} />
        {' · '}
        {t('attempts')}: <Attempts customer={customer} />
      </Box>
    </div>
  );
}

function Nothing() {
  return useTranslations('common')('none');
}
