// What a timeline can be narrowed down to: what kinds each entry is of.

import type { AuditEntry } from '../customer-types.ts';

export const timelineKinds = ['attempts', 'charges', 'pushes', 'operators', 'reveals', 'webhooks'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

const attempts: readonly string[] = [
  'session_started',
  'consent_recorded',
  'session_pending',
  'identity_verified',
  'identity_requires_input',
  'identity_failed',
  'identity_canceled',
];

/** All that an entry is of; what is of no kind is shown where nothing was chosen. */
export function kindsOf(entry: AuditEntry): readonly TimelineKind[] {
  const is: Record<TimelineKind, boolean> = {
    attempts: attempts.includes(entry.action),
    charges: tellsOfCharge(entry),
    pushes: entry.notification !== null,
    operators: entry.actor.startsWith('operator:'),
    reveals: entry.revealed !== null,
    webhooks: entry.actor.startsWith('stripe:'),
  };
  return timelineKinds.filter((kind) => is[kind]);
}

/** The entries of any of the chosen kinds; all of them where none is chosen. */
export function narrowed(
  entries: readonly AuditEntry[],
  chosen: readonly TimelineKind[],
): readonly AuditEntry[] {
  if (chosen.length === 0) return entries;
  return entries.filter((entry) => kindsOf(entry).some((kind) => chosen.includes(kind)));
}

/** The kinds that an address names, such as `attempts,charges`. */
export function kindsIn(list: string | null): readonly TimelineKind[] {
  const named = (list ?? '').split(',');
  return timelineKinds.filter((kind) => named.includes(kind));
}

function tellsOfCharge({ action, after }: AuditEntry): boolean {
  return action !== 'customer_created' && typeof after.stripe_charge_id === 'string';
}
