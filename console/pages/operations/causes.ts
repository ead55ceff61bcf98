// Why an event failed for good, as codes that the console has a sentence and an advice for (docs/operations.md).

import type { DeadLetter } from './operations-types.ts';

/** What is said of each cause, by kinds: Stripe's codes are many. */
export const causeKinds = [
  'stripe_unavailable',
  'stripe_refused_key',
  'stripe_refused_missing',
  'stripe_refused',
  'stripe_key',
  'not_set_up',
  'busy',
  'storage_unavailable',
  'unreadable',
  'unexpected',
  'malformed',
  'worker_stopped',
  'unknown',
] as const;
export type CauseKind = (typeof causeKinds)[number];

/** Refusals of Stripe's that a good key mends; `key` is where Stripe gave no code. */
const keyCodes = new Set(['key', 'api_key_expired', 'platform_api_key_expired', 'secret_key_required']);

/** What a cause such as `stripe_refused:resource_missing` comes to; one that came later is `unknown`. */
export function causeKindOf(cause: string): CauseKind {
  const [family, code = ''] = cause.split(':');
  if (family === 'stripe_refused') {
    if (keyCodes.has(code)) return 'stripe_refused_key';
    return code === 'resource_missing' ? 'stripe_refused_missing' : 'stripe_refused';
  }
  return causeKinds.find((kind) => kind === cause) ?? 'unknown';
}

/** Whether a redrive takes it: what is no event would come straight back. */
export function isRedrivable({ event_id }: Pick<DeadLetter, 'event_id'>): boolean {
  return event_id !== null;
}

export type CauseGroup = { cause: string; kind: CauseKind; count: number; redrivable: number };

/** The letters by their causes, the most frequent first. */
export function groupByCause(letters: readonly Pick<DeadLetter, 'cause' | 'event_id'>[]): CauseGroup[] {
  const groups = new Map<string, CauseGroup>();
  for (const letter of letters) {
    const { cause } = letter;
    const group = groups.get(cause) ?? { cause, kind: causeKindOf(cause), count: 0, redrivable: 0 };
    group.count += 1;
    if (isRedrivable(letter)) group.redrivable += 1;
    groups.set(cause, group);
  }
  return [...groups.values()].toSorted(
    (one, other) => other.count - one.count || one.cause.localeCompare(other.cause),
  );
}
