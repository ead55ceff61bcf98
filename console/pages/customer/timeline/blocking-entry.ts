import type { AuditEntry, CustomerFile } from '../customer-types.ts';

type Blocked = Pick<
  CustomerFile,
  'ride_gate' | 'identity_status' | 'identity_verification_required' | 'identity_verification_required_at'
>;

/**
 * The version of the entry that keeps a customer from riding: the one that raised the requirement that stands, else the
 * one of the check that failed. Null where he may ride, where the policy alone asks him, or where the entry isn't among
 * these.
 * @param entries newest first
 */
export function blockingVersion(entries: readonly AuditEntry[], customer: Blocked): number | null {
  if (customer.ride_gate.allowed) return null;
  const raisedAt = customer.identity_verification_required_at;
  const entry = customer.identity_verification_required
    ? entries.find(({ after }) => raisedAt !== null && after.identity_verification_required_at === raisedAt)
    : entries.find(({ after }) => isStatusOf(after, customer.identity_status));
  return entry?.version ?? null;
}

function isStatusOf(after: AuditEntry['after'], status: CustomerFile['identity_status']): boolean {
  return status !== null && after.identity_status === status;
}
