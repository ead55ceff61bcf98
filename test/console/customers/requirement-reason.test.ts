import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReason } from '../../../console/parts/requirement-reason.ts';
import { operatorRequestCodes, requirementReasonCode } from '../../../functions/domain/requirement.ts';

describe('a stored reason', () => {
  it.each(['subaccount_policy', 'unscored_payment'] as const)('%s is known', (kind) => {
    expect(parseReason(requirementReasonCode({ kind }))).toEqual({ kind });
  });

  it.each(operatorRequestCodes)('of an operator, %s, is known', (code) => {
    const reason = { kind: 'operator_request', code } as const;
    expect(parseReason(requirementReasonCode(reason))).toEqual(reason);
  });

  it('of risk tells score and threshold', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(percent, percent, (score, threshold) => {
        const kind = 'risk_threshold_exceeded';
        expect(parseReason(requirementReasonCode({ kind, score, threshold }))).toEqual({
          kind,
          score: String(score),
          threshold: String(threshold),
        });
      }),
    );
  });

  it.each(['', 'moon_phase', 'operator_request:whim', 'risk_threshold_exceeded:high'])(
    '%j is one that this console does not know',
    (stored) => {
      expect(parseReason(stored)).toBeNull();
    },
  );
});
