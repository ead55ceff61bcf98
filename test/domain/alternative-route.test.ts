// A rider who asks for another way of verifying, and who has no reason to.

import { describe, expect, it } from 'vitest';
import { decideAlternativeRequest } from '../../functions/domain/alternative-route.ts';
import type { Customer } from '../../functions/domain/customer.ts';
import { aCustomer, aPendingCustomer, aPolicy, dayMs, nowMs } from '../support/builders.ts';

const ask = (customer: Customer) => decideAlternativeRequest(customer, aPolicy(), nowMs);

describe('a request for another way of verifying', () => {
  it('puts the rider into the operator’s queue, and changes nothing else', () => {
    const customer = aPendingCustomer({ identityStatus: 'failed' });

    expect(ask(customer)).toEqual({
      action: 'alternative_requested',
      after: { ...customer, version: customer.version + 1, alternativeRequestedAtMs: nowMs },
      notes: null,
      notification: null,
    });
  });

  it('said twice keeps the rider’s place', () => {
    expect(ask(aPendingCustomer({ alternativeRequestedAtMs: nowMs - dayMs }))).toBeNull();
  });

  it('may be said anew where a redaction took what was said', () => {
    const redaction = { requestedAtMs: nowMs - 1, throughSession: 1, completedAtMs: null };
    const asked = { alternativeRequestedAtMs: nowMs - dayMs, redaction };

    expect(ask(aPendingCustomer(asked))?.after.alternativeRequestedAtMs).toBe(nowMs);
    expect(ask(aPendingCustomer({ ...asked, alternativeRequestedAtMs: nowMs }))).toBeNull();
  });

  it.each([
    ['already_verified', 'is verified', aPendingCustomer({ identityStatus: 'verified' })],
    ['verification_not_required', 'may ride anyway', aCustomer()],
  ])('is a conflict, %s, of one who %s', (code, _, customer) => {
    expect(() => ask(customer)).toThrow(expect.objectContaining({ name: 'Conflict', code }));
  });
});
