import { describe, expect, it } from 'vitest';
import { operatorReasons } from '../../../console/parts/requirement-reason.ts';
import { listBehind } from '../../../console/pages/customer/list-behind.ts';
import {
  askedBecause,
  canClear,
  isAskedToVerify,
  withAnswer,
} from '../../../console/pages/customer/standing.ts';
import { operatorRequestCodes } from '../../../functions/domain/requirement.ts';
import { customerOf } from './customers.ts';

const flagged = {
  identity_verification_required: true,
  identity_verification_required_reason: 'risk_threshold_exceeded:75>=50',
};
const blocked = { ride_gate: { allowed: false, code: 'verification_required' as const } };

describe('a customer who is asked to verify', () => {
  it.each([
    ['flagged, though the policy is off', flagged, true],
    ['blocked by the policy alone', blocked, true],
    ['free to ride', {}, false],
  ])('%s', (_name, fields, isAsked) => {
    const customer = customerOf(fields);

    expect(isAskedToVerify(customer)).toBe(isAsked);
    expect(canClear(customer)).toBe(isAsked);
  });

  it('is told why: by the requirement, by the policy, or by the last check', () => {
    expect(askedBecause(customerOf({ ...flagged, ...blocked }))).toBe('risk_threshold_exceeded:75>=50');
    expect(askedBecause(customerOf(blocked))).toBe('subaccount_policy');
    expect(askedBecause(customerOf({ ...blocked, identity_status: 'failed' }))).toBeNull();
  });
});

describe('an answer of the API', () => {
  const personal = {
    name: 'Ada',
    identity_first_name: 'A•••',
    identity_alternative_message: 'Help',
    identity_alternative_requested_at: '2026-03-01T12:00:00.000Z',
  };

  it('takes the place of what it tells, and leaves the rest', () => {
    const before = customerOf(personal);
    const {
      name: _name,
      identity_first_name: _first,
      ...told
    } = customerOf({
      identity_status: 'verified',
      version: 2,
    });
    const after = withAnswer(before, told);

    expect(after).toMatchObject({
      version: 2,
      name: 'Ada',
      identity_first_name: 'A•••',
      identity_status: 'verified',
      identity_alternative_message: null,
    });
  });

  it('that personal data is removed takes it from the page at once', () => {
    const before = customerOf(personal);
    const after = withAnswer(before, {
      ...before,
      identity_redaction_status: 'processing',
      identity_redaction_requested_at: '2026-03-02T12:00:00.000Z',
    });

    expect(after).toMatchObject({
      name: null,
      identity_first_name: null,
      identity_alternative_message: null,
    });
  });
});

describe('the way back', () => {
  const list = '/subaccounts/metro/customers';

  it.each([
    [{ from: `${list}?filter=failed` }, `${list}?filter=failed`],
    [{ from: list }, list],
    [{ from: '/operations' }, null],
    [null, null],
  ])('from %j leads to %s', (state, way) => {
    expect(listBehind(state, list)).toBe(way);
  });
});

describe('the reasons of an operator', () => {
  it('are those of the API', () => {
    expect([...operatorReasons]).toEqual([...operatorRequestCodes]);
  });
});
