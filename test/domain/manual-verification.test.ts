// An operator vouches for a customer.

import { describe, expect, it } from 'vitest';
import { Conflict } from '../../functions/domain/faults.ts';
import { decideManualVerification } from '../../functions/domain/manual-verification.ts';
import {
  aCustomer,
  aPendingCustomer,
  cleared,
  nowMs,
  requiredByOperator,
  requiredByRisk,
} from '../support/builders.ts';

const operator = { userId: 'u_1', notes: 'Seen in person, passport in hand.' };

describe('a manual verification', () => {
  it('verifies, takes the requirement off, says who, when and why, and is pushed', () => {
    const customer = aPendingCustomer({
      version: 7,
      identityStatus: 'failed',
      requirement: requiredByRisk,
      lastError: { code: 'document_expired', reason: null },
      attemptCount: 3,
    });

    expect(decideManualVerification(customer, operator, nowMs)).toMatchObject({
      action: 'manually_verified',
      notes: operator.notes,
      notification: 'verified',
      after: {
        version: 8,
        identityStatus: 'verified',
        identityStatusAtMs: nowMs,
        verifiedAtMs: nowMs,
        requirement: { state: 'none' },
        lastError: null,
        attemptCount: 3,
        manualVerification: { notes: operator.notes, by: 'u_1', atMs: nowMs },
      },
    });
  });

  it.each([
    aCustomer(),
    aCustomer({ requirement: cleared }),
    aCustomer({ requirement: requiredByOperator() }),
    aCustomer({ identityStatus: 'canceled' }),
    aPendingCustomer(),
  ])('is open to every customer who is not verified', (customer) => {
    expect(decideManualVerification(customer, operator, nowMs)?.after.identityStatus).toBe('verified');
  });

  it('said twice by the same operator in the same words happens once', () => {
    const once = decideManualVerification(aCustomer(), operator, nowMs);

    expect(decideManualVerification(once?.after ?? aCustomer(), operator, nowMs + 1)).toBeNull();
  });

  it.each([
    { who: 'by Stripe', manualVerification: null },
    { who: 'by another operator', manualVerification: { notes: operator.notes, by: 'u_2', atMs: nowMs } },
    { who: 'with other notes', manualVerification: { notes: 'Other notes.', by: 'u_1', atMs: nowMs } },
  ])('of a customer who was verified $who is a conflict', ({ manualVerification }) => {
    const customer = aCustomer({ identityStatus: 'verified', manualVerification });

    expect(() => decideManualVerification(customer, operator, nowMs)).toThrow(Conflict);
    expect(() => decideManualVerification(customer, operator, nowMs)).toThrow(
      expect.objectContaining({ code: 'already_verified' }),
    );
  });
});
