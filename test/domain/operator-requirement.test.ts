// An operator lets a customer ride unverified, or asks for a verification himself.

import { describe, expect, it } from 'vitest';
import type { Customer } from '../../functions/domain/customer.ts';
import {
  decideClearRequirement,
  decideRequireVerification,
} from '../../functions/domain/operator-requirement.ts';
import { decideRideGate } from '../../functions/domain/ride-gate.ts';
import {
  aCustomer,
  aPendingCustomer,
  aPolicy,
  cleared,
  dayMs,
  nowMs,
  requiredByOperator,
  requiredByPolicy,
  requiredByRisk,
} from '../support/builders.ts';

const allUsers = aPolicy({ verificationMode: 'all_users' });
const riskBased = aPolicy({ verificationMode: 'risk_based' });

describe('clearing a requirement', () => {
  const notes = 'Known to us for years.';
  const clear = (customer: Customer, policy = allUsers) =>
    decideClearRequirement(customer, policy, { notes }, nowMs);

  it('lets the customer ride without marking him verified, and tells him', () => {
    const change = clear(aPendingCustomer({ identityStatus: 'failed' }));

    expect(change).toMatchObject({
      action: 'requirement_cleared',
      notes,
      notification: 'requirement_cleared',
      after: {
        version: 4,
        requirement: { state: 'cleared', atMs: nowMs },
        identityStatus: 'failed',
        verifiedAtMs: null,
      },
    });
    expect(decideRideGate(change?.after ?? aCustomer(), allUsers).code).toBe('requirement_cleared');
  });

  it.each([requiredByPolicy, requiredByRisk, requiredByOperator()])(
    'works for any reason: %j',
    (requirement) => {
      expect(clear(aCustomer({ requirement }))?.after.requirement.state).toBe('cleared');
    },
  );

  it('works for a customer whom only the policy blocks so far', () => {
    expect(clear(aCustomer(), allUsers)?.after.requirement.state).toBe('cleared');
  });

  it('said twice happens once', () => {
    expect(clear(aCustomer({ requirement: cleared }))).toBeNull();
  });

  it('is a conflict where nothing is required', () => {
    expect(() => clear(aCustomer(), riskBased)).toThrow(
      expect.objectContaining({ name: 'Conflict', code: 'verification_not_required' }),
    );
  });

  it('is a conflict where the customer is verified', () => {
    expect(() => clear(aCustomer({ identityStatus: 'verified' }))).toThrow(
      expect.objectContaining({
        name: 'Conflict',
        code: 'already_verified',
        message: expect.stringContaining('nothing to clear') as string,
      }),
    );
  });
});

describe('an operator who requires verification', () => {
  const require = (customer: Customer, notes: string | null = null) =>
    decideRequireVerification(customer, { code: 'suspected_fraud', notes }, nowMs);

  it('makes even a verified customer start from the beginning', () => {
    const customer = aCustomer({
      version: 8,
      epoch: 2,
      identityStatus: 'verified',
      verifiedAtMs: nowMs - dayMs,
      attemptCount: 2,
      session: { id: 'vs_1', number: 1 },
      sessionCount: 1,
      manualVerification: { by: 'op-1', atMs: nowMs - dayMs, version: 1 },
    });

    expect(require(customer, 'Three chargebacks.')).toMatchObject({
      action: 'requirement_raised',
      notes: 'Three chargebacks.',
      notification: 'verification_required',
      after: {
        version: 9,
        epoch: 3,
        requirement: {
          state: 'required',
          atMs: nowMs,
          reason: { kind: 'operator_request', code: 'suspected_fraud' },
        },
        identityStatus: null,
        verifiedAtMs: null,
        attemptCount: 0,
        lastError: null,
        session: null,
        sessionCount: 1,
        manualVerification: null,
      },
    });
  });

  it.each(['all_users', 'risk_based', 'disabled'] as const)(
    'blocks the customer in mode %s',
    (verificationMode) => {
      const after = require(aCustomer({ requirement: cleared }))?.after ?? aCustomer();

      expect(decideRideGate(after, aPolicy({ verificationMode }))).toEqual({
        allowed: false,
        code: 'verification_required',
      });
    },
  );

  it('gives new tries to a customer who failed', () => {
    const after = require(aPendingCustomer({ identityStatus: 'failed', attemptCount: 3 }))?.after;

    expect(after).toMatchObject({ identityStatus: null, attemptCount: 0 });
  });

  it('said twice happens once', () => {
    const once = require(aCustomer())?.after ?? aCustomer();

    expect(require(once)).toBeNull();
  });

  it('said again after the customer began a session starts him over', () => {
    const asked = aPendingCustomer({ requirement: requiredByOperator('suspected_fraud') });

    expect(require(asked)?.after).toMatchObject({ epoch: 2, session: null, identityStatus: null });
  });

  it('for another reason is a new requirement', () => {
    const asked = aCustomer({ requirement: requiredByOperator('other') });

    expect(require(asked)?.after.requirement).toMatchObject({ reason: { code: 'suspected_fraud' } });
  });
});
