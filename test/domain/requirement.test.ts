// Why a customer must verify, as it is stored and as operators read it.

import { describe, expect, it } from 'vitest';
import {
  operatorRequestCodes,
  requirementReasonCode,
  requirementReasonText,
  type RequirementReason,
} from '../../functions/domain/requirement.ts';

const rows: { reason: RequirementReason; stored: string; shown: string }[] = [
  {
    reason: { kind: 'subaccount_policy' },
    stored: 'subaccount_policy',
    shown: 'Subaccount requires verification for all users',
  },
  {
    reason: { kind: 'risk_threshold_exceeded', score: 75, threshold: 50 },
    stored: 'risk_threshold_exceeded:75>=50',
    shown: 'Risk score 75 >= threshold 50',
  },
  {
    reason: { kind: 'risk_threshold_exceeded', score: 50, threshold: 50 },
    stored: 'risk_threshold_exceeded:50>=50',
    shown: 'Risk score 50 >= threshold 50',
  },
  {
    reason: { kind: 'unscored_payment' },
    stored: 'unscored_payment',
    shown: 'First payment could not be risk-scored',
  },
  ...(
    [
      ['suspected_fraud', 'suspected fraud'],
      ['document_expired', 'document expired'],
      ['account_change', 'account change'],
      ['support_request', 'support request'],
      ['other', 'other'],
    ] as const
  ).map(([code, text]) => ({
    reason: { kind: 'operator_request' as const, code },
    stored: `operator_request:${code}`,
    shown: `Requested by an operator: ${text}`,
  })),
];

describe('the reason of a requirement', () => {
  it.each(rows)('$stored is shown as “$shown”', ({ reason, stored, shown }) => {
    expect(requirementReasonCode(reason)).toBe(stored);
    expect(requirementReasonText(reason)).toBe(shown);
  });

  it('knows the five codes of an operator’s request and no other', () => {
    expect(operatorRequestCodes).toEqual([
      'suspected_fraud',
      'document_expired',
      'account_change',
      'support_request',
      'other',
    ]);
  });
});
