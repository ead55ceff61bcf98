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

    expect(decideManualVerification(customer, null, operator, nowMs)).toMatchObject({
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
        manualVerification: { by: 'u_1', atMs: nowMs, version: 8 },
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
    expect(decideManualVerification(customer, null, operator, nowMs)?.after.identityStatus).toBe('verified');
  });

  it('said twice by the same operator in the same words happens once', () => {
    const once = decideManualVerification(aCustomer(), null, operator, nowMs);
    const { after, notes } = once ?? { after: aCustomer(), notes: null };

    expect(decideManualVerification(after, notes, operator, nowMs + 1)).toBeNull();
  });

  const byU1 = { by: 'u_1', atMs: nowMs, version: 1 };

  it.each([
    { who: 'by Stripe', manualVerification: null, earlierNotes: null },
    { who: 'by another operator', manualVerification: { ...byU1, by: 'u_2' }, earlierNotes: operator.notes },
    { who: 'with other notes', manualVerification: byU1, earlierNotes: 'Other notes.' },
    { who: 'with notes that were redacted', manualVerification: byU1, earlierNotes: null },
  ])('of a customer who was verified $who is a conflict', ({ manualVerification, earlierNotes }) => {
    const customer = aCustomer({ identityStatus: 'verified', manualVerification });
    const decide = () => decideManualVerification(customer, earlierNotes, operator, nowMs);

    expect(decide).toThrow(Conflict);
    expect(decide).toThrow(expect.objectContaining({ code: 'already_verified' }));
  });
});
