import type { AuditEntry } from '../../../console/pages/customer/customer-types.ts';

/** An audit entry with only what a test is about. */
export function entryOf(fields: Partial<AuditEntry>): AuditEntry {
  return {
    version: 1,
    at: '2026-03-01T12:00:00.000Z',
    actor: 'operator:op-1',
    action: 'customer_created',
    before: null,
    after: {},
    revealed: null,
    biometric_consent: null,
    notification: null,
    notes: null,
    ...fields,
  };
}
