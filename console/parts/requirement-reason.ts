// Why a customer has to verify, in the viewer's language.

import { useTranslations } from 'use-intl';
import type { components } from '../../client/api-types.ts';

type Customer = components['schemas']['Customer'];
type Reasoned = Pick<
  Customer,
  'identity_verification_required_reason' | 'identity_verification_required_reason_text'
>;

/** What an operator may give as the reason to ask for verification, by the API's names. */
export const operatorReasons = [
  'suspected_fraud',
  'document_expired',
  'account_change',
  'support_request',
  'other',
] as const;
export type OperatorReason = (typeof operatorReasons)[number];

export type RequirementReason =
  | { kind: 'subaccount_policy' | 'unscored_payment' }
  | { kind: 'risk_threshold_exceeded'; score: string; threshold: string }
  | { kind: 'operator_request'; code: OperatorReason };

/** What a stored reason says, such as `risk_threshold_exceeded:75>=50`; null where a later API says more. */
export function parseReason(stored: string): RequirementReason | null {
  if (stored === 'subaccount_policy' || stored === 'unscored_payment') return { kind: stored };
  const [kind, detail = ''] = stored.split(':');
  if (kind === 'operator_request') {
    const code = operatorReasons.find((known) => known === detail);
    return code === undefined ? null : { kind, code };
  }
  const [, score, threshold] = /^(\d+)>=(\d+)$/.exec(detail) ?? [];
  if (kind !== 'risk_threshold_exceeded' || score === undefined || threshold === undefined) return null;
  return { kind, score, threshold };
}

/** Says the reason; the API's own words where it is one that this console doesn't know. Null where there is none. */
export function useReasonText(): (customer: Reasoned) => string | null {
  const t = useTranslations('common.reasons');
  return ({
    identity_verification_required_reason: stored,
    identity_verification_required_reason_text: said,
  }) => {
    if (stored === null) return null;
    const reason = parseReason(stored);
    switch (reason?.kind) {
      case undefined:
        return said ?? stored;
      case 'risk_threshold_exceeded':
        return t('risk_threshold_exceeded', { score: reason.score, threshold: reason.threshold });
      case 'operator_request':
        return t('operator_request', { why: t(`operator.${reason.code}`) });
      case 'subaccount_policy':
      case 'unscored_payment':
        return t(reason.kind);
    }
  };
}
