// What puts an item into the index of deadlines, and in which order it stands there. Only keys are listed: whoever
// reads the index reads the item itself with strong consistency before he acts.

import type { CustomerRef } from '../../domain/customer.ts';
import { actsOnDocumentExpiry } from '../../domain/document-expiry.ts';
import type { Policy } from '../../domain/policy.ts';

export const deadlineIndex = 'by_deadline';

/** The index's partitions. */
export const deadlinePartitions = {
  policies: 'POLICIES',
  redactions: 'REDACTIONS',
  retention: (subaccountId: string): string => `SUB#${subaccountId}#RETENTION`,
  documentExpiry: (subaccountId: string): string => `SUB#${subaccountId}#DOCUMENT_EXPIRY`,
};

/** Lists a policy that sets deadlines; nothing for one that sets none. */
export function policyDeadline(policy: Policy): Record<string, string> {
  const setsDeadlines = policy.retentionDays !== null || actsOnDocumentExpiry(policy);
  return setsDeadlines ? attributes(deadlinePartitions.policies, policy.subaccountId) : {};
}

/** Lists a subaccount whose policy no longer has a use for the expiry of documents, until none is kept. */
export function sweepDeadline(subaccountId: string): Record<string, string> {
  return attributes(deadlinePartitions.policies, `${subaccountId}#SWEEP`);
}

/** Lists a customer's data by when he was verified. */
export function retentionDeadline(ref: CustomerRef, verifiedAtMs: number): Record<string, string> {
  return attributes(
    deadlinePartitions.retention(ref.subaccountId),
    `${deadlineMoment(verifiedAtMs)}#${ref.customerId}`,
  );
}

/** Lists a customer's document by the day on which there is something to do about it (`2030-04-15`). */
export function documentExpiryDeadline(ref: CustomerRef, dueOn: string): Record<string, string> {
  return attributes(deadlinePartitions.documentExpiry(ref.subaccountId), `${dueOn}#${ref.customerId}`);
}

/** Lists a redaction that isn't complete by when it was asked for. */
export function redactionDeadline(ref: CustomerRef, requestedAtMs: number): Record<string, string> {
  return attributes(
    deadlinePartitions.redactions,
    `${deadlineMoment(requestedAtMs)}#${ref.subaccountId}#${ref.customerId}`,
  );
}

/** Stands before all sort keys of that moment. */
export function deadlineMoment(timeMs: number): string {
  return new Date(timeMs).toISOString();
}

function attributes(partition: string, sortKey: string): Record<string, string> {
  return { deadline_pk: partition, deadline_sk: sortKey };
}
