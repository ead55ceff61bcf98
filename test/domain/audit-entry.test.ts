// What the audit trail keeps of a change.

import { describe, expect, it } from 'vitest';
import { auditEntryOf, type AuditEntry } from '../../functions/domain/audit-entry.ts';
import { changeCustomer, type CustomerChange } from '../../functions/domain/customer-change.ts';
import type { Customer } from '../../functions/domain/customer.ts';
import type { Notification } from '../../functions/domain/notification.ts';
import { decideManualVerification } from '../../functions/domain/manual-verification.ts';
import { decideCreation } from '../../functions/domain/requirement-triggers.ts';
import { aCustomer, aPendingCustomer, aPolicy, nowMs } from '../support/builders.ts';

const actor = { kind: 'operator', id: 'op-1' } as const;

function entryOf(
  before: Customer | null,
  change: CustomerChange,
  notification: Notification | null = null,
): AuditEntry {
  return auditEntryOf({ before, change, actor, atMs: nowMs, notification });
}

describe('an audit entry', () => {
  it('names version, moment, actor, action and notes', () => {
    const change = changeCustomer(aCustomer({ version: 6 }), 'requirement_cleared', {}, { notes: 'Known.' });

    expect(entryOf(aCustomer({ version: 6 }), change)).toEqual({
      version: 7,
      atMs: nowMs,
      actor: 'operator:op-1',
      action: 'requirement_cleared',
      before: {},
      after: {},
      revealed: null,
      consent: null,
      notification: null,
      remark: null,
      notes: 'Known.',
    });
  });

  it('holds the fields that differ, as they were and as they are, and no others', () => {
    const before = aPendingCustomer({ attemptCount: 1 });
    const difference = { attemptCount: 2, lastError: { code: 'abandoned', reason: null } };
    // Loaded anew, what is the same is not the same object.
    const change = changeCustomer(structuredClone(before), 'identity_requires_input', difference);

    expect(entryOf(before, change)).toMatchObject({
      before: { attemptCount: 1, lastError: null },
      after: difference,
    });
    expect(Object.keys(entryOf(before, change).after)).toEqual(Object.keys(difference));
  });

  it('of a new customer has nothing before and everything after, but for who he is and how old', () => {
    const customer = aCustomer();
    const { subaccountId, id, version, createdAtMs, ageClaims, ...audited } = customer;

    const entry = entryOf(null, decideCreation(customer, aPolicy()));

    expect(entry.before).toBeNull();
    expect(entry.after).toEqual(audited);
  });

  it('names the personal data that somebody was shown, and tells nothing of it', () => {
    const before = aCustomer();
    const revealed = ['identity_dob', 'identity_id_number'];
    const change = changeCustomer(before, 'identity_revealed', {}, { notes: 'A chargeback.', revealed });

    expect(entryOf(before, change)).toMatchObject({
      action: 'identity_revealed',
      after: {},
      revealed,
      notes: 'A chargeback.',
    });
  });

  it('names the push that was saved with it, and tells none of its words', () => {
    const before = aCustomer();
    const change = changeCustomer(before, 'identity_verified', {}, { notification: 'verified' });
    const push: Notification = {
      id: 'ntf_1',
      kind: 'verified',
      subaccountId: before.subaccountId,
      customerId: before.id,
      title: 'Identity Verified',
      body: 'You are all set.',
      data: { action: 'open_app' },
      createdAtMs: nowMs,
    };

    expect(entryOf(before, change, push).notification).toEqual({ id: 'ntf_1', kind: 'verified' });
  });

  it('tells who verified by hand, when, and at which version his notes stand', () => {
    const before = aPendingCustomer();
    const change = decideManualVerification(
      before,
      null,
      { userId: 'op-1', notes: 'Seen in person.' },
      nowMs,
    );
    if (change === null) throw new Error('nothing changed');

    const entry = entryOf(before, change);

    expect(entry.notes).toBe('Seen in person.');
    expect(entry.after.manualVerification).toEqual({
      by: 'op-1',
      atMs: nowMs,
      version: change.after.version,
    });
  });
});
