// Which of a customer's charges are assessed, and whose risk is noted.

import { describe, expect, it } from 'vitest';
import { decideCharge } from '../../functions/domain/requirement-triggers.ts';
import { aCharge, aCustomer, aPolicy, aRiskAssessment, nowMs } from '../support/builders.ts';

const elevated = aCharge({ riskLevel: 'elevated' });

describe('which charge speaks', () => {
  const assessed = aCustomer({ risk: aRiskAssessment(), firstChargeId: aRiskAssessment().chargeId });

  it('first_charge: only the first one', () => {
    expect(decideCharge(assessed, elevated, aPolicy(), nowMs)).toBeNull();
  });

  it('every_charge: each one', () => {
    const change = decideCharge(assessed, elevated, aPolicy({ riskEvaluation: 'every_charge' }), nowMs);

    expect(change?.action).toBe('requirement_raised');
  });

  it('every_charge: the newest one, also where it is less of a risk than the one before', () => {
    const risky = { ...assessed, risk: aRiskAssessment({ score: 75 }) };
    const harmless = aCharge({ riskLevel: 'normal' });

    const change = decideCharge(risky, harmless, aPolicy({ riskEvaluation: 'every_charge' }), nowMs);

    expect(change).toMatchObject({
      action: 'risk_assessed',
      after: { risk: { chargeId: 'ch_1', score: 10 } },
    });
  });

  it('every_charge: the same one only once', () => {
    const customer = aCustomer({ risk: aRiskAssessment({ chargeId: elevated.id }) });

    expect(decideCharge(customer, elevated, aPolicy({ riskEvaluation: 'every_charge' }), nowMs)).toBeNull();
  });

  it('a failed charge says nothing, so a later successful one is the first', () => {
    const failed = aCharge({ status: 'failed', outcomeType: 'issuer_declined', riskLevel: 'highest' });

    expect(decideCharge(aCustomer(), failed, aPolicy(), nowMs)).toBeNull();
  });

  it.each([
    { counts: true, action: 'requirement_raised' },
    { counts: false, action: undefined },
  ])('a charge that Radar blocked counts where the policy says so ($counts)', ({ counts, action }) => {
    const blocked = aCharge({ status: 'failed', outcomeType: 'blocked', riskLevel: 'highest' });

    const change = decideCharge(aCustomer(), blocked, aPolicy({ blockedChargeTriggers: counts }), nowMs);

    expect(change?.action).toBe(action);
  });

  const countBlocked = aPolicy({ blockedChargeTriggers: true });
  const blockedCharge = (riskLevel: string | null) =>
    aCharge({ id: 'ch_blocked', status: 'failed', outcomeType: 'blocked', riskLevel });

  it.each(['normal', null])(
    'a blocked charge (%s) takes nothing from the first successful one',
    (riskLevel) => {
      const afterBlocked = decideCharge(aCustomer(), blockedCharge(riskLevel), countBlocked, nowMs);
      if (afterBlocked === null) throw new Error('a blocked charge counts here');

      const change = decideCharge(afterBlocked.after, elevated, countBlocked, nowMs);

      expect(change).toMatchObject({
        action: 'requirement_raised',
        after: { firstChargeId: elevated.id, risk: { score: 50 } },
      });
    },
  );

  it('a blocked charge counts after the first successful one too', () => {
    const change = decideCharge(assessed, blockedCharge('highest'), countBlocked, nowMs);

    expect(change).toMatchObject({
      action: 'requirement_raised',
      after: { firstChargeId: assessed.firstChargeId, risk: { score: 75 } },
    });
  });

  it('a blocked charge that is less of a risk doesn’t hide what a successful one showed', () => {
    const risky = { ...assessed, risk: aRiskAssessment({ score: 75 }) };

    const change = decideCharge(risky, blockedCharge('normal'), countBlocked, nowMs);

    expect(change?.after.risk).toEqual(risky.risk);
  });

  it('of a blocked and a successful charge of the same risk, the newer one is noted', () => {
    const before = { ...assessed, risk: aRiskAssessment({ score: 75 }) };

    const change = decideCharge(before, blockedCharge('highest'), countBlocked, nowMs);

    expect(change?.after.risk).toMatchObject({ chargeId: 'ch_blocked', score: 75 });
  });

  it('a harmless first charge doesn’t hide what a blocked one showed', () => {
    const flagged = decideCharge(aCustomer(), blockedCharge('highest'), countBlocked, nowMs);
    if (flagged === null) throw new Error('a blocked charge counts here');

    const change = decideCharge(
      flagged.after,
      aCharge({ id: 'ch_9', riskLevel: 'normal' }),
      countBlocked,
      nowMs,
    );

    expect(change?.after).toMatchObject({
      firstChargeId: 'ch_9',
      risk: { score: 75 },
      requirement: { state: 'required' },
    });
  });
});
